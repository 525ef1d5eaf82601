// The views, with how many things wait in each. On a telephone the first of them, and all behind one button.
import { h, ref, watch } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { route, to } from '../route.js'
import { maySee } from '../session.js'
import { machineList, state } from '../state.js'
import { Icon } from './icon.js'

const GROUPS = [
  ['live', ['now', 'machines']],
  ['service', ['tickets', 'switchboard', 'calls', 'complaints', 'promises', 'roster', 'messages']],
  ['data', ['devices', 'quarantine', 'ledger', 'audit', 'settings', 'access', 'account']],
]
/** The groups of views that are open to whoever is signed in. */
export function groups() {
  return GROUPS.map(([group, views]) => [group, views.filter(maySee)]).filter(([, views]) => views.length)
}

const ON_A_PHONE = ['now', 'machines', 'tickets', 'calls']

export const Rail = {
  setup() {
    const open = ref(false)
    watch(route, () => { open.value = false })
    return () => h('nav', { class: ['rail', { open: open.value }], 'aria-label': t('nav.label'), onKeydown: event => { if (event.key === 'Escape') open.value = false } }, [
      ...groups().map(([group, views]) => h('div', { class: 'group', key: group }, [
        h('h2', { id: 'nav-' + group }, t('nav.group.' + group)),
        h('ul', { 'aria-labelledby': 'nav-' + group }, views.map(link)),
      ])),
      h('button', { class: 'more', type: 'button', 'aria-expanded': String(open.value), onClick: () => { open.value = !open.value } }, [h(Icon, { name: 'more' }), h('span', t('nav.more'))]),
    ])
  },
}

function link(view) {
  const { count, hot } = waiting(view)
  return h('li', { key: view, class: { first: ON_A_PHONE.includes(view) } }, h('a', { href: to(view), 'aria-current': route.value.view === view ? 'page' : undefined }, [
    h(Icon, { name: view }),
    h('span', t('nav.' + view)),
    count ? h('span', { class: ['count', { hot }] }, count) : null,
  ]))
}

function waiting(view) {
  const counts = state.counts
  switch (view) {
    case 'tickets': return { count: counts.openTickets, hot: counts.brokenPromises > 0 }
    case 'calls': return { count: counts.openCallbacks + counts.liveCalls, hot: counts.openCallbacks > 0 }
    case 'devices': return { count: machineList().filter(machine => machine.account === 'Pending').length, hot: false }
    case 'quarantine': return { count: state.waiting.more ? state.waiting.count + '+' : state.waiting.count, hot: false }
    default: return { count: 0, hot: false }
  }
}
