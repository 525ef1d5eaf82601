// What is drawn over a history: where it was unlike itself, where it is going, and what happened.
import { colour } from '../theme.js'
import { drawLimits } from './plot.js'

const EVENT = 0.5
const LANE = 26

/** Colours, asked of the style sheet once for each drawing of the whole chart. */
export function inks() {
  return Object.fromEntries(['--bad', '--band', '--caution', '--forecast', '--forecast-fill', '--quiet', '--accent', '--line'].map(name => [name, colour(name)]))
}

export function drawBelow(plot, { scores }, ink) {
  const { ctx, bbox } = plot
  const lane = LANE * devicePixelRatio
  inside(plot, () => {
    for (let index = 0; index < scores.length; index++) {
      const left = plot.valToPos(scores[index].time, 'x', true)
      const right = index + 1 < scores.length ? plot.valToPos(scores[index + 1].time, 'x', true) : left + lane / 2
      const { value } = scores[index]
      if (value >= EVENT) {
        ctx.fillStyle = ink['--band']
        ctx.fillRect(left, bbox.top, right - left, bbox.height)
      }
      ctx.fillStyle = ink[value >= EVENT ? '--caution' : '--line']
      ctx.fillRect(left, bbox.top + bbox.height - lane * value, Math.max(1, right - left), lane * value)
    }
  })
}

export function drawAbove(plot, { limits, course, marks, now }, ink) {
  drawLimits(plot, limits, ink['--bad'])
  inside(plot, () => {
    if (course) drawCourse(plot, course, ink)
    for (const mark of marks) drawMark(plot, mark, ink[mark.colour])
    line(plot, plot.valToPos(now, 'x', true), ink['--quiet'], [1, 3])
  })
}

// The likely way to the limit, in the band of 80 %.
function drawCourse(plot, { newest, limit, forecast }, ink) {
  const { ctx } = plot
  const point = (time, value) => [plot.valToPos(Date.parse(time) / 1000, 'x', true), plot.valToPos(value, 'y', true)]
  const start = point(newest.at, newest.value)
  const path = points => {
    ctx.beginPath()
    points.forEach(([x, y]) => ctx.lineTo(x, y))
  }
  ctx.fillStyle = ink['--forecast-fill']
  path([start, point(forecast.earliest, limit), point(forecast.latest, limit)])
  ctx.fill()
  ctx.strokeStyle = ink['--forecast']
  ctx.lineWidth = 1.6 * devicePixelRatio
  path([start, point(forecast.likely, limit)])
  ctx.stroke()
}

function drawMark(plot, { time }, stroke) {
  const { ctx, bbox } = plot
  const x = plot.valToPos(time, 'x', true)
  const size = 5 * devicePixelRatio
  line(plot, x, stroke, [2, 3])
  ctx.fillStyle = stroke
  ctx.beginPath()
  ctx.moveTo(x - size, bbox.top)
  ctx.lineTo(x + size, bbox.top)
  ctx.lineTo(x, bbox.top + 1.6 * size)
  ctx.fill()
}

function line({ ctx, bbox }, x, stroke, dash) {
  ctx.strokeStyle = stroke
  ctx.lineWidth = devicePixelRatio
  ctx.setLineDash(dash.map(one => one * devicePixelRatio))
  ctx.beginPath()
  ctx.moveTo(x, bbox.top)
  ctx.lineTo(x, bbox.top + bbox.height)
  ctx.stroke()
  ctx.setLineDash([])
}

function inside({ ctx, bbox }, draw) {
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  draw()
  ctx.restore()
}
