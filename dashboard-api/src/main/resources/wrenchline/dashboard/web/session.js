// Who is signed in, and what the API lets them do: what one may not do is not offered, and what one may not see is not asked for.
import { markRaw, reactive } from './lib/vue.js'
import { inZone } from './zone.js'

export const session = reactive({ account: '', role: '', customer: null, mustEnrol: false, may: markRaw(new Set()) })

// What each view reads first; the others are for everybody.
const READS = {
  wall: 'getStatus', tickets: 'listTickets', switchboard: 'getSwitchboard', calls: 'listCalls', promises: 'listPromises', roster: 'getRoster',
  messages: 'listNotices', devices: 'listDevices', quarantine: 'listQuarantine', ledger: 'checkLedger', settings: 'getSettings', audit: 'listActs', access: 'listAccounts', complaints: 'listComplaints',
}

export function begin({ account, role, customer, may, mustEnrol, zone }) {
  inZone(zone)
  Object.assign(session, { account, role, customer, mustEnrol, may: markRaw(new Set(may)) })
}

/** Whether an operation of the contract is open to whoever is signed in. */
export function may(operation) {
  return session.may.has(operation)
}

export function maySee(view) {
  return !(view in READS) || may(READS[view])
}
