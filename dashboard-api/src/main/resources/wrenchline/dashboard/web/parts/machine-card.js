// A machine at a glance.
import { h } from '../lib/vue.js'
import { ago, number } from '../format.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { beyond, limitsOf, state, tellingMetric } from '../state.js'
import { Chart } from './chart.js'
import { limitText, metricName, unitOf, withUnit } from './measure.js'

export const MachineCard = ({ machine }) => {
  const metric = tellingMetric(machine)
  const main = machine.values.find(value => value.metric === metric)
  const others = machine.values.filter(value => value.metric !== metric).slice(0, 3)
  return h('a', { class: ['panel', 'machine', { hot: main && beyond(machine, main) }], href: to('machines', machine.id), 'data-machine': machine.id }, [
    h('div', { class: 'name' }, [
      h('i', { class: ['dot', machine.online ? 'good' : ''], title: t(machine.online ? 'machine.online' : 'machine.offline') }),
      h('span', named(machine.names)),
      badge(machine),
    ]),
    main ? reading(machine, main) : h('p', { class: 'quiet small' }, t('machine.noReading')),
    main ? h(Chart, { equipment: machine.id, metric, limits: limitsOf(machine, metric), spark: true, label: metricName(machine, metric) }) : null,
    others.length ? h('dl', { class: 'others' }, others.map(value => h('div', [h('dt', metricName(machine, value.metric)), h('dd', withUnit(machine, value))]))) : null,
    h('p', { class: 'quiet small foot' }, [machine.site ? machine.site + ' · ' : '', machine.lastHeard ? t('machine.heard', { ago: ago(machine.lastHeard, state.now) }) : t('machine.neverHeard')]),
  ])
}
MachineCard.props = ['machine']

function badge(machine) {
  if (machine.openTickets.length) return h('span', { class: 'badge bad' }, t('machine.openTickets', { count: machine.openTickets.length }))
  if (machine.account === 'Pending') return h('span', { class: 'badge warn' }, t('machine.pending'))
  if (!machine.registered) return h('span', { class: 'badge warn' }, t('machine.unregistered'))
  return machine.online ? null : h('span', { class: 'badge' }, t('machine.offline'))
}

function reading(machine, main) {
  const limit = limitsOf(machine, main.metric)[0]
  const unit = unitOf(machine, main.metric)
  return h('div', { class: 'reading' }, [
    h('span', { class: 'big' }, [number(main.value), h('small', unit)]),
    h('span', { class: 'quiet small' }, [metricName(machine, main.metric), limit ? ' · ' + limitText(limit, unit) : '']),
  ])
}
