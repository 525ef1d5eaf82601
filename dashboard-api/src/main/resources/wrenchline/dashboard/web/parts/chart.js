// One metric over the last hour with its limits: the mean as a line, smallest to largest as a band. Read and drawn once it is in sight.
import { h, onBeforeUnmount, onMounted, ref, watch } from '../lib/vue.js'
import { clockTime, hourMinute } from '../format.js'
import { history } from '../history.js'
import { t } from '../i18n/words.js'
import { colour, dark } from '../theme.js'
import { axis, drawLimits, inHouse, range, series, uPlot } from './plot.js'

export const Chart = {
  props: { equipment: String, metric: String, limits: { type: Array, default: () => [] }, spark: Boolean, label: String },
  emits: ['point'],
  setup(props, { emit }) {
    const holder = ref(null)
    let plot = null
    let stop = null
    let seen = false
    const sizes = new ResizeObserver(() => { plot?.setSize(size()) })
    const sight = new IntersectionObserver(entries => {
      if (!entries.some(entry => entry.isIntersecting)) return
      seen = true
      sight.disconnect()
      draw()
    }, { rootMargin: '200px' })

    const lists = one => [one.times, one.means, one.maxs, one.mins]
    const size = () => ({ width: holder.value.clientWidth, height: holder.value.clientHeight })

    async function draw() {
      if (!seen) return
      const Plot = await uPlot()
      if (!holder.value) return
      plot?.destroy()
      const one = history(props.equipment, props.metric)
      plot = new Plot({ tzDate: inHouse(Plot), ...options(props, emit), ...size() }, lists(one), holder.value)
      stop?.()
      stop = watch(() => one.version, () => { plot.setData(lists(one)) })
    }

    onMounted(() => {
      sight.observe(holder.value)
      sizes.observe(holder.value)
    })
    onBeforeUnmount(() => {
      stop?.()
      sight.disconnect()
      sizes.disconnect()
      plot?.destroy()
    })
    watch(() => [props.equipment, props.metric, props.limits.length, dark.value].join(), draw, { flush: 'post' })

    return () => h('div', { class: ['chart', props.spark ? 'spark' : 'full'], ref: holder, role: 'img', 'aria-label': t('machine.chartOf', { metric: props.label }) })
  },
}

function options(props, emit) {
  const { series: lines, bands } = series()
  if (props.spark) lines[1].fill = colour('--chart-fill')
  return {
    padding: props.spark ? [4, 0, 4, 0] : [8, 18, 0, 0],
    cursor: props.spark ? { show: false } : { y: false, points: { size: 7 } },
    legend: { show: false },
    // The limit is always in sight: how far away it is, is what a reader wants to know.
    scales: { y: { range: (_, low, high) => range([low, high, ...props.limits.map(limit => limit.raise)]) } },
    axes: props.spark ? [{ show: false }, { show: false }] : [{ ...axis(), values: timeLabels, size: 28, space: 70 }, { ...axis(), size: 44 }],
    series: lines,
    bands,
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
