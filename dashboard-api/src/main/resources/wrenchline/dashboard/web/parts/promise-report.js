// Promises kept and broken by clause and month, as the desk counts them, and why they were broken.
import { h } from '../lib/vue.js'
import { month } from '../format.js'
import { known, t } from '../i18n/words.js'
import { state } from '../state.js'

const BROKEN = new Set(['Broken', 'KeptLate'])
const OPEN = new Set(['Running', 'Paused'])

/** The lines of the report as a table. */
export function tally(lines) {
  const clauses = new Map()
  const causes = new Map()
  const all = { kept: 0, all: 0 }
  for (const { month: when, clause, state: outcome, cause, count } of lines) {
    const cells = clauses.get(clause) ?? {}
    clauses.set(clause, cells)
    const cell = cells[when] ??= { kept: 0, broken: 0, running: 0 }
    if (outcome === 'Kept') cell.kept += count
    else if (BROKEN.has(outcome)) cell.broken += count
    else if (OPEN.has(outcome)) cell.running += count
    if (outcome === 'Kept') all.kept += count
    if (outcome === 'Kept' || BROKEN.has(outcome)) all.all += count
    if (BROKEN.has(outcome)) causes.set(cause, (causes.get(cause) ?? 0) + count)
  }
  return {
    ...all, months: [...new Set(lines.map(line => line.month))].sort(), causes: [...causes].sort((a, b) => b[1] - a[1]),
    rows: [...clauses].sort(([a], [b]) => a.localeCompare(b)).map(([clause, cells]) => ({ clause, cells })),
  }
}

export const PromiseReport = ({ table, clause, when }, { emit }) => h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('promises.table') }, h('table', { class: 'table tally number' }, [
  h('thead', h('tr', [h('th', { scope: 'col' }, t('promises.clause')), ...table.months.map(one => h('th', { scope: 'col', class: 'figure' }, month(one + '-15')))])),
  h('tbody', table.rows.map(({ clause: one, cells }) => h('tr', { key: one }, [
    h('th', { scope: 'row' }, name(one)),
    ...table.months.map(at => h('td', { class: 'figure', key: at }, cells[at] ? h(Cell, { counts: cells[at], clause: one, when: at, pressed: clause === one && when === at, onChoose: () => emit('choose', one, at) }) : h('span', { class: 'quiet' }, '·'))),
  ]))),
]))
PromiseReport.props = ['table', 'clause', 'when']
PromiseReport.emits = ['choose']

// The report names a clause by its id; a promise that is known by chance tells what it is about.
function name(id) {
  const clause = state.promises.find(promise => promise.clause.id === id)?.clause
  return clause ? [h('b', { title: clause.text }, t('promise.' + clause.kind)), ' ', h('span', { class: 'quiet small' }, id)] : h('b', id)
}

const Cell = ({ counts: { kept, broken, running }, clause, when, pressed }, { emit }) => {
  const over = kept + broken
  return h('button', {
    type: 'button', class: ['tally-cell', { bad: broken }], 'aria-pressed': String(pressed), 'data-cell': `${clause} ${when}`,
    'aria-label': t('promises.cell', { clause, month: month(when + '-15'), kept, broken, running }), onClick: () => emit('choose'),
  }, [
    h('span', over ? `${kept}/${over}` : running ? t('promises.running', { count: running }) : t('promise.Waived')),
    h('span', { class: 'meter', 'aria-hidden': 'true' }, over ? h('i', { style: { transform: `scaleX(${kept / over})` } }) : null),
  ])
}
Cell.props = ['counts', 'clause', 'when', 'pressed']
Cell.emits = ['choose']

export const Causes = ({ causes }) => causes.length ? h('div', { class: 'inside row', 'data-causes': '' }, [
  h('b', t('promises.causes')), ...causes.map(([cause, count]) => h('span', { class: 'badge bad', key: cause }, t('promises.cause', { cause: cause ? known('breach.' + cause, cause) : t('breach.unsaid'), count }))),
]) : null
Causes.props = ['causes']
