// Times in the time zone of the house, which may not be that of the browser.
const DAY = 86_400_000

export const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone
let zone = HERE

/** The zone in which every time is told, so that the page says of a moment what an SMS or a reason says of it. */
export function house() {
  return zone
}

export function inZone(name) {
  zone = name
}

/** What a clock in `zone` shows at `at`, as fields for a day and time take it. */
export function localIn(at, zone) {
  const moment = typeof at === 'number' ? at : Date.parse(at)
  return new Date(moment + offset(moment, zone)).toISOString().slice(0, 16)
}

/** When a clock in `zone` shows `local`, in milliseconds. */
export function momentIn(local, zone) {
  const utc = Date.parse(local + 'Z')
  return utc - offset(utc - offset(utc, zone), zone)
}

/** Where the day begins that is `days` after that of `at`. */
export function dayStart(at, zone, days = 0) {
  const { year, month, day } = parts(at, zone)
  const utc = Date.UTC(year, month - 1, day + days)
  // The clocks may be changed between now and then.
  return utc - offset(utc - offset(utc, zone), zone)
}

/** The Monday of the week of `at`, `weeks` later. */
export function weekStart(at, zone, weeks) {
  const { year, month, day } = parts(at, zone)
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
  return dayStart(at, zone, 7 * weeks - weekday)
}

export function monthIn(at, zone) {
  const { year, month } = parts(Date.parse(at), zone)
  return `${year}-${String(month).padStart(2, '0')}`
}

function offset(at, zone) {
  const { year, month, day, hour, minute, second } = parts(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

function parts(at, zone) {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
}

export { DAY }
