// One ticket with everything that hangs on it.
import { h } from '../lib/vue.js'
import { dateTime } from '../format.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { may, session } from '../session.js'
import { state } from '../state.js'
import { SeverityBadge, TicketBadge } from '../parts/badges.js'
import { CallbackRow } from '../parts/callback-row.js'
import { byUrgency, Clock } from '../parts/clock.js'
import { useDetail } from '../parts/detail.js'
import { Empty } from '../parts/empty.js'
import { Figure } from '../parts/figure.js'
import { Files } from '../parts/files.js'
import { Panel } from '../parts/panel.js'
import { Decisions, PromiseActs } from '../parts/promise-acts.js'
import { QuotePanel } from '../parts/quote.js'
import { Reason } from '../parts/reason.js'
import { TicketActions } from '../parts/ticket-actions.js'
import { failureName } from '../parts/ticket-row.js'
import { Timeline } from '../parts/timeline.js'

export const Ticket = {
  props: ['id'],
  setup(props) {
    const { found, read } = useDetail('/tickets/' + encodeURIComponent(props.id), ['ticket', 'promise', 'callback', 'notice', 'call'])
    return () => {
      const ticket = found.value
      if (ticket === undefined) return h('p', { class: 'quiet' }, t('page.loading'))
      if (ticket === null) return h('div', { class: 'panel' }, h(Empty, { title: t('ticket.unknown'), hint: h('a', { href: to('tickets') }, t('ticket.back')) }))
      return h('div', [head(ticket), h('div', { class: 'columns' }, [
        h('div', { class: 'stack' }, [
          h(TicketActions, { ticket, onDone: read }),
          report(ticket),
          h(Panel, { title: t('ticket.timeline') }, () => h('div', { class: 'inside' }, h(Timeline, { ticket }))),
        ]),
        h('div', { class: 'stack' }, [
          h(Panel, { title: t('ticket.promises') }, () => promises(ticket, read)),
          rows('ticket.callbacks', ticket.callbacks, callback => h(CallbackRow, { callback, key: callback.id })),
          ticket.why ? h(Reason, { ticket, onDone: read }) : null,
          h(QuotePanel, { ticket, onDone: read }),
          h(Files, { title: t('files.ticket'), id: 'attachments', files: attached(ticket), path: `/tickets/${ticket.id}/attachments`, adds: may('attachToTicket') && ticket.state.type !== 'Merged', onDone: read }),
          figure(ticket),
        ]),
      ])])
    }
  },
}

function head(ticket) {
  return h('div', { class: 'head' }, [
    h('a', { href: to('tickets'), class: 'back' }, '‹ ' + t('ticket.back')),
    h('h1', { class: 'number' }, `${ticket.id} · ${failureName(ticket)}`),
    h(TicketBadge, { state: ticket.state.type }),
    h(SeverityBadge, { severity: ticket.severity }),
    ticket.equipment ? h('a', { href: to('machines', ticket.equipment) }, named(ticket.equipmentNames, ticket.equipment)) : h('span', { class: 'quiet' }, t('ticket.noEquipment')),
    h('span', { class: 'quiet' }, t('ticket.raised', { time: dateTime(ticket.raised) })),
  ])
}

// What whoever asked for help said. The code proves that somebody arrived, so the customer alone reads it here.
function report({ report: said, arrivalCode }) {
  const code = session.customer ? arrivalCode : ''
  if (!said && !code) return null
  return h(Panel, { title: t(said ? 'report.said' : 'report.arrival') }, () => h('div', { class: 'inside stack tight' }, [
    said ? h('p', { class: 'break' }, said.text) : null,
    said ? h('p', { class: 'quiet small' }, [said.name, said.phone, said.address].filter(Boolean).join(' · ')) : null,
    code ? h('p', t('report.arrivalCode', { code })) : null,
  ]))
}

// What was measured, as it goes on.
function figure(ticket) {
  const machine = state.machines[ticket.equipment]
  const value = ticket.origin.type === 'Telemetry' && machine?.values.find(one => one.metric === ticket.origin.finding.metric)
  return value ? h(Figure, { machine, value }) : null
}

const attached = ticket => ticket.events.filter(({ event }) => event.type === 'Attached').map(({ event }) => event.attachment)

function promises(ticket, read) {
  return ticket.promises.length
    ? h('div', { class: 'inside stack' }, byUrgency(ticket.promises).map(promise => h('div', { class: 'stack tight', key: promise.id }, [
      h(Clock, { promise, full: true }), h(Decisions, { promise }), h(PromiseActs, { promise, onDone: read }),
    ])))
    : h('p', { class: 'inside quiet' }, t('promise.none'))
}

function rows(title, items, row) {
  return items.length ? h(Panel, { title: t(title) }, () => h('ul', { class: 'rows' }, items.map(row))) : null
}
