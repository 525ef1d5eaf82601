// What an account sees that must get a second factor before anything else.
import { h } from '../lib/vue.js'
import { signOut } from '../api.js'
import { t } from '../i18n/words.js'
import { LanguageSwitch } from '../parts/language-switch.js'
import { SecondFactor } from '../parts/second-factor.js'
import { session } from '../session.js'
import { state } from '../state.js'

export const Enrol = (_, { emit }) => h('main', { class: 'door', id: 'main' }, h('div', { class: 'stack' }, [
  h('div', { class: 'row' }, [
    h('span', { class: 'badge' }, session.account), h('span', { class: 'fill' }), h(LanguageSwitch),
    h('button', { class: 'button', type: 'button', id: 'leave', onClick: () => signOut().finally(() => emit('leave')) }, t('page.signOut')),
  ]),
  h('h1', t('factor.first')),
  h('p', { class: 'quiet small' }, t('factor.firstHint')),
  h(SecondFactor, { onDone: () => location.reload() }),
  state.toast ? h('p', { class: 'toast', role: 'status' }, state.toast) : null,
]))
Enrol.emits = ['leave']
