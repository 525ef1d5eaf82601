// What an operator can do with a message in quarantine: mend it, let it go through the pipeline once more, or give it up.
import { h, reactive, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { act } from './act.js'
import { Ask } from './ask.js'

export const HoldActions = {
  props: ['message'],
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref('')
    const draft = reactive({ topic: '', machine: '', payload: '' })

    async function tell(what, body) {
      const done = await act(() => post(`/quarantine/${props.message.id}/${what}`, body))
      if (!done) return false
      asking.value = ''
      emit('done')
      return true
    }

    function mend() {
      const { message } = props
      const now = message.mended ?? { topic: message.topic, machine: '', payload: message.payload }
      Object.assign(draft, { topic: now.topic, machine: now.machine, payload: now.payload ?? '' })
      asking.value = 'mend'
    }

    const isText = () => props.message.whole && (props.message.mended ?? props.message).payload !== null

    async function save(andReplay) {
      const { topic, machine, payload } = draft
      if (await tell('repair', isText() ? { topic, machine, payload } : { topic, machine }) && andReplay) await tell('replay', {})
    }

    const bind = name => ({ value: draft[name], 'data-mend': name, onInput: event => { draft[name] = event.target.value } })
    const button = (key, click, first, submit) => h('button', { class: ['button', { 'main-action': first }], type: submit ? 'submit' : 'button', 'data-act': key, onClick: click }, t('hold.' + key))

    const form = () => h('form', {
      class: 'stack tight', 'data-mending': '', onSubmit: event => { event.preventDefault(); save(true) },
      onKeydown: event => { if (event.key === 'Escape') { event.preventDefault(); asking.value = '' } },
    }, [
      h('label', { class: 'field' }, [t('hold.topic'), h('input', { class: 'mono', required: true, maxlength: 1000, ...bind('topic'), onVnodeMounted: node => { node.el.focus() } })]),
      h('label', { class: 'field' }, [t('hold.sender'), h('input', { class: 'mono', maxlength: 64, pattern: '[A-Za-z0-9._\\-]*', placeholder: t('hold.senderHint'), ...bind('machine') })]),
      isText()
        ? h('label', { class: 'field' }, [t('hold.payload'), h('textarea', { class: 'mono', rows: 8, spellcheck: 'false', ...bind('payload') })])
        : h('p', { class: 'quiet small' }, t('hold.notEditable')),
      h('div', { class: 'row' }, [button('saveAndReplay', undefined, true, true), button('save', () => save(false)), button('leave', () => { asking.value = '' })]),
    ])

    const actions = ({ repaired }) => h('div', { class: 'row' }, [
      button('replay', () => tell('replay', {}), true),
      repaired ? button('replayAsItCame', () => tell('replay', { asItCame: true })) : null,
      button('mend', mend),
      button('discard', () => { asking.value = 'discard' }),
    ])

    return () => {
      const { message } = props
      if (message.state !== 'Waiting') return h('p', { class: 'quiet' }, t('hold.now.' + message.state))
      if (!may('replayQuarantined')) return h('p', { class: 'quiet' }, t('hold.notYours'))
      if (asking.value === 'mend') return form()
      if (asking.value === 'discard') {
        return h(Ask, { text: t('hold.discardAsk'), confirm: t('hold.discard'), reason: t('hold.why'), warn: true, onYes: reason => tell('discard', { reason }), onNo: () => { asking.value = '' } })
      }
      return actions(message)
    }
  },
}
