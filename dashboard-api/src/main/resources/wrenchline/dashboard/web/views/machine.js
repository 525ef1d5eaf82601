// One machine: every metric, its facts, its tickets and fault codes.
import { h, ref } from '../lib/vue.js'
import { ago, dateTime } from '../format.js'
import { named, t } from '../i18n/words.js'
import { route, to } from '../route.js'
import { may } from '../session.js'
import { modelOf, state, tellingMetric } from '../state.js'
import { SeverityBadge } from '../parts/badges.js'
import { CommandForm } from '../parts/command-form.js'
import { CommandRow } from '../parts/command-row.js'
import { useDetail } from '../parts/detail.js'
import { Empty } from '../parts/empty.js'
import { Explorer } from '../parts/explorer.js'
import { Documents, MachineParts } from '../parts/machine-papers.js'
import { MetricCard } from '../parts/metric-card.js'
import { Outlook } from '../parts/outlook.js'
import { Panel } from '../parts/panel.js'
import { TicketRow } from '../parts/ticket-row.js'

export const Machine = {
  props: ['id'],
  setup(props) {
    const { found, read } = useDetail('/equipment/' + encodeURIComponent(props.id), ['ticket'], 20)
    const metric = ref(route.value.query.metric ?? '')
    return () => {
      const machine = state.machines[props.id]
      if (!machine) return h('div', { class: 'panel' }, h(Empty, { title: t('machine.unknown'), hint: h('a', { href: to('machines') }, t('machine.back')) }))
      const shown = machine.values.some(value => value.metric === metric.value) ? metric.value : tellingMetric(machine)
      const detail = found.value
      return h('div', [head(machine), h('div', { class: 'columns' }, [
        h('div', { class: 'stack' }, [
          h('div', { class: 'metrics' }, sorted(machine).map(value => h(MetricCard, { machine, value, pressed: value.metric === shown, key: value.metric, onChoose: chosen => { metric.value = chosen } }))),
          shown ? h(Explorer, { machine, metric: shown, ...around(detail, shown) }) : null,
          detail ? [tickets(detail), machine.registered && may('listCommands') ? h(Commands, { machine, key: machine.id }) : null] : null,
        ]),
        detail ? h('div', { class: 'stack' }, [
          detail.outlook ? h(Outlook, { machine, outlook: detail.outlook, onDone: read }) : null, facts(detail),
          may('listPartsOfEquipment') ? h(MachineParts, { machine: machine.id, key: 'parts' + machine.id }) : null,
          may('listDocuments') ? h(Documents, { machine: machine.id, key: 'documents' + machine.id }) : null,
          events(detail),
        ]) : null,
      ])])
    }
  },
}

// What is known besides the values of a metric: how unlike itself the machine was, where the metric is going, what happened.
function around(detail, metric) {
  if (!detail) return { scores: [], marks: [] }
  const seconds = time => Date.parse(time) / 1000
  const marks = [
    ...detail.tickets.map(ticket => ({ time: seconds(ticket.raised), text: t('ticket.number', { id: ticket.id }), href: to('tickets', ticket.id), colour: '--accent' })),
    ...detail.events.map(event => ({ time: seconds(event.at), text: event.code, href: '', colour: '--caution' })),
  ]
  return {
    scores: detail.outlook?.learning === false ? detail.outlook.scores.map(({ at, value }) => ({ time: seconds(at), value })) : [],
    course: detail.outlook?.courses.find(course => course.metric === metric),
    marks,
  }
}

function head(machine) {
  return h('div', { class: 'head' }, [
    h('a', { href: to('machines'), class: 'back' }, '‹ ' + t('machine.back')),
    h('h1', named(machine.names)),
    h('span', { class: ['badge', machine.online ? 'good' : ''] }, t(machine.online ? 'machine.online' : 'machine.offline')),
    machine.registered ? null : h('span', { class: 'badge warn' }, t('machine.unregistered')),
    machine.overQuota?.since ? h('span', { class: 'badge warn' }, t('machine.overQuota', { ago: ago(machine.overQuota.since, state.now), times: machine.overQuota.times })) : null,
    machine.lastHeard ? h('span', { class: 'quiet' }, t('machine.heard', { ago: ago(machine.lastHeard, state.now) })) : null,
  ])
}

// In the model's order, then whatever else the controller sends.
function sorted(machine) {
  const order = modelOf(machine)?.metrics.map(metric => metric.id) ?? []
  const rank = value => order.includes(value.metric) ? order.indexOf(value.metric) : order.length
  return [...machine.values].sort((a, b) => rank(a) - rank(b))
}

function tickets(detail) {
  return h(Panel, { title: t('machine.tickets') }, () => detail.tickets.length
    ? h('ul', { class: 'rows' }, detail.tickets.map(ticket => h(TicketRow, { ticket, key: ticket.id })))
    : h('p', { class: 'inside quiet' }, t('machine.noTickets')))
}

const Commands = {
  props: ['machine'],
  setup(props) {
    const { found, read } = useDetail(`/equipment/${encodeURIComponent(props.machine.id)}/commands?limit=8`, ['command'])
    return () => h(Panel, { title: t('command.title') }, () => [
      may('orderCommand') ? h('div', { class: 'inside' }, h(CommandForm, { machine: props.machine, onDone: read })) : null,
      found.value && !found.value.items.length && !may('orderCommand') ? h('p', { class: 'inside quiet' }, t('command.none')) : null,
      h('ul', { class: 'rows' }, found.value?.items.map(command => h(CommandRow, { machine: props.machine, command, key: command.id, onDone: read }))),
    ])
  },
}

function facts(detail) {
  const { owner, warranty, modelFacts } = detail
  const rows = [
    ['machine.id', h('span', { class: 'mono' }, detail.id)],
    ['machine.model', named(modelFacts?.names, detail.model)],
    ['machine.serial', detail.serialNumber],
    ['machine.phoneCode', detail.phoneCode],
    ['machine.site', detail.site],
    ['machine.customer', owner?.name],
    ['machine.address', owner?.address],
    ['machine.phones', owner?.phones.join(', ')],
    ['machine.warranty', warranty && (warranty.from ? [
      t('machine.dates', warranty), ' ',
      h('span', { class: ['badge', warranty.covered ? 'good' : 'warn'] }, t(warranty.covered ? 'machine.warrantyIn' : 'machine.warrantyOut')),
    ] : t('machine.warrantyOpen'))],
  ]
  return h(Panel, { title: t('machine.facts') }, () => h('dl', { class: 'inside facts' }, rows.filter(([, value]) => value).map(([key, value]) => [h('dt', t(key)), h('dd', value)])))
}

function events(detail) {
  return h(Panel, { title: t('machine.events') }, () => detail.events.length
    ? h('ul', { class: 'rows' }, detail.events.map((event, index) => h('li', { key: index }, [
      h('div', { class: 'row' }, [h('span', { class: 'mono' }, event.code), h(SeverityBadge, { severity: event.severity }), h('span', { class: 'fill' }), h('span', { class: 'quiet small' }, dateTime(event.at))]),
      h('p', { class: 'text' }, event.text),
    ])))
    : h('p', { class: 'inside quiet' }, t('machine.noEvents')))
}
