// The people of the roster, read once for whoever may see it; names for what names people by their id alone.
import { reactive, ref } from '../lib/vue.js'
import { get } from '../api.js'
import { duration, isoSeconds } from '../format.js'
import { named, t } from '../i18n/words.js'
import { may } from '../session.js'

const roster = reactive({ staff: [], onDuty: [] })
const zone = ref(null)
let reading = null

/** The zone in which months and days of the desk begin; null until it is known. */
export function zoneOfRoster() {
  read()
  return zone
}

export function usePeople() {
  read()
  return { engineers }
}

function read() {
  if (may('getRoster')) reading ??= get('/roster').then(found => {
    Object.assign(roster, { staff: found.staff, onDuty: found.onDuty })
    zone.value = found.zone
  }).catch(() => {}).finally(() => { reading = null })
}

/** All of the roster; empty until it was read. */
export function everybody() {
  if (!roster.staff.length) read()
  return roster.staff
}

export function nameOf(id) {
  return roster.staff.find(one => one.id === id)?.name ?? id
}

// Those on duty first, in the order in which they are called.
function engineers() {
  const rank = one => roster.onDuty.includes(one.id) ? roster.onDuty.indexOf(one.id) : roster.onDuty.length
  return roster.staff.filter(one => one.role === 'ENGINEER').sort((a, b) => rank(a) - rank(b)).map(one => [one.id, about(one)])
}

/** Those who were weighed for a ticket, the best first and each with what speaks for or against them, then everybody else. */
export function candidates(weighed, engineers) {
  const known = new Set(weighed.map(one => one.staff))
  return [...weighed.map(one => [one.staff, [one.name, ...(one.against ? [named(one.against)] : reasons(one))].join(' · ')]), ...engineers.filter(([id]) => !known.has(id))]
}

function reasons({ atHome, load, travel }) {
  return [t(atHome ? 'people.atHome' : 'people.away'), t('people.load', { count: load }), t('people.travel', { time: duration(isoSeconds(travel)) })]
}

function about(one) {
  return [one.name, t(roster.onDuty.includes(one.id) ? 'people.onDuty' : 'people.offDuty'), ...(one.territories ?? []), ...(one.skills ?? [])].join(' · ')
}
