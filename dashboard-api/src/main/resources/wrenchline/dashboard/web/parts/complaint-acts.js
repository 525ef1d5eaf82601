// What is done about a complaint, one button each; a form opens where there is something to say.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { act } from './act.js'
import { choices, EntryForm } from './entry-form.js'
import { everybody } from './people.js'

const FLAGS = ['URGENT', 'CRISIS', 'MEDIA', 'LITIGATION']

const settled = ({ complaint }) => complaint.state.type === 'Settled'
const why = () => ({ name: 'why', label: t('complaint.why'), wide: true })

const ACTS = {
  Answered: {
    fits: detail => !settled(detail),
    fields: () => ['cause', 'remedy', 'prevention'].map(name => ({ name, label: t('complaint.' + name), type: 'area', most: 2000, optional: name === 'prevention' })),
  },
  Settled: { fits: ({ complaint }) => complaint.state.type === 'Answered', fields: () => [] },
  Objected: { fits: ({ complaint }) => complaint.state.type !== 'Open', fields: () => [why()] },
  Noted: { fits: () => true, fields: () => [{ name: 'text', label: t('complaint.note'), type: 'area', most: 4000 }] },
  Given: {
    fits: detail => !settled(detail),
    fields: () => [{ name: 'owner', label: t('complaint.owner'), type: 'select', options: everybody().map(person => [person.id, person.name]) }],
  },
  Flagged: {
    fits: detail => !settled(detail) && free(detail).length > 0,
    fields: detail => [{ name: 'flag', label: t('complaint.flag'), type: 'select', options: choices('complaint.flag.', free(detail)), value: free(detail)[0] }, why()],
  },
  Raised: {
    fits: detail => !settled(detail) && above(detail).length > 0,
    fields: detail => [{ name: 'step', label: t('complaint.to'), type: 'select', options: above(detail).map(step => [String(step), t('target.' + detail.ladder[step].target)]), value: String(above(detail)[0]) }, why()],
    body: ({ step, ...rest }) => ({ ...rest, step: Number(step) }),
  },
}

const free = ({ complaint }) => FLAGS.filter(flag => !complaint.state.course.flags.includes(flag))
const above = ({ complaint, ladder }) => ladder.map((_, step) => step).filter(step => step >= complaint.state.step)

export const ComplaintActs = {
  props: ['detail'],
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref('')

    async function tell(type, entered) {
      const body = ACTS[type].body ?? (same => same)
      if (!await act(() => post(`/complaints/${props.detail.complaint.id}/events`, { type, ...body(entered) }))) return
      asking.value = ''
      emit('done')
    }

    return () => {
      if (!may('tellComplaint')) return null
      const names = Object.keys(ACTS).filter(name => ACTS[name].fits(props.detail))
      if (names.includes(asking.value)) {
        return h(EntryForm, { key: asking.value, fields: ACTS[asking.value].fields(props.detail), confirm: t('complaint.act.' + asking.value), onSend: entered => tell(asking.value, entered), onLeave: () => { asking.value = '' } })
      }
      return h('div', { class: 'row' }, names.map((name, index) => h('button', {
        class: ['button', { 'main-action': index === 0 }], type: 'button', key: name, 'data-act': name, onClick: () => ACTS[name].fields(props.detail).length ? asking.value = name : tell(name, {}),
      }, t('complaint.act.' + name))))
    }
  },
}
