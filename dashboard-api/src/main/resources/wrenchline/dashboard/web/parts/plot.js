// The library that draws dense lines; fetched when the first line is drawn, not before.
import { colour } from '../theme.js'
import { house } from '../zone.js'

let library
export function uPlot() {
  library ??= import('../lib/uplot.js').then(module => module.default)
  return library
}

/** Days and hours of an axis begin as in the house. */
export function inHouse(Plot) {
  return seconds => Plot.tzDate(new Date(seconds * 1000), house())
}

/** Axes in the page's own type and colours. */
export function axis() {
  return { stroke: colour('--quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '11px ' + getComputedStyle(document.body).fontFamily }
}

/** The line of the mean, between the edges of the band from smallest to largest: a spike is in the band however far out one zooms. */
export function series(edge = 'transparent') {
  const side = { stroke: edge, width: 1, points: { show: false } }
  return {
    series: [{}, { stroke: colour('--chart'), width: 1.6, points: { show: false } }, side, side],
    bands: [{ series: [2, 3], fill: colour('--chart-fill') }],
  }
}

/** From the lowest to the highest of `values` with some space around. */
export function range(values) {
  const all = values.filter(value => value != null && Number.isFinite(value))
  if (!all.length) return [0, 1]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const space = (most - least || Math.abs(most) || 1) * 0.12
  return [least - space, most + space]
}

export function drawLimits(plot, limits, stroke) {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.strokeStyle = stroke
  ctx.lineWidth = devicePixelRatio
  ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio])
  for (const limit of limits) {
    const y = plot.valToPos(limit.raise, 'y', true)
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
  }
  ctx.restore()
}
