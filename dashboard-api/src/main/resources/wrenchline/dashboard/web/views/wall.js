// For a big screen that nobody touches: every machine, the promises that are running out, and the telephone.
import { h, onBeforeUnmount, onMounted, ref, shallowRef, watch } from '../lib/vue.js'
import { clockTime, date } from '../format.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { isHot, machineList, state } from '../state.js'
import { Alerts } from '../parts/alerts.js'
import { CallbackRow, isOver } from '../parts/callback-row.js'
import { CallRow } from '../parts/call-row.js'
import { Countdown } from '../parts/countdown.js'
import { Icon } from '../parts/icon.js'
import { atRisk, Risk } from '../parts/risk.js'
import { ThemeSwitch } from '../parts/theme-switch.js'
import { LanguageSwitch } from '../parts/language-switch.js'
import { WallTile } from '../parts/wall-tile.js'

// How much wider than high a tile looks best.
const SHAPE = 1.7
const [NARROWEST, WIDEST] = [92, 300]
// Of a tile that has room for a curve.
const TALL = 80
const [PADDING, GAP] = [8, 5]

export const Wall = {
  setup() {
    const area = ref(null)
    const columns = ref(1)
    const tall = ref(true)
    // Looked at once a second, and not with each value that comes.
    const hot = ref(0)
    const coming = shallowRef([])
    watch(() => state.now, () => {
      hot.value = machineList().filter(isHot).length
      coming.value = atRisk().slice(0, 6)
    }, { immediate: true })
    const observer = new ResizeObserver(arrange)
    onMounted(() => { observer.observe(area.value) })
    onBeforeUnmount(() => { observer.disconnect() })

    // As many columns as let all tiles be seen at once.
    function arrange() {
      const { clientWidth: width, clientHeight: height } = area.value
      const wanted = Math.ceil(Math.sqrt(machineList().length * width / Math.max(1, height) / SHAPE))
      columns.value = Math.max(1, Math.min(Math.max(wanted, Math.ceil(width / WIDEST)), Math.floor(width / NARROWEST)))
      const rows = Math.ceil(machineList().length / columns.value)
      tall.value = (height - 2 * PADDING - (rows - 1) * GAP) / rows >= TALL
    }

    return () => h('div', { class: 'wall' }, [
      h('section', { class: 'wall-machines', 'aria-label': t('nav.machines'), ref: area, style: { '--columns': columns.value } },
        inOrder().map(machine => h(WallTile, { machine, tall: tall.value, key: machine.id }))),
      h('aside', { class: 'wall-side' }, [h(Head, { hot: hot.value }), h(Alerts), h(Owed), h(Telephone), list('now.risks', coming.value.map(risk => h(Risk, { risk, key: risk.machine.id })))]),
    ])
  },
}

// By id, so that a machine always stands in the same place.
function inOrder() {
  return machineList().sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

const Head = ({ hot }) => h('header', [
  h('div', { class: 'row' }, [
    h('h1', { class: 'wall-clock number' }, clockTime(state.now)),
    h('span', { class: 'fill' }),
    h(ThemeSwitch), h(LanguageSwitch),
    h('button', { class: 'button plain icon-only', type: 'button', title: t('wall.fullScreen'), 'aria-label': t('wall.fullScreen'), onClick: fullScreen }, h(Icon, { name: 'wall' })),
    h('a', { class: 'button plain icon-only', href: to('now'), title: t('wall.leave'), 'aria-label': t('wall.leave') }, h(Icon, { name: 'leave' })),
  ]),
  h('p', { class: 'row quiet' }, [
    date(state.now), h('span', { class: 'fill' }),
    t('machines.summary', { online: state.counts.online, all: state.counts.equipment }),
    h('i', { class: ['dot', state.connected ? 'good' : 'warn'], role: 'img', 'aria-label': t(state.connected ? 'live.on' : 'live.off') }),
  ]),
  h('p', { class: 'unseen', role: 'status' }, t('wall.count', { count: hot })),
])
Head.props = ['hot']

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen()
}

const list = (title, items) => items.length ? h('section', [h('h2', t(title)), h('ul', { class: 'rows dense' }, items)]) : null

const Owed = () => list('now.promises', state.promises.filter(promise => promise.state.type === 'Running' || promise.state.type === 'Broken')
  .sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline)).slice(0, 6).map(promise => h(Countdown, { promise, key: promise.id })))

const Telephone = () => list('now.calls', [
  ...state.calls.filter(call => call.outcome === 'LIVE').slice(0, 3).map(call => h(CallRow, { call, key: call.id })),
  ...state.callbacks.filter(callback => !isOver(callback)).slice(0, 3).map(callback => h(CallbackRow, { callback, key: callback.id })),
])
