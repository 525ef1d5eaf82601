// A callback: where it stands on its ladder, and who is being rung at this moment.
import { h } from '../lib/vue.js'
import { duration, isoSeconds } from '../format.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { state } from '../state.js'
import { CallbackBadge } from './badges.js'
import { Clock } from './clock.js'

export const CallbackRow = ({ callback }) => {
  const now = callback.state
  const promise = state.promises.find(one => one.id === callback.promise)
  return h('li', { 'data-callback': callback.id }, [
    h('div', { class: 'row' }, [
      h('span', { class: 'title number' }, t('callback.to', callback)),
      h(CallbackBadge, { state: now.type }),
      h('span', { class: 'fill' }),
      h('a', { class: 'small', href: to('tickets', callback.ticket) }, t('ticket.number', { id: callback.ticket })),
    ]),
    doing(now),
    promise ? h(Clock, { promise }) : null,
    isOver(callback) ? null : h('ol', { class: 'ladder', 'aria-label': t('callback.ladder') }, callback.ladder.map((step, index) => h('li', { class: rung(now, index), key: index }, ladderText(step)))),
  ])
}
CallbackRow.props = ['callback']

export function isOver(callback) {
  return callback.state.type === 'Done' || callback.state.type === 'Cancelled'
}

function doing(now) {
  const parts = []
  if (now.type === 'Offering') parts.push(h('span', { class: 'ringing' }, t('callback.ringing', { names: now.offers.map(offer => person(offer.staff)).join(', ') })))
  if (now.staff) parts.push(h('span', t('callback.with', { name: person(now.staff) })))
  const next = now.type === 'Retrying' ? now.at : now.next
  const seconds = next ? (Date.parse(next) - state.now) / 1000 : 0
  if (seconds > 0) parts.push(h('span', { class: 'quiet number' }, t('callback.next', { time: duration(seconds) })))
  return parts.length ? h('div', { class: 'row small' }, parts) : null
}

function person(staff) {
  return `${staff.name} ${staff.phone}`
}

// The state names the next step; the one before it is what is being done.
function rung(now, index) {
  if (now.step === undefined) return ''
  return index === now.step - 1 ? 'now' : index < now.step ? 'past' : ''
}

function ladderText(step) {
  return `${duration(isoSeconds(step.after)).split(' ')[0]} ${t('target.' + step.target)}`
}
