// What the page knows; views read it and nothing else changes it but live.js.
import { reactive } from './lib/vue.js'

export const state = reactive({
  loaded: false,
  connected: false,
  now: Date.now(),
  models: {},
  machines: {},
  tickets: [],
  promises: [],
  calls: [],
  callbacks: [],
  notices: [],
  // Machines for which something is foreseen, the soonest first.
  risks: [],
  // Messages in quarantine that wait for a decision.
  waiting: { count: 0, more: false },
  newestHeld: null,
  parts: [],
  counts: {},
  // Changes of one subject, counted, so that a detail view knows when to look again.
  revision: { ticket: 0, promise: 0, callback: 0, notice: 0, command: 0, call: 0, device_account: 0, complaint: 0, disposition: 0 },
  toast: null,
})

/** The server's clock minus this browser's, in milliseconds. */
let offset = 0

export function setServerTime(now) {
  offset = Date.parse(now) - Date.now()
  state.now = Date.now() + offset
}

setInterval(() => { state.now = Date.now() + offset }, 1000)

let clearing
export function toast(text) {
  clearTimeout(clearing)
  state.toast = text
  clearing = setTimeout(() => { state.toast = null }, 6000)
}

export function machineList() {
  return Object.values(state.machines)
}

export function modelOf(machine) {
  return state.models[machine?.model]
}

export function metricOf(machine, id) {
  return modelOf(machine)?.metrics.find(metric => metric.id === id)
}

export function limitsOf(machine, id) {
  return modelOf(machine)?.limits.filter(limit => limit.metric === id) ?? []
}

export function beyond(machine, value) {
  return limitsOf(machine, value.metric).some(limit => limit.side === 'ABOVE' ? value.value > limit.raise : value.value < limit.raise)
}

export function isHot(machine) {
  return machine.values.some(value => beyond(machine, value))
}

/** The metric that tells most: the one a ticket is about, one beyond its limit, else the first that has a limit. */
export function tellingMetric(machine) {
  const has = id => machine.values.some(value => value.metric === id)
  const ticket = state.tickets.find(one => one.equipment === machine.id && one.origin.type === 'Telemetry' && one.state.type !== 'Closed')
  if (ticket && has(ticket.origin.finding.metric)) return ticket.origin.finding.metric
  const hot = machine.values.find(value => beyond(machine, value))
  if (hot) return hot.metric
  const model = modelOf(machine)
  const limited = model?.limits.find(limit => has(limit.metric)) ?? model?.metrics.map(metric => ({ metric: metric.id })).find(one => has(one.metric))
  return limited?.metric ?? machine.values[0]?.metric
}
