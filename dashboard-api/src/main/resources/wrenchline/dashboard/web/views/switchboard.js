// The switchboard: who talks to whom now, what is owed by when, and what an operator does about it.
import { h } from '../lib/vue.js'
import { dateTime, duration } from '../format.js'
import { known, t } from '../i18n/words.js'
import { to } from '../route.js'
import { state } from '../state.js'
import { CallbackBadge } from '../parts/badges.js'
import { useDetail } from '../parts/detail.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'
import { SwitchboardActs } from '../parts/switchboard-acts.js'

// Notes are entered between changes, too.
const EVERY_SECONDS = 5

export const Switchboard = {
  setup() {
    const { found, read } = useDetail('/switchboard', ['call', 'callback', 'promise', 'ticket'], EVERY_SECONDS)
    return () => {
      const calls = found.value?.calls ?? []
      const owed = found.value?.callbacks ?? []
      return h('div', [
        h('div', { class: 'head' }, [
          h('h1', t('switchboard.title')),
          h('span', { class: 'quiet' }, t('switchboard.summary', { calls: calls.length, owed: owed.length })),
        ]),
        h('div', { class: 'columns even' }, [
          h(Panel, { title: t('switchboard.owed') }, () => owed.length
            ? h('ol', { class: 'rows' }, owed.map(one => h(Owed, { one, staff: found.value.staff, key: one.id, onDone: read })))
            : h(Empty, { title: t('calls.noCallbacks'), hint: t('switchboard.noneHint') })),
          h(Panel, { title: t('switchboard.calls') }, () => calls.length
            ? h('ul', { class: 'rows' }, calls.map(call => h(Live, { call, key: call.id })))
            : h(Empty, { title: t('switchboard.noCalls'), hint: t('switchboard.noCallsHint') })),
        ]),
      ])
    }
  },
}

const Live = ({ call }) => h('li', { 'data-live': call.id }, [
  h('div', { class: 'row' }, [
    h('span', { class: 'title number' }, call.caller || t('call.hidden')),
    call.customer ? h('span', call.customer) : null,
    h('span', { class: 'fill' }),
    h('span', { class: 'number' }, duration((state.now - Date.parse(call.began)) / 1000)),
  ]),
  h('p', { class: 'quiet small' }, t('call.step', { step: known('step.' + call.step, call.step) })),
])
Live.props = ['call']

const Owed = ({ one, staff }, { emit }) => h('li', { 'data-owed': one.id }, [
  h('div', { class: 'row' }, [
    h(Left, { clock: one.clock }),
    h('span', { class: 'title number' }, one.number),
    one.customer ? h('span', one.customer) : null,
    h(CallbackBadge, { state: one.state.type }),
    h('span', { class: 'fill' }),
    h('a', { class: 'small', href: to('tickets', one.ticket) }, t('ticket.number', { id: one.ticket })),
  ]),
  h('p', { class: 'small' }, who(one.state)),
  one.acts.length ? h('ul', { class: 'quiet small' }, one.acts.map((act, index) => h('li', { key: index }, [dateTime(act.at), ' ', h('b', act.who), ' ', t('act.' + act.act), act.text ? [' ', h('q', act.text)] : null]))) : null,
  h(SwitchboardActs, { one, staff, onDone: () => emit('done') }),
])
Owed.props = ['one', 'staff']
Owed.emits = ['done']

// Seconds, so that a glance tells which is next.
const Left = ({ clock }) => {
  if (clock.state.type !== 'Running' && clock.state.type !== 'Broken') return null
  const left = Math.round((Date.parse(clock.deadline) - state.now) / 1000)
  const colour = left < 300 ? 'bad' : left < 900 ? 'warn' : 'good'
  const text = left > 0 ? t('switchboard.left', { seconds: left }) : t('switchboard.over', { seconds: -left })
  return h('strong', { class: ['left', 'number', colour], title: clock.clause.text }, text)
}
Left.props = ['clock']

/** Who is ringing whom. */
function who(now) {
  if (now.type === 'Offering') return t('callback.ringing', { names: now.offers.map(offer => `${offer.staff.name} ${offer.staff.phone}`).join(', ') })
  if (now.staff) return t('callback.with', { name: `${now.staff.name} ${now.staff.phone}` })
  const next = now.next ? (Date.parse(now.next) - state.now) / 1000 : 0
  return next > 0 ? t('callback.next', { time: duration(next) }) : t('switchboard.nobody')
}
