// The history of one metric, from seconds to years: asked for as wide as it is drawn, so that it is never slow and hides no spike.
import { computed, h, onBeforeUnmount, onMounted, ref, shallowRef, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { dateTime, number, stamp } from '../format.js'
import { t } from '../i18n/words.js'
import { note, route } from '../route.js'
import { limitsOf, state } from '../state.js'
import { at, between, latest, pan, zoom } from '../stretch.js'
import { dark } from '../theme.js'
import { gestures } from './gestures.js'
import { Icon } from './icon.js'
import { metricName, unitOf } from './measure.js'
import { drawAbove, drawBelow, inks } from './overlay.js'
import { axis, inHouse, range, series, uPlot } from './plot.js'
import { PointTable } from './point-table.js'

const PRESETS = [['15m', 900], ['1h', 3600], ['6h', 21_600], ['1d', 86_400], ['7d', 604_800], ['30d', 2_592_000], ['1y', 31_536_000], ['5y', 157_680_000]]
const PAUSE = 90
const SOONEST = 2
const SCORED = 900_000 // milliseconds; a score is the highest of a few minutes, and stands for no longer than this

export const Explorer = {
  props: { machine: Object, metric: String, scores: Array, course: Object, marks: Array },
  setup(props) {
    const holder = ref(null)
    const nowSeconds = () => state.now / 1000
    const stretch = ref(fromAddress(route.value.query, nowSeconds()))
    const answer = shallowRef(null)
    const pointed = ref(null)
    const busy = ref(false)
    const limits = computed(() => limitsOf(props.machine, props.metric))
    let plot = null
    let pending = 0
    let asked = 0
    let stopGestures = () => {}
    const sizes = new ResizeObserver(() => {
      if (!plot) return
      plot.setSize(size())
      soon()
    })
    const size = () => ({ width: holder.value.clientWidth, height: holder.value.clientHeight })
    const shown = () => at(stretch.value, nowSeconds())

    async function read() {
      const { from, to } = shown()
      const points = Math.max(100, Math.min(2000, Math.round(plot ? plot.bbox.width / devicePixelRatio : 800)))
      const mine = ++asked
      busy.value = true
      const query = new URLSearchParams({ metric: props.metric, from: Math.round(from * 1000), to: Math.round(Math.min(to, nowSeconds()) * 1000), points })
      const found = await get(`/equipment/${encodeURIComponent(props.machine.id)}/readings?${query}`).catch(() => null)
      if (mine !== asked) return
      busy.value = false
      if (found) answer.value = { ...columns(found.points, (to - from) / points), points: found.points }
      show()
    }

    function show() {
      if (!plot) return
      const { from, to } = shown()
      plot.batch(() => {
        plot.setData(answer.value?.lists ?? [[], [], [], []], false)
        plot.setScale('x', { min: from, max: to })
      })
    }

    function soon() {
      clearTimeout(pending)
      pending = setTimeout(read, PAUSE)
    }

    function go(next) {
      stretch.value = next
      note({ ...route.value.query, metric: props.metric, ...toAddress(next) })
      show()
      soon()
    }

    const move = {
      zoom: (share, factor) => go(zoom(shown(), shown().from + share * (shown().to - shown().from), factor, nowSeconds())),
      pan: share => go(pan(shown(), share, nowSeconds())),
      home: () => go(latest(stretch.value.to - stretch.value.from, nowSeconds())),
    }

    async function draw() {
      const Plot = await uPlot()
      if (!holder.value) return
      plot?.destroy()
      stopGestures()
      plot = new Plot({ tzDate: inHouse(Plot), ...options(props, limits, pointed, nowSeconds, (from, to) => go(between(from, to))), ...size() }, [[], [], [], []], holder.value)
      stopGestures = gestures(holder.value, () => plot.over.getBoundingClientRect(), move)
      read()
    }

    onMounted(() => {
      draw()
      sizes.observe(holder.value)
    })
    onBeforeUnmount(() => {
      clearTimeout(pending)
      asked = -1
      sizes.disconnect()
      stopGestures()
      plot?.destroy()
      plot = null
    })
    watch(() => [props.machine.id, props.metric].join('\n'), () => {
      answer.value = null
      note({ ...route.value.query, metric: props.metric, ...toAddress(stretch.value) })
      draw()
    })
    watch(dark, draw)
    watch(() => [props.scores, props.course, props.marks], () => { plot?.redraw(false) })
    // Whoever looks at now sees it go on, no more often than there is a new point to see.
    const every = () => Math.max(SOONEST, (stretch.value.to - stretch.value.from) / 800)
    watch(() => stretch.value.follow && Math.floor(nowSeconds() / every()), turn => { if (turn) read() })

    const outlook = () => {
      const newest = Date.parse(props.course.newest.at) / 1000
      const end = Date.parse(props.course.forecast.latest) / 1000
      go(between(newest - (end - newest), end))
    }

    return () => {
      const { from, to } = shown()
      const unit = unitOf(props.machine, props.metric)
      const name = metricName(props.machine, props.metric)
      const width = stretch.value.to - stretch.value.from
      return h('section', { class: 'panel explorer', 'aria-label': t('history.of', { metric: name }) }, [
        h('header', [
          h('h2', name),
          h('span', { class: 'quiet small number', 'data-stretch': '' }, `${stamp(from * 1000, width)} – ${stamp(to * 1000, width)}`),
          busy.value ? h('span', { class: 'quiet small', 'aria-hidden': 'true' }, '…') : null,
          h('span', { class: 'fill' }),
          h('div', { class: 'tabs', role: 'group', 'aria-label': t('history.presets') }, [
            ...PRESETS.map(([key, seconds]) => h('button', { type: 'button', key, 'data-preset': key, 'aria-pressed': String(stretch.value.follow && Math.abs(width - seconds) < 1), onClick: () => go(latest(seconds, nowSeconds())) }, t('history.' + key))),
            props.course ? h('button', { type: 'button', key: 'outlook', 'data-preset': 'outlook', 'aria-pressed': String(to > nowSeconds() + 1), onClick: outlook }, t('history.outlook')) : null,
          ]),
          h('div', { class: 'tools' }, [
            tool('left', () => move.pan(-0.5)), tool('zoomOut', () => move.zoom(0.5, 2)), tool('zoomIn', () => move.zoom(0.5, 0.5)), tool('right', () => move.pan(0.5)),
            h('button', { class: 'button', type: 'button', 'data-tool': 'now', disabled: stretch.value.follow, onClick: move.home }, t('history.toNow')),
          ]),
        ]),
        h('p', { class: 'readout number small', 'data-readout': '' }, readout(pointed.value, unit, props.scores)),
        h('div', { class: 'chart big', ref: holder, tabindex: 0, role: 'group', 'aria-roledescription': t('history.chart'), 'aria-label': t('history.keys', { metric: name }) }),
        legend(props, limits.value, unit),
        h(PointTable, { points: answer.value?.points ?? [], unit, width }),
      ])
    }
  },
}

const tool = (name, click) => h('button', { class: 'button plain icon-only', type: 'button', 'data-tool': name, title: t('history.' + name), 'aria-label': t('history.' + name), onClick: click }, h(Icon, { name }))

function readout(point, unit, scores) {
  if (!point) return t('history.hint')
  const spread = point.max > point.min ? t('history.spread', { min: number(point.min), max: number(point.max) }) : ''
  const score = scores.findLast(one => 1000 * one.time <= point.at)
  const unlike = score && point.at - 1000 * score.time < SCORED ? t('history.unlikeBy', { percent: Math.round(100 * score.value) }) : ''
  return [dateTime(point.at), `${number(point.mean)} ${unit}`.trim(), spread, unlike].filter(Boolean).join(' · ')
}

function legend({ course, scores, marks }, limits, unit) {
  return h('ul', { class: 'legend' }, [
    h('li', [h('i', { class: 'mean' }), t('history.mean')]),
    h('li', [h('i', { class: 'spread' }), t('history.band')]),
    limits.length ? h('li', [h('i', { class: 'limit' }), limits.map(limit => `${number(limit.raise)} ${unit}`.trim()).join(t('list.comma')) + ' ' + t('history.limit')]) : null,
    course ? h('li', [h('i', { class: 'course' }), t('history.course')]) : null,
    scores.length ? h('li', [h('i', { class: 'unlike' }), t('history.unlike')]) : null,
    ...marks.slice(0, 6).map(mark => h('li', { key: mark.href + mark.time }, [h('i', { class: 'mark ' + mark.colour.slice(2) }), mark.href ? h('a', { href: mark.href }, mark.text) : mark.text])),
  ])
}

// Points far apart are not joined: where nothing was heard, nothing is drawn.
function columns(points, step) {
  const times = points.map(point => Date.parse(point.at) / 1000)
  const usual = [...times.slice(1)].map((time, index) => time - times[index]).sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? step
  const gap = Math.max(3 * step, 4 * usual)
  const lists = [[], [], [], []]
  points.forEach((point, index) => {
    if (index && times[index] - times[index - 1] > gap) [times[index - 1] + step, null, null, null].forEach((value, list) => lists[list].push(value))
    ;[times[index], point.mean, point.max, point.min].forEach((value, list) => lists[list].push(value))
  })
  return { lists }
}

function fromAddress({ from, to, last }, now) {
  if (Number(to) > Number(from)) return between(Number(from), Number(to))
  return latest(Number(last) > 0 ? Number(last) : 3600, now)
}

function toAddress({ from, to, follow }) {
  return follow ? { last: Math.round(to - from), from: undefined, to: undefined } : { from: Math.round(from), to: Math.round(to), last: undefined }
}

function options(props, limits, pointed, now, choose) {
  const ink = inks()
  const { series: lines, bands } = series(ink['--line'])
  const what = () => ({ ...props, limits: limits.value, now: now() })
  return {
    padding: [10, 22, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 7 }, drag: { x: true, y: false, setScale: false } },
    scales: {
      x: { time: true, auto: false },
      y: { range: (plot, low, high) => range([low, high, ...limits.value.map(limit => limit.raise)]) },
    },
    axes: [{ ...axis(), values: (plot, values) => values.map(value => tick(value, plot.scales.x)), size: 28, space: 84 }, { ...axis(), size: 50 }],
    series: lines,
    bands,
    hooks: {
      drawAxes: [plot => { drawBelow(plot, what(), ink) }],
      draw: [plot => { drawAbove(plot, what(), ink) }],
      setCursor: [plot => { pointed.value = point(plot) }],
      setSelect: [plot => {
        const { left, width } = plot.select
        if (width < 6) return
        plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false)
        choose(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'))
      }],
    },
  }
}

function tick(value, { min, max }) {
  return stamp(value * 1000, (max - min) / 8)
}

function point({ cursor: { idx }, data }) {
  return idx == null || data[1][idx] == null ? null : { at: data[0][idx] * 1000, mean: data[1][idx], max: data[2][idx], min: data[3][idx] }
}
