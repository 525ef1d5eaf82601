// A call of the log.
import { h } from '../lib/vue.js'
import { dateTime, duration } from '../format.js'
import { known, t } from '../i18n/words.js'
import { to } from '../route.js'
import { state } from '../state.js'
import { CallBadge } from './badges.js'
import { Sound } from './sound.js'

export const CallRow = ({ call, brief }) => h('li', { 'data-call': call.id }, [
  h('div', { class: 'row' }, [
    h('span', { class: 'title number' }, call.caller || t('call.hidden')),
    h(CallBadge, { outcome: call.outcome }),
    call.ticket && !brief ? h('a', { class: 'small', href: to('tickets', call.ticket) }, t('ticket.number', { id: call.ticket })) : null,
    h('span', { class: 'fill' }),
    brief ? null : h('span', { class: 'quiet small number' }, dateTime(call.began)),
  ]),
  h('p', { class: 'quiet small number' }, facts(call)),
  call.recording
    ? h(Sound, { path: '/recordings/calls/' + encodeURIComponent(call.id), label: t('call.recording') })
    : null,
])
CallRow.props = ['call', 'brief']

function facts(call) {
  const end = call.ended ? Date.parse(call.ended) : state.now
  return [
    t('call.length', { time: duration((end - Date.parse(call.began)) / 1000) }),
    call.confirmedNumber && t('call.number', { number: call.confirmedNumber }),
    call.equipmentCode && t('call.equipment', { code: call.equipmentCode }),
    call.outcome !== 'TICKET' && t('call.step', { step: known('step.' + call.step, call.step) }),
  ].filter(Boolean).join(' · ')
}
