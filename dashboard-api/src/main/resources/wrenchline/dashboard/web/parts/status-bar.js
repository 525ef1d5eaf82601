// The bar at the top: search, whether the page is live and all parts are up, language and theme.
import { h } from '../lib/vue.js'
import { signOut } from '../api.js'
import { known, t } from '../i18n/words.js'
import { to } from '../route.js'
import { may, maySee, session } from '../session.js'
import { state } from '../state.js'
import { Icon } from './icon.js'
import { LanguageSwitch } from './language-switch.js'
import { openSearch } from './search.js'
import { ThemeSwitch } from './theme-switch.js'

export const StatusBar = (_, { emit }) => h('header', { class: 'bar' }, [
  h('a', { class: 'brand', href: to('now') }, [h('img', { src: 'icon.svg', alt: '' }), h('span', 'Wrenchline')]),
  !may('search') ? null : h('button', { class: 'finder', type: 'button', id: 'find', 'aria-haspopup': 'dialog', 'aria-label': t('search.title'), onClick: openSearch }, [
    h(Icon, { name: 'search' }), h('span', { class: 'wide-only' }, t('search.title')), h('kbd', { class: 'wide-only', 'aria-hidden': 'true' }, '/'),
  ]),
  h('span', { class: 'fill' }),
  health(),
  h('span', { class: ['badge', state.connected ? 'good' : 'warn'], role: 'status', id: 'live' }, [
    h('i', { class: ['dot', state.connected ? 'good' : 'warn'] }),
    t(state.connected ? 'live.on' : 'live.off'),
  ]),
  !maySee('wall') ? null : h('a', { class: 'button plain icon-only wide-only', href: to('wall'), title: t('nav.wall'), 'aria-label': t('nav.wall') }, h(Icon, { name: 'wall' })),
  h(maySee('account') ? 'a' : 'span', { class: 'badge wide-only', id: 'who', title: session.account, href: maySee('account') ? to('account') : undefined }, `${session.account} · ${t('account.role.' + session.role)}`),
  h(ThemeSwitch),
  h(LanguageSwitch),
  h('button', { class: 'button plain icon-only', type: 'button', id: 'leave', title: t('page.signOut'), 'aria-label': t('page.signOut'), onClick: () => signOut().finally(() => emit('leave')) }, h(Icon, { name: 'leave' })),
])
StatusBar.emits = ['leave']

function health() {
  if (!state.parts.length) return null
  const down = state.parts.filter(part => part.state !== 'UP' && part.state !== 'WARNING')
  const title = state.parts.map(part => `${partName(part)}: ${t('part.state.' + part.state)}`).join('\n')
  return down.length
    ? h('span', { class: ['badge', 'wide-only', down.some(part => part.essential) ? 'bad' : 'warn'], title }, t('part.someDown', { parts: down.map(partName).join(t('list.comma')) }))
    : h('span', { class: 'badge wide-only', title }, t('part.allUp'))
}

export function partName(part) {
  return known('part.' + part.name, part.name)
}
