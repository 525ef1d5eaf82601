// What an operator can do with a ticket in its present state.
import { h, nextTick, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { t } from '../i18n/words.js'
import { act } from './act.js'

const WAITING = new Set(['Raised', 'Triaged', 'Assigned', 'Reopened'])
const MENDED = new Set(['Resolved', 'Confirmed'])

export const TicketActions = {
  props: ['ticket'],
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref(false)
    const how = ref('')
    const actions = ref(null)

    async function tell(what, body) {
      if (await act(() => post(`/tickets/${props.ticket.id}/${what}`, body))) {
        asking.value = false
        emit('done')
      }
    }

    function resolve(event) {
      event.preventDefault()
      tell('resolve', { how: how.value.trim() })
    }

    // Back to the buttons, with the focus on the one that asked.
    async function cancel() {
      asking.value = false
      await nextTick()
      actions.value?.querySelector('[data-action=resolve]')?.focus()
    }

    function escape(event) {
      if (event.key !== 'Escape') return
      event.preventDefault()
      cancel()
    }

    const button = (key, first, click) => h('button', { class: ['button', { 'main-action': first }], type: 'button', 'data-action': key.split('.')[1], onClick: click }, t(key))

    const question = () => h('form', { class: 'stack tight', onSubmit: resolve, onKeydown: escape }, [
      h('label', { class: 'field' }, [
        t('ticket.how'),
        h('input', {
          required: true, maxlength: 2000, placeholder: t('ticket.howHint'), value: how.value,
          onInput: event => { how.value = event.target.value }, onVnodeMounted: node => { node.el.focus() },
        }),
      ]),
      h('div', { class: 'row' }, [
        h('button', { class: 'button main-action', type: 'submit' }, t('ticket.resolve')),
        button('ticket.cancel', false, cancel),
      ]),
    ])

    return () => {
      const type = props.ticket.state.type
      if (asking.value) return question()
      return h('div', { class: 'row', ref: actions }, [
        WAITING.has(type) ? button('ticket.acknowledge', true, () => tell('acknowledge', {})) : null,
        MENDED.has(type) ? button('ticket.close', true, () => tell('close', {})) : button('ticket.resolve', !WAITING.has(type), () => { asking.value = true }),
      ])
    }
  },
}
