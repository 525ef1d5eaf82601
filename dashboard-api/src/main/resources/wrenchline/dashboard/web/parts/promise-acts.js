// What a desk can decide about a promise: pause a clock of our own with a reason, let it go on, and say why it was broken.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { act } from './act.js'
import { choices, EntryForm, localMoment, moment } from './entry-form.js'

const CAUSES = ['NOBODY_ACCEPTED', 'NOT_SET_OUT', 'TRAVEL', 'NOT_DIAGNOSED', 'PARTS', 'WORK', 'CUSTOMER_AWAY', 'SYSTEM', 'OTHER']
const HOUR = 3_600_000

// The contract's clocks never pause.
const ACTS = {
  pause: {
    operation: 'pausePromise', fits: promise => promise.state.type === 'Running' && promise.clause.clock === 'INTERNAL',
    fields: () => [
      { name: 'reason', label: t('clock.reason'), wide: true }, { name: 'requestedBy', label: t('clock.requestedBy'), most: 80 },
      { name: 'until', label: t('clock.until'), type: 'datetime-local', value: localMoment(state.now + HOUR) },
    ],
    body: entered => ({ ...entered, until: moment(entered.until) }),
  },
  resume: { operation: 'resumePromise', fits: promise => promise.state.type === 'Paused', fields: () => [], body: () => ({}) },
  cause: {
    operation: 'explainBreach', fits: promise => promise.state.type === 'Broken' || promise.state.type === 'KeptLate',
    fields: () => [{ name: 'cause', label: t('clock.causeIs'), type: 'select', options: choices('breach.', CAUSES), value: CAUSES[0] }, { name: 'text', label: t('clock.causeText'), optional: true, wide: true, most: 2000 }],
    body: entered => entered,
  },
}

export const PromiseActs = {
  props: ['promise'],
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref('')

    async function tell(name, entered) {
      if (!await act(() => post(`/promises/${props.promise.id}/${name}`, ACTS[name].body(entered)))) return
      asking.value = ''
      emit('done')
    }

    return () => {
      const names = Object.keys(ACTS).filter(name => may(ACTS[name].operation) && ACTS[name].fits(props.promise))
      if (!names.length) return null
      if (names.includes(asking.value)) {
        return h(EntryForm, { fields: ACTS[asking.value].fields(), confirm: t('clock.' + asking.value), onSend: entered => tell(asking.value, entered), onLeave: () => { asking.value = '' } })
      }
      return h('div', { class: 'row' }, names.map(name => h('button', {
        class: 'button', type: 'button', key: name, 'data-clock': name, onClick: () => ACTS[name].fields().length ? asking.value = name : tell(name, {}),
      }, t('clock.' + name))))
    }
  },
}

/** What was decided about a promise, and how it stands by other readings of the tender. */
export const Decisions = ({ promise }) => {
  const decided = promise.events.map(({ event }) => said(event)).filter(Boolean)
  const looser = promise.results.filter(result => result.looser)
  return decided.length + looser.length ? h('ul', { class: 'quiet small' }, [
    ...decided.map((text, index) => h('li', { key: index }, text)),
    ...looser.map(result => h('li', { key: result.clause }, t('clock.looser', { clause: result.clause, stands: t('clock.stands.' + result.met) }))),
  ]) : null
}
Decisions.props = ['promise']

function said(event) {
  switch (event.type) {
    case 'Paused': return t('clock.wasPaused', { by: name(event.by), approver: name(event.approver), reason: event.reason })
    case 'Resumed': return t('clock.wasResumed', { by: name(event.by) })
    case 'Explained': return t('clock.explained', { by: name(event.by), cause: t('breach.' + event.cause), text: event.text })
    default: return ''
  }
}

const name = actor => actor.name ?? actor.id ?? t('who.Product')
