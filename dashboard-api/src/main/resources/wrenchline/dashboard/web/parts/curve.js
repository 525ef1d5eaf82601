// A small curve of some samples, with a line that counts.
import { h } from '../lib/vue.js'
import { dateTime, number } from '../format.js'

const [WIDTH, HEIGHT, EDGE] = [320, 72, 3]

export const Curve = ({ samples, line, from, to, label }) => {
  if (samples.length < 2) return null
  const times = samples.map(sample => Date.parse(sample.at))
  const values = samples.map(sample => sample.value)
  const all = line === undefined ? values : [...values, line]
  const [low, high] = [from ?? Math.min(...all), to ?? Math.max(...all)]
  const x = scale(times[0], times.at(-1), 0, WIDTH)
  const y = scale(low, high, HEIGHT - EDGE, EDGE)
  return h('figure', { class: 'curve' }, [
    h('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label }, [
      line === undefined ? null : h('line', { class: 'limit', x1: 0, x2: WIDTH, y1: y(line), y2: y(line) }),
      h('polyline', { points: samples.map((_, index) => `${x(times[index])},${y(values[index])}`).join(' ') }),
    ]),
    h('figcaption', { class: 'row quiet small' }, [
      h('span', label), h('span', { class: 'fill' }),
      h('span', { class: 'number' }, `${number(values.at(-1))} · ${dateTime(samples.at(-1).at)}`),
    ]),
  ])
}
Curve.props = ['samples', 'line', 'from', 'to', 'label']

// Where a metric is going: the likely way to its limit, in the band of 80 %.
export const Cone = ({ newest, limit, forecast, label }) => {
  const now = Date.parse(newest.at)
  const end = Math.max(Date.parse(forecast.latest), now + 1)
  const x = scale(now, end, 0, WIDTH)
  const y = newest.value < limit ? scale(newest.value, limit, HEIGHT - EDGE, EDGE) : scale(limit, newest.value, HEIGHT - EDGE, EDGE)
  const start = `0,${y(newest.value)}`
  const at = time => `${x(Date.parse(time))},${y(limit)}`
  return h('svg', { class: 'cone', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label }, [
    h('polygon', { points: `${start} ${at(forecast.earliest)} ${at(forecast.latest)}` }),
    h('line', { class: 'limit', x1: 0, x2: WIDTH, y1: y(limit), y2: y(limit) }),
    h('polyline', { points: `${start} ${at(forecast.likely)}` }),
  ])
}
Cone.props = ['newest', 'limit', 'forecast', 'label']

function scale(low, high, first, last) {
  return value => first + (high > low ? (value - low) / (high - low) : 0.5) * (last - first)
}
