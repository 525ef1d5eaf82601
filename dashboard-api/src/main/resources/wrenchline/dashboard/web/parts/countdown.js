// A promise that is owed, on a list: how many seconds are left, of what, to whom.
import { h } from '../lib/vue.js'
import { countdown, hourMinute } from '../format.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { state } from '../state.js'
import { TicketBadge } from './badges.js'
import { reading } from './clock.js'
import { failureName } from './ticket-row.js'

export const Countdown = ({ promise }) => {
  const ticket = state.tickets.find(one => one.id === promise.ticket)
  const { share, colour } = reading(promise)
  const seconds = (Date.parse(promise.deadline) - state.now) / 1000
  const what = [ticket ? failureName(ticket) : '', ticket?.equipment ? named(ticket.equipmentNames, ticket.equipment) : ''].filter(Boolean).join(' · ')
  return h('li', { class: ['countdown', colour], 'data-owed': promise.id, 'data-broken': promise.state.type === 'Broken' ? '' : undefined }, [
    h('a', { href: to('tickets', promise.ticket) }, [
      h('span', { class: 'row' }, [h('b', t('promise.' + promise.clause.kind)), h('span', { class: 'quiet number' }, promise.ticket), ticket ? h(TicketBadge, { state: ticket.state.type }) : null]),
      h('span', { class: 'quiet small cut' }, what || promise.clause.id),
    ]),
    h('span', { class: 'time' }, [
      h('span', { class: ['left', colour] }, countdown(seconds)),
      h('span', { class: 'quiet small number' }, t(seconds < 0 ? 'now.wasDue' : 'now.due', { time: hourMinute(promise.deadline) })),
    ]),
    share === null ? null : h('span', { class: 'meter', 'aria-hidden': 'true' }, h('i', { class: colour, style: { transform: `scaleX(${share})` } })),
  ])
}
Countdown.props = ['promise']
