// What can be done with a ticket: in which states, by which operation of the API, with which words.
import { t } from '../i18n/words.js'
import { choices } from './entry-form.js'

const WAITING = ['Raised', 'Triaged', 'Assigned', 'Reopened']
const MOVING = [...WAITING, 'Accepted', 'OnTheWay']
const UNDER_WAY = [...MOVING, 'OnSite', 'InWorkshop']
const MENDED = ['Resolved', 'Confirmed']
export const SEVERITIES = ['MINOR', 'MAJOR', 'CRITICAL']
export const KINDS = ['FAULT', 'USE_QUESTION', 'INSPECTION', 'MAINTENANCE', 'EMERGENCY_PARTS', 'FAULT_TRACKING', 'INSTALLATION']
const CHANNELS = ['PHONE', 'SMS', 'EMAIL', 'LETTER', 'VISIT', 'PAGE', 'OTHER']

const text = (name, more = {}) => () => ({ name, label: t('deed.field.' + name), ...more })
const optional = { optional: true }
const long = { type: 'area', most: 2000 }
const select = (name, prefix, values, value) => ({ ticket }) => ({ name, label: t('deed.field.' + name), type: 'select', options: choices(prefix, values), value: value(ticket) })
const event = (states, fields) => ({ states, operation: 'tellTicket', fields, send: (type, entered) => ['events', { type, ...entered }] })

/** Those of the first row stand ready; the others behind one button. */
export const DEEDS = {
  acknowledge: { first: true, states: WAITING, operation: 'acknowledgeTicket', fields: [], send: () => ['acknowledge', {}] },
  resolve: { first: true, states: [...MOVING, 'OnSite'], operation: 'resolveTicket', fields: [() => ({ name: 'how', label: t('ticket.how'), hint: t('ticket.howHint'), wide: true, most: 2000 })], send: (_, entered) => ['resolve', entered] },
  close: { first: true, states: MENDED, operation: 'closeTicket', fields: [], send: () => ['close', {}] },
  Assigned: { ...event(MOVING, [({ people }) => ({ name: 'to', label: t('deed.field.to'), type: 'select', options: people, value: people[0]?.[0] }), text('reason', { wide: true })]), needs: 'listCandidates', first: true },
  Escalated: event(UNDER_WAY, [text('reason', { wide: true })]),
  Triaged: event(UNDER_WAY, [select('severity', 'severity.', SEVERITIES, ticket => ticket.severity), select('kind', 'kind.', KINDS, ticket => ticket.kind ?? 'FAULT'), text('note', { ...optional, wide: true })]),
  Contacted: event([...UNDER_WAY, ...MENDED], [select('channel', 'channel.', CHANNELS, () => 'PHONE'), text('person', { ...optional, most: 80 }), text('text', long)]),
  SetOut: event([...WAITING, 'Accepted'], []),
  Arrived: event(MOVING, [text('customerCode', { ...optional, most: 20, inputmode: 'numeric' })]),
  Diagnosed: event(UNDER_WAY, [text('finding', long), text('solution', long)]),
  PartSwapped: event(UNDER_WAY, [text('part', { most: 80 }), text('serialOut', { ...optional, most: 80 }), text('serialIn', { ...optional, most: 80 })]),
  TakenAway: event(['Accepted', 'OnTheWay', 'OnSite'], [text('serialNumber', { most: 80 }), text('receipt', { most: 80 })]),
  Returned: event(['InWorkshop'], [text('receivedBy', { most: 80 }), ({ ticket }) => ({ name: 'receipt', label: t('deed.field.receipt'), value: ticket.state.receipt, most: 80 })]),
  SolvedByPhone: event(MOVING, [text('how', { wide: true, most: 2000 })]),
  Confirmed: event(['Resolved'], []),
  Reopened: event([...MENDED, 'Closed'], [text('reason', { wide: true })]),
  Merged: { ...event([...UNDER_WAY, ...MENDED], [text('into', { type: 'number', min: 1, step: 1 })]), send: (type, { into }) => ['events', { type, into: Number(into) }], note: true },
}
