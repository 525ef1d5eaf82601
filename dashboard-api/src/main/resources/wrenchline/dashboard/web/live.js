// Keeps the state true. Every change is told by the stream; what it names is read again, so that nothing is guessed.
import { markRaw } from './lib/vue.js'
import { get, url } from './api.js'
import { append, reread } from './history.js'
import { may } from './session.js'
import { inSlices } from './slices.js'
import { setServerTime, state } from './state.js'

const NEEDS = {
  ticket: 'listTickets', promise: 'listPromises', call: 'listCalls', callback: 'listCallbacks', notice: 'listNotices', quarantine: 'listQuarantine',
  risks: 'listRisks', machines: 'listEquipment',
}
const LOADERS = {
  ticket: async () => { state.tickets = (await get('/tickets?limit=99')).items },
  promise: async () => { state.promises = (await get('/promises?limit=300')).items },
  call: async () => { state.calls = (await get('/calls')).items },
  callback: async () => { state.callbacks = (await get('/callbacks')).items },
  notice: async () => { state.notices = (await get('/notices')).items },
  quarantine: async () => {
    const { items, next } = await get('/quarantine?state=Waiting&limit=99')
    state.waiting = { count: items.length, more: next !== null }
  },
  risks: async () => { state.risks = (await get('/risks')).items },
  machines: async () => {
    for (const machine of (await get('/equipment')).items) state.machines[machine.id] = machine
  },
}
// A machine's card shows its open tickets.
const ALSO = { ticket: ['machines'], device_account: ['machines'], disposition: ['quarantine'] }

// What is foreseen changes slowly, and nothing tells when.
const FORESEEN_EVERY = 30_000
setInterval(() => { if (state.connected) want('risks') }, FORESEEN_EVERY)

const values = inSlices(latest => latest.equipment + ' ' + latest.metric, latest => value(latest))
const devices = inSlices(device => device.equipment, device => seen(device))

const waiting = new Set()
let running = null
let source = null

export function connect() {
  disconnect()
  source = new EventSource(url('/events'))
  source.addEventListener('ready', event => { ready(JSON.parse(event.data)) })
  source.addEventListener('change', event => { changed(JSON.parse(event.data)) })
  source.addEventListener('readings', event => { values(JSON.parse(event.data)) })
  source.addEventListener('devices', event => { devices(JSON.parse(event.data)) })
  source.addEventListener('vitals', event => { vitals(JSON.parse(event.data)) })
  source.onerror = () => { lost(source) }
}

export function disconnect() {
  source?.close()
  source = null
  state.connected = false
}

// What the vitals say to those who hear them; customers do not.
function counted() {
  const machines = Object.values(state.machines)
  const promises = type => state.promises.filter(promise => promise.state.type === type).length
  return {
    equipment: machines.length, online: machines.filter(machine => machine.online).length, liveCalls: 0, openCallbacks: 0,
    openTickets: state.tickets.filter(ticket => ticket.state.type !== 'Closed' && ticket.state.type !== 'Merged').length,
    runningPromises: promises('Running'), brokenPromises: promises('Broken'),
  }
}

// Everything is read after the stream has begun: what changes in between is told by it.
async function ready({ now }) {
  setServerTime(now)
  if (state.loaded) {
    reread()
  } else {
    const models = (await get('/models')).items
    state.models = markRaw(Object.fromEntries(models.map(model => [model.id, model])))
  }
  Object.keys(LOADERS).forEach(name => waiting.add(name))
  await load()
  state.loaded = true
  state.connected = true
}

function lost(from) {
  state.connected = false
  // A browser gives up for good when it is refused; asking tells whether that was for want of a session.
  if (from.readyState === EventSource.CLOSED) {
    setTimeout(() => { if (source === from) get('/models').then(connect, () => lost(from)) }, 2000)
  }
}

function changed(change) {
  if (change.subject in state.revision) state.revision[change.subject]++
  want(change.subject)
  for (const more of ALSO[change.subject] ?? []) want(more)
}

function want(name) {
  if (!(name in LOADERS)) return
  waiting.add(name)
  load().catch(() => {})
}

// One round of reading at a time; what is wanted meanwhile is read in the next round.
function load() {
  running ??= rounds().finally(() => { running = null })
  return running
}

async function rounds() {
  while (waiting.size) {
    const names = [...waiting].filter(name => may(NEEDS[name]))
    waiting.clear()
    await Promise.all(names.map(name => LOADERS[name]()))
    if (!may('getStatus')) state.counts = counted()
  }
}

function value(latest) {
  append(latest)
  const machine = state.machines[latest.equipment]
  if (!machine) {
    want('machines')
    return
  }
  const known = machine.values.find(one => one.metric === latest.metric)
  if (known) Object.assign(known, { at: latest.at, value: latest.value })
  else machine.values.push({ metric: latest.metric, at: latest.at, value: latest.value })
}

function seen(device) {
  const machine = state.machines[device.equipment]
  if (machine) Object.assign(machine, { online: device.online, lastHeard: device.lastHeard })
  else want('machines')
}

function vitals(now) {
  state.parts = now.parts
  state.counts = now.counts
  const newest = now.quarantine[0] ?? null
  if (state.loaded && newest !== state.newestHeld) changed({ subject: 'disposition' })
  state.newestHeld = newest
}
