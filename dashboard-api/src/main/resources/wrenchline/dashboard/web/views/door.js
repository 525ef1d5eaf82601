// Signing in with the operator's token.
import { h, ref } from '../lib/vue.js'
import { signIn } from '../api.js'
import { t } from '../i18n/words.js'
import { LanguageSwitch } from '../parts/language-switch.js'

export const Door = {
  props: ['complaint'],
  emits: ['enter'],
  setup(props, { emit }) {
    const token = ref('')
    const wrong = ref('')

    async function submit(event) {
      event.preventDefault()
      try {
        await signIn({ token: token.value.trim() })
        emit('enter')
      } catch (refused) {
        wrong.value = refused.problem ? 'door.wrong' : 'door.away'
      }
    }

    return () => {
      const complaint = wrong.value || props.complaint
      return h('main', { class: 'door' }, h('form', { class: 'panel', onSubmit: submit }, [
        h('div', { class: 'row' }, [
          h('span', { class: 'brand' }, [h('img', { src: 'icon.svg', alt: '' }), 'Wrenchline']),
          h('span', { class: 'fill' }),
          h(LanguageSwitch),
        ]),
        h('h1', t('door.title')),
        h('p', { class: 'quiet small' }, t('door.hint')),
        h('label', { class: 'field' }, [
          t('door.token'),
          h('input', {
            type: 'password', autocomplete: 'current-password', required: true, autofocus: true,
            value: token.value, onInput: event => { token.value = event.target.value },
          }),
        ]),
        complaint ? h('p', { class: 'alert bad', role: 'alert' }, t(complaint)) : null,
        h('button', { class: 'button main-action', type: 'submit' }, t('door.enter')),
      ]))
    }
  },
}
