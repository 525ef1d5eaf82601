// Who did something, as the journal has it.
import { t } from '../i18n/words.js'

export function actorName(actor) {
  if (actor.type === 'Operator') return actor.name === 'operator' ? t('who.desk') : actor.name
  if (actor.type === 'Customer') return actor.name
  return actor.type === 'Staff' ? t('who.Staff', { name: actor.id }) : t('who.Product')
}
