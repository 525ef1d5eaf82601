// One metric over the last hour with its limits: the mean as a line, smallest to largest as a band.
import { h, onBeforeUnmount, onMounted, ref, watch } from '../lib/vue.js'
import uPlot from '../lib/uplot.js'
import { clockTime, hourMinute } from '../format.js'
import { history } from '../history.js'
import { t } from '../i18n/words.js'

const dark = matchMedia('(prefers-color-scheme: dark)')

export const Chart = {
  props: { equipment: String, metric: String, limits: { type: Array, default: () => [] }, spark: Boolean, label: String },
  emits: ['point'],
  setup(props, { emit }) {
    const holder = ref(null)
    let plot = null
    let stop = null
    const observer = new ResizeObserver(() => { plot?.setSize(size()) })

    const lists = one => [one.times, one.means, one.maxs, one.mins]
    const size = () => ({ width: holder.value.clientWidth, height: holder.value.clientHeight })

    function draw() {
      plot?.destroy()
      const one = history(props.equipment, props.metric)
      plot = new uPlot({ ...options(props, emit), ...size() }, lists(one), holder.value)
      stop?.()
      stop = watch(() => one.version, () => { plot.setData(lists(one)) })
    }

    onMounted(() => {
      draw()
      observer.observe(holder.value)
      dark.addEventListener('change', draw)
    })
    onBeforeUnmount(() => {
      stop?.()
      observer.disconnect()
      dark.removeEventListener('change', draw)
      plot?.destroy()
    })
    watch(() => [props.equipment, props.metric, props.limits.length], draw)

    return () => h('div', { class: ['chart', props.spark ? 'spark' : 'full'], ref: holder, role: 'img', 'aria-label': `${props.label}, ${t('machine.lastHour')}` })
  },
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function options(props, emit) {
  const axis = { stroke: colour('--quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '11px ' + getComputedStyle(document.body).fontFamily }
  const edge = { stroke: 'transparent', points: { show: false } }
  return {
    padding: props.spark ? [4, 0, 4, 0] : [8, 18, 0, 0],
    cursor: props.spark ? { show: false } : { y: false, points: { size: 7 } },
    legend: { show: false },
    scales: { y: { range: (_, low, high) => range(low, high, props.limits) } },
    axes: props.spark ? [{ show: false }, { show: false }] : [{ ...axis, values: timeLabels, size: 28, space: 70 }, { ...axis, size: 44 }],
    series: [{}, { stroke: colour('--chart'), width: 1.6, fill: props.spark ? colour('--chart-fill') : undefined, points: { show: false } }, edge, edge],
    bands: [{ series: [2, 3], fill: colour('--chart-fill') }],
    hooks: {
      draw: [plot => { drawLimits(plot, props.limits, colour('--bad')) }],
      setCursor: props.spark ? [] : [plot => { emit('point', point(plot)) }],
    },
  }
}

function timeLabels(_, values, axis, space, step) {
  return values.map(value => step < 60 ? clockTime(value * 1000) : hourMinute(value * 1000))
}

function point(plot) {
  const index = plot.cursor.idx
  return index == null || plot.data[0][index] === undefined ? null : { at: plot.data[0][index] * 1000, value: plot.data[1][index] }
}

// The limit is always in sight: how far away it is, is what a reader wants to know.
function range(low, high, limits) {
  const all = [low, high, ...limits.map(limit => limit.raise)].filter(value => value != null)
  if (!all.length) return [0, 1]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const space = (most - least || Math.abs(most) || 1) * 0.12
  return [least - space, most + space]
}

function drawLimits(plot, limits, stroke) {
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
