// Does something on the server and says so when it would not.
import { prepared, said } from '../i18n/said.js'
import { known, t } from '../i18n/words.js'
import { toast } from '../state.js'

export async function act(work) {
  try {
    return await work()
  } catch (refused) {
    await prepared()
    toast(refused.problem ? t('error.why', { reason: reasonOf(refused.problem) }) : t('error.lost'))
    return undefined
  }
}

// Where the sentence has no words in the reader's language, its kind has.
function reasonOf({ type = '', detail = '' }) {
  const reason = said(detail)
  return reason !== detail ? reason : [known('problem.' + type.split(':').at(-1), ''), detail].filter(Boolean).join(' · ')
}
