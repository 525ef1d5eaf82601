// Signing in with name and password, or with the operator's token.
import { h, ref } from '../lib/vue.js'
import { signIn } from '../api.js'
import { t } from '../i18n/words.js'
import { LanguageSwitch } from '../parts/language-switch.js'

function why(refused) {
  if (!refused.problem) return 'door.away'
  const kind = refused.problem.type.split(':').at(-1)
  return { shut: 'door.shut', 'second-factor': 'door.code' }[kind] ?? 'door.wrong'
}

export const Door = {
  props: ['complaint'],
  emits: ['enter'],
  setup(props, { emit }) {
    const name = ref('')
    const password = ref('')
    const token = ref('')
    const byToken = ref(false)
    // The code of the authenticator; null until it is asked for.
    const factor = ref(null)
    const wrong = ref('')

    async function submit(event) {
      event.preventDefault()
      try {
        const named = { name: name.value.trim().toLowerCase(), password: password.value }
        await signIn(byToken.value ? { token: token.value.trim() } : factor.value ? { ...named, factor: factor.value.trim() } : named)
        emit('enter')
      } catch (refused) {
        wrong.value = why(refused)
        factor.value = wrong.value === 'door.code' || factor.value !== null ? '' : null
      }
    }

    function field(label, value, attributes) {
      return h('label', { class: 'field' }, [
        t(label),
        h('input', { required: true, value: value.value, onInput: event => { value.value = event.target.value }, ...attributes }),
      ])
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
        ...(byToken.value
          ? [field('door.token', token, { key: 'token', type: 'password', autocomplete: 'off', autofocus: true })]
          : [
              field('door.name', name, { key: 'name', type: 'text', autocomplete: 'username', autocapitalize: 'none', spellcheck: false, autofocus: true }),
              field('door.password', password, { key: 'password', type: 'password', autocomplete: 'current-password' }),
              factor.value === null ? null : field('door.factor', factor, { key: 'factor', type: 'text', name: 'factor', autocomplete: 'one-time-code', autocapitalize: 'none', spellcheck: false, onVnodeMounted: node => { node.el.focus() } }),
            ]),
        complaint ? h('p', { class: ['alert', { bad: complaint !== 'door.code' }], role: 'alert' }, t(complaint)) : null,
        h('button', { class: 'button main-action', type: 'submit' }, t('door.enter')),
        h('button', { class: 'button', type: 'button', onClick: () => { byToken.value = !byToken.value } }, t(byToken.value ? 'door.byPassword' : 'door.byToken')),
      ]))
    }
  },
}
