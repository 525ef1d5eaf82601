// What an operator can do with a callback that is owed.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { act } from './act.js'

export const SwitchboardActs = {
  props: ['one', 'staff'],
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref('')
    const text = ref('')
    const staff = ref('')

    async function tell(what, body) {
      if (await act(() => post(`/callbacks/${props.one.id}/${what}`, body))) {
        asking.value = ''
        text.value = ''
        emit('done')
      }
    }

    const SENDS = {
      takeOver: () => tell('take-over', { staff: staff.value }),
      myself: () => tell('take-over', { staff: staff.value, how: 'MYSELF' }),
      talked: () => tell('take-over', { staff: staff.value, how: 'TALKED' }),
      note: () => tell('notes', { text: text.value.trim() }),
      wrong: () => tell('wrong-number', text.value.trim() ? { number: text.value.trim() } : {}),
    }

    const ask = what => h('button', { class: 'button', type: 'button', 'data-act': what, onClick: () => { asking.value = what } }, t('switchboard.' + what))

    const people = () => h('label', { class: 'field' }, [
      t('switchboard.who'),
      h('select', { required: true, value: staff.value, onChange: event => { staff.value = event.target.value } }, [
        h('option', { value: '' }, t('switchboard.choose')),
        ...props.staff.map(one => h('option', { value: one.id, key: one.id }, `${one.name} ${one.phone}`)),
      ]),
    ])

    const line = what => h('label', { class: 'field' }, [
      t('switchboard.' + what + 'Text'),
      h('input', {
        required: what === 'note', maxlength: what === 'note' ? 500 : 20, inputmode: what === 'wrong' ? 'tel' : 'text', value: text.value,
        onInput: event => { text.value = event.target.value }, onVnodeMounted: node => { node.el.focus() },
      }),
    ])

    function send(event) {
      event.preventDefault()
      SENDS[asking.value]()
    }

    const form = what => h('form', { class: 'stack tight', onSubmit: send, onKeydown: event => { if (event.key === 'Escape') asking.value = '' } }, [
      h('p', { class: 'quiet small' }, t('switchboard.' + what + 'Hint')),
      what === 'note' || what === 'wrong' ? line(what) : people(),
      h('div', { class: 'row' }, [
        h('button', { class: 'button main-action', type: 'submit' }, t('switchboard.' + what)),
        h('button', { class: 'button', type: 'button', onClick: () => { asking.value = '' } }, t('ask.no')),
      ]),
    ])

    return () => !may('takeOverCallback') ? null : asking.value ? form(asking.value) : h('div', { class: 'row' }, Object.keys(SENDS).map(ask))
  },
}
