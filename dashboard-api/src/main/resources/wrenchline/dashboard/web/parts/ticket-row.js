// A ticket on a list, with its clocks.
import { h } from '../lib/vue.js'
import { dateTime } from '../format.js'
import { known, named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { state } from '../state.js'
import { SeverityBadge, TicketBadge } from './badges.js'
import { byUrgency, Clock } from './clock.js'

export const TicketRow = ({ ticket }) => {
  const promises = byUrgency(state.promises.filter(promise => promise.ticket === ticket.id))
  return h('li', { 'data-ticket': ticket.id }, [
    h('div', { class: 'row' }, [
      h('a', { class: 'title number', href: to('tickets', ticket.id) }, `${ticket.id} · ${failureName(ticket)}`),
      h(TicketBadge, { state: ticket.state.type }),
      h(SeverityBadge, { severity: ticket.severity }),
      h('span', { class: 'fill' }),
      h('span', { class: 'quiet small number' }, dateTime(ticket.raised)),
    ]),
    h('p', { class: 'quiet small' }, ticket.equipment ? `${named(ticket.equipmentNames, ticket.equipment)} · ${ticket.equipment}` : t('ticket.noEquipment')),
    promises.length ? h('div', { class: 'clocks' }, promises.map(promise => h(Clock, { promise, key: promise.id }))) : null,
  ])
}
TicketRow.props = ['ticket']

export function failureName(ticket) {
  return named(ticket.failureNames, known('failure.' + ticket.failureMode, ticket.failureMode))
}
