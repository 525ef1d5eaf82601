// What a customer looks at first: what was promised to them, what is being done, and how their machines are. Nothing can be changed here.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { machineList, state } from '../state.js'
import { Countdown } from '../parts/countdown.js'
import { Empty } from '../parts/empty.js'
import { MachineCard } from '../parts/machine-card.js'
import { Panel } from '../parts/panel.js'
import { TicketRow } from '../parts/ticket-row.js'

const OWED = new Set(['Running', 'Paused', 'Broken'])
const OVER = new Set(['Closed', 'Merged'])

export const Own = () => {
  const owed = state.promises.filter(promise => OWED.has(promise.state.type)).sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline))
  const open = state.tickets.filter(ticket => !OVER.has(ticket.state.type))
  const machines = machineList()
  return h('div', [
    h('div', { class: 'head' }, [h('h1', t('own.title')), h('span', { class: 'quiet' }, t('machines.summary', { online: state.counts.online, all: machines.length }))]),
    h('div', { class: 'stack' }, [
      h('div', { class: 'columns even' }, [
        h(Panel, { title: t('own.promises'), id: 'own-promises' }, () => owed.length
          ? h('ul', { class: 'rows dense' }, owed.map(promise => h(Countdown, { promise, key: promise.id })))
          : h(Empty, { title: t('own.noPromises'), hint: t('own.noPromisesHint') })),
        h(Panel, { title: t('own.tickets'), id: 'own-tickets' }, () => open.length
          ? h('ul', { class: 'rows' }, open.map(ticket => h(TicketRow, { ticket, key: ticket.id })))
          : h(Empty, { title: t('tickets.empty'), hint: t('own.noTicketsHint') })),
      ]),
      h('h2', t('own.machines')),
      machines.length
        ? h('div', { class: 'tiles' }, machines.map(machine => h(MachineCard, { machine, key: machine.id })))
        : h('div', { class: 'panel' }, h(Empty, { title: t('own.noMachines'), hint: t('own.noMachinesHint') })),
    ]),
  ])
}
