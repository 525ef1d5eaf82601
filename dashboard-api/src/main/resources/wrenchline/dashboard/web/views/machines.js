// All machines, those in trouble first.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { isHot, machineList } from '../state.js'
import { Empty } from '../parts/empty.js'
import { MachineCard } from '../parts/machine-card.js'

export const Machines = () => {
  const machines = machineList().sort((a, b) => isHot(b) - isHot(a) || b.openTickets.length - a.openTickets.length || a.id.localeCompare(b.id, 'en', { numeric: true }))
  const online = machines.filter(machine => machine.online).length
  return h('div', [
    h('div', { class: 'head' }, [
      h('h1', t('machines.title')),
      machines.length ? h('span', { class: 'quiet' }, t('machines.summary', { online, all: machines.length })) : null,
    ]),
    machines.length
      ? h('div', { class: 'tiles' }, machines.map(machine => h(MachineCard, { machine, key: machine.id })))
      : h('div', { class: 'panel' }, h(Empty, { title: t('machines.empty'), hint: t('machines.emptyHint') })),
  ])
}
