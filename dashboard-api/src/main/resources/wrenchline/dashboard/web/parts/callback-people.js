// Names for the numbers and channels of a callback, out of its own evidence: nobody else's roster can change them later.
import { t } from '../i18n/words.js'

export function whoIsWho(evidence) {
  const customer = evidence.find(one => one.type === 'CallReceived')?.number
  const staff = evidence.filter(one => one.type === 'OnDuty').flatMap(one => one.ladder ?? []).flatMap(step => step.people ?? [])
  const dialled = evidence.filter(one => one.type === 'Dialled')

  function number(wanted) {
    const name = wanted === customer ? t('who.customer') : staff.find(person => person.phone === wanted)?.name
    return name ? `${name} ${wanted}` : wanted
  }

  return {
    customer,
    number,
    leg(one) {
      const leg = dialled.find(leg => leg.channel === one.channel)
      return leg ? number(leg.number) : t('who.unknown')
    },
    staff(one) {
      return staff.find(person => person.id === one.staff)?.name ?? one.staff
    },
  }
}
