// One ticket with everything that hangs on it.
import { h } from '../lib/vue.js'
import { dateTime } from '../format.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { state } from '../state.js'
import { SeverityBadge, TicketBadge } from '../parts/badges.js'
import { CallbackRow } from '../parts/callback-row.js'
import { byUrgency, Clock } from '../parts/clock.js'
import { useDetail } from '../parts/detail.js'
import { Empty } from '../parts/empty.js'
import { Figure } from '../parts/figure.js'
import { Panel } from '../parts/panel.js'
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
          ticket.state.type === 'Closed' ? null : h(TicketActions, { ticket, onDone: read }),
          h(Panel, { title: t('ticket.timeline') }, () => h('div', { class: 'inside' }, h(Timeline, { ticket }))),
        ]),
        h('div', { class: 'stack' }, [
          h(Panel, { title: t('ticket.promises') }, () => promises(ticket)),
          rows('ticket.callbacks', ticket.callbacks, callback => h(CallbackRow, { callback, key: callback.id })),
          ticket.why ? h(Reason, { ticket, onDone: read }) : null,
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

// What was measured, as it goes on.
function figure(ticket) {
  const machine = state.machines[ticket.equipment]
  const value = ticket.origin.type === 'Telemetry' && machine?.values.find(one => one.metric === ticket.origin.finding.metric)
  return value ? h(Figure, { machine, value }) : null
}

function promises(ticket) {
  return ticket.promises.length
    ? h('div', { class: 'inside stack' }, byUrgency(ticket.promises).map(promise => h(Clock, { promise, full: true, key: promise.id })))
    : h('p', { class: 'inside quiet' }, t('promise.none'))
}

function rows(title, items, row) {
  return items.length ? h(Panel, { title: t(title) }, () => h('ul', { class: 'rows' }, items.map(row))) : null
}
