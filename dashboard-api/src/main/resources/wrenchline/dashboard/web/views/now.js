// The whole service in one look: which promise is about to break, who is on the telephone, which machine will fail next.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { maySee } from '../session.js'
import { state } from '../state.js'
import { CallbackRow, isOver } from '../parts/callback-row.js'
import { CallRow } from '../parts/call-row.js'
import { Countdown } from '../parts/countdown.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'
import { atRisk, Risk } from '../parts/risk.js'
import { TicketRow } from '../parts/ticket-row.js'

const MOST = 30

export const Now = () => {
  const owed = state.promises.filter(promise => promise.state.type === 'Running' || promise.state.type === 'Broken')
    .sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline))
  const live = state.calls.filter(call => call.outcome === 'LIVE')
  const callbacks = state.callbacks.filter(callback => !isOver(callback))
  const risks = atRisk()
  return h('div', { class: 'now' }, [
    h('h1', { class: 'unseen' }, t('now.title')),
    vitals(),
    urgent(),
    h('div', { class: maySee('calls') ? 'three' : 'columns even' }, [
      h(Panel, { title: t('now.promises'), more: t('now.promisesMore'), id: 'owed' }, () => owed.length
        ? h('ul', { class: 'rows dense' }, owed.slice(0, MOST).map(promise => h(Countdown, { promise, key: promise.id })))
        : h(Empty, { title: t('now.noPromises'), hint: t('now.noPromisesHint') })),
      !maySee('calls') ? null : h(Panel, { title: t('now.calls'), id: 'live-calls' }, () => live.length + callbacks.length
        ? h('ul', { class: 'rows' }, [
          ...live.map(call => h(CallRow, { call, key: call.id })),
          ...callbacks.map(callback => h(CallbackRow, { callback, key: callback.id })),
        ])
        : h(Empty, { title: t('now.noCalls'), hint: t('now.noCallsHint') })),
      h(Panel, { title: t('now.risks'), more: t('now.risksMore'), id: 'at-risk' }, () => risks.length
        ? h('ul', { class: 'rows dense' }, risks.slice(0, MOST).map(risk => h(Risk, { risk, key: risk.machine.id })))
        : h(Empty, { title: t('now.noRisks'), hint: t('now.noRisksHint') })),
    ]),
  ])
}

// Tickets that nobody has taken and that a rung of the ladder put here.
function urgent() {
  const tickets = state.tickets.filter(ticket => ticket.escalated?.urgent)
  return tickets.length ? h(Panel, { title: t('now.urgent'), id: 'urgent' }, () =>
    h('ul', { class: 'rows dense' }, tickets.map(ticket => h(TicketRow, { ticket, key: ticket.id })))) : null
}

function vitals() {
  const { counts } = state
  const figures = [
    ['machines', counts.online, t('now.of', { all: counts.equipment }), counts.online < counts.equipment ? 'warn' : ''],
    ['tickets', counts.openTickets, '', ''],
    ['promises', counts.brokenPromises, '', counts.brokenPromises ? 'bad' : 'good'],
    ['calls', counts.liveCalls, '', counts.liveCalls ? 'accent' : ''],
    ['quarantine', state.waiting.more ? state.waiting.count + '+' : state.waiting.count, '', state.waiting.count ? 'warn' : ''],
  ]
  return h('ul', { class: 'vitals' }, figures.filter(([view]) => maySee(view)).map(([view, count, of, colour]) => h('li', { key: view }, h('a', { class: 'panel', href: to(view) }, [
    h('span', { class: 'quiet small' }, t('now.vital.' + view)),
    h('span', { class: ['big', 'number', colour] }, [String(count ?? 0), of ? h('small', of) : null]),
  ]))))
}
