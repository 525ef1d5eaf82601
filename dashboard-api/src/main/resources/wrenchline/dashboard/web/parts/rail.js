// The views, with how many things wait in each.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { route, to } from '../route.js'
import { machineList, state } from '../state.js'
import { Icon } from './icon.js'

const VIEWS = ['machines', 'tickets', 'calls', 'messages', 'devices', 'quarantine', 'ledger']

export const Rail = () => h('nav', { class: 'rail', 'aria-label': t('nav.label') }, h('ul', VIEWS.map(view => {
  const { count, hot } = waiting(view)
  return h('li', { key: view }, h('a', { href: to(view), 'aria-current': route.value.view === view ? 'page' : undefined }, [
    h(Icon, { name: view }),
    h('span', t('nav.' + view)),
    count ? h('span', { class: ['count', { hot }] }, count) : null,
  ]))
})))

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
