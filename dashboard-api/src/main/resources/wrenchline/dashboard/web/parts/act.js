// Does something on the server and says so when it would not.
import { known, t } from '../i18n/words.js'
import { toast } from '../state.js'

export async function act(work) {
  try {
    return await work()
  } catch (refused) {
    const reason = refused.problem?.detail
    toast(reason ? `${t('error.title')}: ${known('refused.' + reason, reason)}` : t('error.lost'))
    return undefined
  }
}
