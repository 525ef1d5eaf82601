// A small curve of what was measured.
import { el, svg } from './dom.js'

const [WIDTH, HEIGHT, EDGE] = [320, 64, 3]

export function curve({ name, unit, samples }) {
  const times = samples.map(sample => Date.parse(sample.at))
  const values = samples.map(sample => sample.value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const [from, to] = [times[0], times.at(-1)]
  const x = time => ((time - from) / (to - from || 1)) * WIDTH
  const y = value => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE)
  const points = samples.map((sample, index) => `${x(times[index]).toFixed(1)},${y(sample.value).toFixed(1)}`).join(' ')
  const last = `${Math.round(values.at(-1) * 100) / 100} ${unit}`
  return el('figure', {}, svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': `${name} ${last}` }, svg('polyline', { points })),
    el('figcaption', {}, el('span', {}, name), el('span', { class: 'number' }, last)))
}
