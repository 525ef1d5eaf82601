// One's own account: as what one is signed in and where, another password, and the second factor.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { t } from '../i18n/words.js'
import { session } from '../session.js'
import { toast } from '../state.js'
import { act } from '../parts/act.js'
import { EntryForm } from '../parts/entry-form.js'
import { Panel } from '../parts/panel.js'
import { SecondFactor } from '../parts/second-factor.js'
import { Sessions } from '../parts/sessions.js'

const FIELDS = ['old', 'password', 'again']

export const Account = {
  setup() {
    const asking = ref(false)

    async function choose({ old, password, again }) {
      if (password !== again) return toast(t('account.differs'))
      if (!await act(() => post('/session/password', { old, password }))) return
      asking.value = false
      toast(t('account.changed'))
    }

    const field = name => ({
      name, label: t('account.' + name), type: 'password', wide: true, minlength: name === 'old' ? undefined : 12, most: 128,
      autocomplete: name === 'old' ? 'current-password' : 'new-password',
    })

    // The operator's token is no account.
    const password = () => h(Panel, { title: session.account, more: t('account.role.' + session.role), id: 'account' }, () => h('div', { class: 'inside stack narrow' }, session.account === 'operator'
      ? h('p', { class: 'quiet' }, t('account.operator'))
      : [
          h('p', { class: 'quiet' }, t('account.hint')),
          asking.value
            ? h(EntryForm, { fields: FIELDS.map(field), confirm: t('account.choose'), onSend: choose, onLeave: () => { asking.value = false } })
            : h('div', { class: 'row' }, h('button', { class: 'button', type: 'button', 'data-act': 'choose', onClick: () => { asking.value = true } }, t('account.choose'))),
        ]))

    return () => h('div', [
      h('div', { class: 'head' }, [h('h1', t('nav.account'))]),
      h('div', { class: 'columns even' }, [h('div', { class: 'stack' }, [password(), session.account === 'operator' ? null : h(SecondFactor)]), h(Sessions)]),
    ])
  },
}
