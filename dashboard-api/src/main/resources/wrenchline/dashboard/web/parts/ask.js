// A question before something is done, with a reason where one is wanted.
import { h, ref } from '../lib/vue.js'
import { t } from '../i18n/words.js'

export const Ask = {
  props: { text: String, confirm: String, reason: { type: String, default: '' }, warn: Boolean },
  emits: ['yes', 'no'],
  setup(props, { emit }) {
    const reason = ref('')
    const focus = node => { node.el.focus() }
    return () => h('form', {
      class: 'stack tight ask',
      onSubmit: event => { event.preventDefault(); emit('yes', reason.value.trim()) },
      onKeydown: event => { if (event.key === 'Escape') { event.preventDefault(); emit('no') } },
    }, [
      h('p', { class: ['alert', { bad: props.warn }] }, props.text),
      props.reason ? h('label', { class: 'field' }, [props.reason, h('input', {
        required: true, maxlength: 500, value: reason.value, onInput: event => { reason.value = event.target.value }, onVnodeMounted: focus,
      })]) : null,
      h('div', { class: 'row' }, [
        h('button', { class: 'button main-action', type: 'submit', onVnodeMounted: props.reason ? undefined : focus }, props.confirm),
        h('button', { class: 'button', type: 'button', onClick: () => emit('no') }, t('ask.no')),
      ]),
    ])
  },
}
