// Does something on the server and says so when it would not.
import { known, t } from '../i18n/words.js'
import { toast } from '../state.js'

export async function act(work) {
  try {
    return await work()
  } catch (refused) {
    toast(refused.problem ? t('error.why', { reason: reasonOf(refused.problem) }) : t('error.lost'))
    return undefined
  }
}

// The reason where we know it in the reader's language, else its kind with the reason as it came.
function reasonOf({ type = '', detail = '' }) {
  const kind = known('problem.' + type.split(':').at(-1), '')
  return known('refused.' + detail, [kind, detail].filter(Boolean).join(' · '))
}
