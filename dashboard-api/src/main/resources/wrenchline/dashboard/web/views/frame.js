// Everything around the views.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { route } from '../route.js'
import { may, maySee, session } from '../session.js'
import '../keyboard.js'
import { state } from '../state.js'
import { Alerts } from '../parts/alerts.js'
import { Empty } from '../parts/empty.js'
import { Rail } from '../parts/rail.js'
import { Search } from '../parts/search.js'
import { Shortcuts } from '../parts/shortcuts.js'
import { StatusBar } from '../parts/status-bar.js'
import { Access } from './access.js'
import { Account } from './account.js'
import { Audit } from './audit.js'
import { Calls } from './calls.js'
import { Complaint } from './complaint.js'
import { Complaints } from './complaints.js'
import { Devices } from './devices.js'
import { Held } from './held.js'
import { Ledger } from './ledger.js'
import { Machine } from './machine.js'
import { Machines } from './machines.js'
import { Messages } from './messages.js'
import { Now } from './now.js'
import { Own } from './own.js'
import { Promises } from './promises.js'
import { Quarantine } from './quarantine.js'
import { Roster } from './roster.js'
import { Settings } from './settings.js'
import { Switchboard } from './switchboard.js'
import { Ticket } from './ticket.js'
import { Tickets } from './tickets.js'
import { Wall } from './wall.js'

const LISTS = { machines: Machines, tickets: Tickets, switchboard: Switchboard, calls: Calls, complaints: Complaints, promises: Promises, roster: Roster, messages: Messages, devices: Devices, quarantine: Quarantine, ledger: Ledger, audit: Audit, settings: Settings, access: Access, account: Account }
const DETAILS = { machines: Machine, tickets: Ticket, complaints: Complaint, quarantine: Held }

export const Frame = (_, { emit }) => route.value.view === 'wall' && maySee('wall')
  ? h('main', { class: 'wall-frame', id: 'main', tabindex: -1 }, state.loaded ? h(Wall) : loading())
  : h('div', { class: 'frame' }, [
    h('a', { class: 'skip', href: '#main', onClick: skip }, t('page.skip')),
    h(StatusBar, { onLeave: () => emit('leave') }),
    h(Rail),
    h('main', { class: 'main', id: 'main', tabindex: -1 }, [h(Alerts), state.loaded ? view() : loading()]),
    state.toast ? h('p', { class: 'toast', role: 'status' }, state.toast) : null,
    may('search') ? h(Search) : null,
    h(Shortcuts),
  ])
Frame.emits = ['leave']

const loading = () => h('p', { class: 'quiet' }, t('page.loading'))

// Not followed as a link: the fragment is the page's own address.
function skip(event) {
  event.preventDefault()
  document.getElementById('main').focus()
}

function view() {
  const { view, id } = route.value
  if (!maySee(view)) return h('div', { class: 'panel' }, [h('h1', { class: 'unseen' }, t('page.notYours')), h(Empty, { title: t('page.notYours'), hint: t('page.notYoursHint', { role: t('account.role.' + session.role) }) })])
  const detail = id && DETAILS[view]
  return detail ? h(detail, { id, key: view + id }) : h(LISTS[view] ?? home(), { key: view })
}

// A customer looks at what is theirs, everybody else at what is urgent.
const home = () => session.customer ? Own : Now
