// All machines, those in trouble first.
import { h, ref } from '../lib/vue.js'
import { named, t } from '../i18n/words.js'
import { route } from '../route.js'
import { isHot, machineList, modelOf } from '../state.js'
import { Empty } from '../parts/empty.js'
import { MachineCard } from '../parts/machine-card.js'

export const Machines = {
  setup() {
    const sought = ref('')
    return () => {
      const all = machineList()
      const shown = all.filter(machine => fits(machine, sought.value, route.value.query.customer))
        .sort((a, b) => isHot(b) - isHot(a) || b.openTickets.length - a.openTickets.length || a.id.localeCompare(b.id, 'en', { numeric: true }))
      return h('div', [
        h('div', { class: 'head' }, [
          h('h1', t('machines.title')),
          all.length ? h('span', { class: 'quiet' }, t('machines.summary', { online: shown.filter(machine => machine.online).length, all: shown.length })) : null,
          h('span', { class: 'fill' }),
          h('input', { class: 'narrow', type: 'search', id: 'machine-filter', 'aria-label': t('machines.filter'), placeholder: t('machines.filter'), value: sought.value, onInput: event => { sought.value = event.target.value } }),
        ]),
        shown.length
          ? h('div', { class: 'tiles' }, shown.map(machine => h(MachineCard, { machine, key: machine.id })))
          : h('div', { class: 'panel' }, all.length
            ? h(Empty, { title: t('machines.none'), hint: t('machines.noneHint') })
            : h(Empty, { title: t('machines.empty'), hint: t('machines.emptyHint') })),
      ])
    }
  },
}

function fits(machine, text, customer) {
  if (customer && machine.customer !== customer) return false
  const said = [machine.id, machine.names.zh, machine.names.en, machine.site, machine.serialNumber, machine.phoneCode, named(modelOf(machine)?.names)].join(' ').toLowerCase()
  return text.trim().toLowerCase().split(/\s+/).every(word => said.includes(word))
}
