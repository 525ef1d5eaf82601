// The last hour of each metric that is drawn: read once, then continued by the live values, in steps as wide as those that were read.
import { shallowReactive } from './lib/vue.js'
import { get } from './api.js'

const HOUR = 3600
const POINTS = 480
const series = new Map()

function key(equipment, metric) {
  return equipment + ' ' + metric
}

/** The drawn history: {version, times, means, mins, maxs}; times in seconds. */
export function history(equipment, metric) {
  const name = key(equipment, metric)
  let found = series.get(name)
  if (!found) {
    found = shallowReactive({ version: 0, times: [], means: [], mins: [], maxs: [], step: HOUR / POINTS, count: 1 })
    found.read = () => read(found, equipment, metric).catch(() => {})
    series.set(name, found)
    found.read()
  }
  return found
}

/** Reads what is drawn again: after a gap in the stream. */
export function reread() {
  for (const known of series.values()) {
    for (const list of ['times', 'means', 'mins', 'maxs']) known[list] = []
    known.read()
  }
}

async function read(into, equipment, metric) {
  const answer = await get(`/equipment/${encodeURIComponent(equipment)}/readings?metric=${encodeURIComponent(metric)}&points=${POINTS}`)
  const last = Date.parse(answer.points.at(-1)?.at ?? 0) / 1000
  // Values that came in while the past was being read go behind it.
  const later = into.times.findIndex(time => time > last)
  const tail = later < 0 ? () => [] : list => list.slice(later)
  into.times = [...answer.points.map(point => Date.parse(point.at) / 1000), ...tail(into.times)]
  into.means = [...answer.points.map(point => point.mean), ...tail(into.means)]
  into.mins = [...answer.points.map(point => point.min), ...tail(into.mins)]
  into.maxs = [...answer.points.map(point => point.max), ...tail(into.maxs)]
  into.count = 1
  into.version++
}

// A value that falls into the newest step changes its mean, smallest and largest.
function widen(known, time, value) {
  const last = known.times.length - 1
  if (last < 0 || time - known.times[last] >= known.step) return false
  known.count++
  known.means[last] += (value - known.means[last]) / known.count
  known.mins[last] = Math.min(known.mins[last], value)
  known.maxs[last] = Math.max(known.maxs[last], value)
  return true
}

function begin(known, time, value) {
  known.count = 1
  known.times.push(time)
  known.means.push(value)
  known.mins.push(value)
  known.maxs.push(value)
}

export function append({ equipment, metric, at, value }) {
  const known = series.get(key(equipment, metric))
  const time = Date.parse(at) / 1000
  if (!known || time <= (known.times.at(-1) ?? 0)) return
  if (!widen(known, time, value)) begin(known, time, value)
  while (known.times[0] < time - HOUR) {
    for (const list of [known.times, known.means, known.mins, known.maxs]) list.shift()
  }
  known.version++
}
