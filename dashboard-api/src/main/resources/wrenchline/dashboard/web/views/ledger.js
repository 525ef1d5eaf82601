// The books of what came in: whether they balance, and what each machine's own numbers and clock tell.
import { h, onBeforeUnmount, ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { dateTime, duration } from '../format.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'

const DAYS = [1, 7, 30]
const EVERY = 15_000
// Seconds after which books that do not agree are wrong.
const PATIENCE = 10
// A smaller offset is the way that messages take.
const LARGE_OFFSET = 2_000
const COUNTS = ['received', 'stored', 'quarantined', 'duplicate', 'late']

export const Ledger = {
  setup() {
    const days = ref(1)
    const lines = ref(undefined)
    const standings = ref([])

    async function read(wait) {
      const asked = days.value
      const [books, machines] = await Promise.all([get(`/ledger?days=${asked}&wait=${wait}`), get('/ledger/machines')])
      if (asked !== days.value) return
      lines.value = books.items
      standings.value = machines.items
    }
    // At once what is known, and then what it comes to.
    watch(days, () => { read(0).then(() => lines.value.every(line => line.settled) ? null : read(PATIENCE)).catch(() => {}) }, { immediate: true })
    const reading = setInterval(() => { read(PATIENCE).catch(() => {}) }, EVERY)
    onBeforeUnmount(() => { clearInterval(reading) })

    return () => h('div', [
      h('div', { class: 'head' }, [h('h1', t('ledger.title')), lines.value ? mark(lines.value) : null, h('span', { class: 'quiet' }, t('ledger.summary'))]),
      h('div', { class: 'stack' }, [
        h('section', { class: 'panel' }, [
          h('header', [h('h2', t('ledger.accounts')), h('span', { class: 'fill' }), h('div', { class: 'tabs' }, DAYS.map(count =>
            h('button', { type: 'button', 'aria-pressed': String(days.value === count), onClick: () => { days.value = count } }, t('ledger.days', { count }))))]),
          lines.value?.length ? accounts(lines.value) : lines.value ? h(Empty, { title: t('ledger.empty'), hint: t('ledger.emptyHint') }) : h('p', { class: 'inside quiet' }, t('page.loading')),
        ]),
        standings.value.length ? h(Panel, { title: t('ledger.machines') }, () => machines(standings.value)) : null,
      ]),
    ])
  },
}

function mark(lines) {
  const wrong = lines.filter(line => !line.agrees && line.settled).length
  if (!wrong && lines.some(line => !line.settled)) return h('span', { class: 'badge', 'data-balance': 'settling' }, t('ledger.settling'))
  return h('span', { class: ['badge', wrong ? 'bad' : 'good'], 'data-balance': wrong ? 'no' : 'yes' }, wrong ? t('ledger.wrong', { count: wrong }) : t('ledger.balances'))
}

function table(columns, rows) {
  return h('div', { class: 'scroll', tabindex: 0 }, h('table', { class: 'table number' }, [
    h('thead', h('tr', columns.map(([key, figure]) => h('th', { scope: 'col', class: { figure } }, t(key))))),
    h('tbody', rows),
  ]))
}

function accounts(lines) {
  const sorted = [...lines].sort((a, b) => a.agrees - b.agrees || b.day.localeCompare(a.day) || a.machine.localeCompare(b.machine, 'en', { numeric: true }))
  return table([['ledger.machine'], ['ledger.day'], ...COUNTS.map(name => ['ledger.' + name, true]), ['ledger.proof']], sorted.map(line => h('tr', { key: line.day + line.machine, 'data-account': line.machine }, [
    h('td', machineLink(line.machine)),
    h('td', line.day),
    ...COUNTS.map(name => h('td', { class: ['figure', { dim: !line[name] }], 'data-count': name }, line[name].toLocaleString(t('language.locale')))),
    h('td', proof(line)),
  ])))
}

function proof(line) {
  if (!line.settled) return h('span', { class: 'badge', title: t('ledger.settlingHint') }, t('ledger.settling'))
  return h('span', { class: ['badge', line.agrees ? 'good' : 'bad'], title: t('ledger.recount', line) }, t(line.agrees ? 'ledger.yes' : 'ledger.no'))
}

function machineLink(id) {
  return id ? h('a', { href: to('machines', id) }, id) : h('span', { class: 'quiet' }, t('ledger.nobody'))
}

function machines(standings) {
  const trouble = one => one.missing + one.lost + (isLarge(one) ? 1 : 0)
  const sorted = [...standings].sort((a, b) => trouble(b) - trouble(a) || a.machine.localeCompare(b.machine, 'en', { numeric: true }))
  return table([['ledger.machine'], ['ledger.newest'], ['ledger.missing', true], ['ledger.gaps'], ['ledger.recovered', true], ['ledger.lost', true], ['ledger.clock']], sorted.map(one => h('tr', { key: one.machine, 'data-standing': one.machine }, [
    h('td', machineLink(one.machine)),
    h('td', dateTime(one.newest)),
    h('td', { class: 'figure', 'data-missing': one.missing }, one.missing ? h('span', { class: 'badge warn' }, one.missing) : '0'),
    h('td', { class: 'quiet' }, one.gaps.map(gap => gap.first === gap.last ? gap.first : `${gap.first}–${gap.last}`).join(', ')),
    h('td', { class: ['figure', { dim: !one.recovered }] }, one.recovered),
    h('td', { class: ['figure', { dim: !one.lost }] }, one.lost),
    h('td', { 'data-offset': one.clockOffsetMillis }, clock(one)),
  ])))
}

function isLarge({ clockOffsetMillis }) {
  return clockOffsetMillis !== null && Math.abs(clockOffsetMillis) >= LARGE_OFFSET
}

function clock(one) {
  if (one.clockOffsetMillis === null) return h('span', { class: 'quiet' }, t('ledger.noClock'))
  if (!isLarge(one)) return h('span', { class: 'quiet' }, t('ledger.clockFine', { ms: one.clockOffsetMillis }))
  const time = duration(Math.abs(one.clockOffsetMillis) / 1000)
  return h('span', { class: 'badge warn', title: `${one.clockOffsetMillis} ms` }, t(one.clockOffsetMillis > 0 ? 'ledger.slow' : 'ledger.fast', { time }))
}
