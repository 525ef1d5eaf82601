// How promises were kept, by clause and month, down to the proof of each.
import { computed, h, ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { dateTime, month } from '../format.js'
import { t } from '../i18n/words.js'
import { note, route, to } from '../route.js'
import { state } from '../state.js'
import { Clock } from '../parts/clock.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'
import { Proof } from '../parts/proof.js'

const MOST = 1000
const MONTHS = 12
const BROKEN = new Set(['Broken', 'KeptLate'])
const order = { Broken: 0, KeptLate: 1, Running: 2, Kept: 3, Waived: 4 }

export const Promises = {
  setup() {
    const all = ref(undefined)
    const opened = ref('')
    const read = async () => { all.value = (await get('/promises?limit=' + MOST)).items }
    watch(() => state.revision.promise, () => { read().catch(() => {}) }, { immediate: true })
    const table = computed(() => tally(all.value ?? []))
    const chosen = () => ({ clause: route.value.query.clause ?? '', month: route.value.query.month ?? '' })
    const choose = (clause, month) => {
      const now = chosen()
      note(now.clause === clause && now.month === month ? {} : { clause, month })
      opened.value = ''
    }

    return () => {
      if (!all.value) return h('p', { class: 'quiet' }, t('page.loading'))
      const { clause, month: when } = chosen()
      const list = all.value.filter(promise => (!clause || promise.clause.id === clause) && (!when || monthOf(promise) === when))
        .sort((a, b) => order[a.state.type] - order[b.state.type] || Date.parse(b.deadline) - Date.parse(a.deadline))
      const over = list.filter(promise => promise.state.type === 'Kept' || BROKEN.has(promise.state.type))
      return h('div', [
        h('div', { class: 'head' }, [h('h1', t('promises.title')), h('span', { class: 'quiet' }, t('promises.summary', { kept: over.filter(one => one.state.type === 'Kept').length, all: over.length }))]),
        h('div', { class: 'stack' }, [
          h(Panel, { title: t('promises.table'), more: all.value.length >= MOST ? t('promises.newest', { count: MOST }) : '' }, () => all.value.length
            ? grid(table.value, clause, when, choose)
            : h(Empty, { title: t('promises.empty'), hint: t('now.noPromisesHint') })),
          list.length ? h(Panel, { title: clause || when ? [clause, when && month(when + '-15')].filter(Boolean).join(' · ') : t('promises.all') }, () =>
            h('ul', { class: 'rows' }, list.slice(0, 200).map(promise => row(promise, opened)))) : null,
        ]),
      ])
    }
  },
}

// The month in which it was to be done.
function monthOf(promise) {
  const at = new Date(promise.deadline)
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`
}

function tally(promises) {
  const months = [...new Set(promises.map(monthOf))].sort().slice(-MONTHS)
  const clauses = new Map()
  for (const promise of promises) {
    const cells = clauses.get(promise.clause.id) ?? { clause: promise.clause, cells: {} }
    clauses.set(promise.clause.id, cells)
    const cell = cells.cells[monthOf(promise)] ??= { kept: 0, broken: 0, running: 0 }
    if (promise.state.type === 'Kept') cell.kept++
    else if (BROKEN.has(promise.state.type)) cell.broken++
    else if (promise.state.type === 'Running') cell.running++
  }
  return { months, rows: [...clauses.values()].sort((a, b) => a.clause.id.localeCompare(b.clause.id)) }
}

function grid({ months, rows }, clause, when, choose) {
  return h('div', { class: 'scroll', tabindex: 0 }, h('table', { class: 'table tally number' }, [
    h('thead', h('tr', [h('th', { scope: 'col' }, t('promises.clause')), ...months.map(one => h('th', { scope: 'col', class: 'figure' }, month(one + '-15')))])),
    h('tbody', rows.map(({ clause: one, cells }) => h('tr', { key: one.id }, [
      h('th', { scope: 'row', title: one.text }, [h('b', t('promise.' + one.kind)), ' ', h('span', { class: 'quiet small' }, one.id)]),
      ...months.map(name => h('td', { class: 'figure', key: name }, cells[name] ? cell(cells[name], one.id, name, clause === one.id && when === name, choose) : h('span', { class: 'quiet' }, '·'))),
    ]))),
  ]))
}

function cell({ kept, broken, running }, clause, name, pressed, choose) {
  const over = kept + broken
  return h('button', {
    type: 'button', class: ['tally-cell', { bad: broken }], 'aria-pressed': String(pressed), 'data-cell': `${clause} ${name}`,
    'aria-label': t('promises.cell', { clause, month: month(name + '-15'), kept, broken, running }), onClick: () => choose(clause, name),
  }, [
    h('span', over ? `${kept}/${over}` : t('promises.running', { count: running })),
    h('span', { class: 'meter', 'aria-hidden': 'true' }, over ? h('i', { style: { transform: `scaleX(${kept / over})` } }) : null),
  ])
}

function row(promise, opened) {
  const open = opened.value === promise.id
  return h('li', { key: promise.id, 'data-kept': promise.id }, [
    h('div', { class: 'row' }, [
      h('a', { class: 'title', href: to('tickets', promise.ticket) }, t('ticket.number', { id: promise.ticket })),
      h('span', { class: 'quiet small number' }, t('promises.from', { from: dateTime(promise.made), to: dateTime(promise.deadline) })),
      h('span', { class: 'fill' }),
      h('button', { class: 'button', type: 'button', 'aria-expanded': String(open), onClick: () => { opened.value = open ? '' : promise.id } }, t('promises.proof')),
    ]),
    h(Clock, { promise }),
    open ? h('div', { class: 'stack tight' }, [h('p', { class: 'quiet small' }, promise.clause.text), h(Proof, { promise, always: true })]) : null,
  ])
}
