// Who may sign in, as what, and what an administrator does about it. A password is shown once.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { date } from '../format.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { act } from './act.js'
import { Ask } from './ask.js'
import { useDetail } from './detail.js'
import { EntryForm } from './entry-form.js'
import { Handout } from './handout.js'
import { Panel } from './panel.js'
import { roleFields, roleName } from './role-fields.js'

// Where the address is not the word.
const PATHS = { signOut: 'sign-out', removeFactor: 'second-factor/remove' }

export const Accounts = {
  setup() {
    const { found, read } = useDetail('/accounts', [])
    // What is asked for, and of which account: none for a new one.
    const asking = ref({})
    const handout = ref(null)
    const leave = () => { asking.value = {} }

    async function send(path, body) {
      const account = await act(() => post('/accounts' + path, body))
      if (!account) return
      handout.value = account.password && { username: account.name, password: account.password }
      leave()
      read()
    }

    const to = ({ name }, what) => `/${encodeURIComponent(name)}/${what}`
    const ask = (what, name) => () => { handout.value = null; asking.value = { what, name } }
    const button = (key, onClick) => h('button', { class: 'button', type: 'button', 'data-act': key, onClick }, t('access.' + key))
    const isAsked = (what, name) => asking.value.what === what && asking.value.name === name

    const row = account => h('li', { key: account.name, 'data-account': account.name }, [
      h('div', { class: 'row' }, [
        h('b', account.name), h('span', { class: 'badge accent' }, roleName(account)),
        account.disabled ? h('span', { class: 'badge bad' }, t('access.disabled')) : null,
        account.secondFactor ? h('span', { class: 'badge good' }, t('access.factor')) : null,
        account.failures ? h('span', { class: 'badge warn' }, t('access.failures', { count: account.failures })) : null,
        h('span', { class: 'fill' }),
        asking.value.name === account.name ? null : h('div', { class: 'row' }, [
          may('assignRole') ? button('assign', ask('assign', account.name)) : null,
          account.secondFactor && may('removeSecondFactorOf') ? button('removeFactor', ask('removeFactor', account.name)) : null,
          may('signOutAccount') ? button('signOut', ask('signOut', account.name)) : null,
          may('resetPassword') ? button('reset', ask('reset', account.name)) : null,
          account.disabled ? (may('enableAccount') ? button('enable', () => send(to(account, 'enable'), {})) : null) : may('disableAccount') ? button('disable', ask('disable', account.name)) : null,
        ]),
      ]),
      h('p', { class: 'quiet small' }, t('access.created', { date: date(account.created) })),
      isAsked('assign', account.name) ? h(EntryForm, { fields: roleFields(account), confirm: t('access.assign'), text: t('access.assignHint'), onSend: body => send(to(account, 'role'), body), onLeave: leave }) : null,
      ['reset', 'disable', 'signOut', 'removeFactor'].map(what => isAsked(what, account.name) ? h(Ask, { key: what, text: t(`access.${what}Ask`), confirm: t('access.' + what), warn: true, onYes: () => send(to(account, PATHS[what] ?? what), {}), onNo: leave }) : null),
      handout.value?.username === account.name ? h(Handout, { handout: handout.value, text: t('access.once'), onDone: () => { handout.value = null } }) : null,
    ])

    return () => found.value ? h(Panel, { title: t('access.accounts'), more: t('access.count', { count: found.value.items.length }), id: 'accounts' }, () => [
      h('ul', { class: 'rows wide' }, found.value.items.map(row)),
      !may('createAccount') ? null : h('div', { class: 'inside' }, isAsked('create')
        ? h(EntryForm, { fields: [{ name: 'name', label: t('access.name'), most: 64, pattern: '[a-z0-9][a-z0-9._@\\-]{1,63}', hint: 'li.sample' }, ...roleFields()], confirm: t('access.create'), onSend: body => send('', body), onLeave: leave })
        : button('create', ask('create'))),
    ]) : null
  },
}
