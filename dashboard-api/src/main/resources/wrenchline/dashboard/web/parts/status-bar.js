// The bar at the top: whether the page is live and all parts are up.
import { h } from '../lib/vue.js'
import { signOut } from '../api.js'
import { known, t } from '../i18n/words.js'
import { to } from '../route.js'
import { state } from '../state.js'
import { LanguageSwitch } from './language-switch.js'

export const StatusBar = (_, { emit }) => h('header', { class: 'bar' }, [
  h('a', { class: 'brand', href: to('machines') }, [h('img', { src: 'icon.svg', alt: '' }), h('span', 'Wrenchline')]),
  h('span', { class: 'fill' }),
  health(),
  h('span', { class: ['badge', state.connected ? 'good' : 'warn'], role: 'status', id: 'live' }, [
    h('i', { class: ['dot', state.connected ? 'good' : 'warn'] }),
    t(state.connected ? 'live.on' : 'live.off'),
  ]),
  h(LanguageSwitch),
  h('button', { class: 'button plain', type: 'button', onClick: () => signOut().finally(() => emit('leave')) }, t('page.signOut')),
])
StatusBar.emits = ['leave']

function health() {
  if (!state.parts.length) return null
  const down = state.parts.filter(part => part.state !== 'UP' && part.state !== 'WARNING')
  const title = state.parts.map(part => `${partName(part)}: ${t('part.state.' + part.state)}`).join('\n')
  return down.length
    ? h('span', { class: ['badge', 'wide-only', down.some(part => part.essential) ? 'bad' : 'warn'], title }, t('part.someDown', { parts: down.map(partName).join(', ') }))
    : h('span', { class: 'badge wide-only', title }, t('part.allUp'))
}

export function partName(part) {
  return known('part.' + part.name, part.name)
}
