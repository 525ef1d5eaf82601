// What happened to a ticket, the newest first: what was measured, who called and wrote, who went there, and how its clocks went.
import { h, ref } from '../lib/vue.js'
import { dateTime, duration, isoSeconds } from '../format.js'
import { known, named, t } from '../i18n/words.js'
import { session } from '../session.js'
import { state } from '../state.js'
import { CallRow } from './call-row.js'
import { Icon } from './icon.js'
import { metricName, withUnit } from './measure.js'
import { nameOf } from './people.js'
import { NoticeRow } from './notice-row.js'
import { actorName } from './who.js'

const KINDS = { measured: 'spark', call: 'calls', message: 'messages', visit: 'visit', clock: 'now', desk: 'tickets' }
const VISITS = new Set(['SetOut', 'Arrived', 'Diagnosed', 'PartSwapped', 'TakenAway', 'Returned'])
const MEASURED = new Set(['FoundAgain', 'WentAway'])
const ENDS = { Kept: 'at', KeptLate: 'at', Broken: 'at', Waived: 'at' }

export const Timeline = {
  props: ['ticket'],
  setup(props) {
    const only = ref('')
    return () => {
      const all = entries(props.ticket)
      const kinds = Object.keys(KINDS).filter(kind => all.some(entry => entry.kind === kind))
      const shown = all.filter(entry => !only.value || entry.kind === only.value)
      return h('div', { class: 'stack tight' }, [
        kinds.length > 2 ? h('ul', { class: 'chips', 'aria-label': t('timeline.only') }, kinds.map(kind => h('li', { key: kind }, h('button', {
          type: 'button', 'data-only': kind, 'aria-pressed': String(only.value === kind), onClick: () => { only.value = only.value === kind ? '' : kind },
        }, t('timeline.' + kind))))) : null,
        h('ol', { class: 'timeline story' }, shown.map(entry => h('li', { key: entry.key, class: ['is-' + entry.kind, entry.colour], 'data-entry': entry.kind }, [
          h('span', { class: 'mark' }, h(Icon, { name: KINDS[entry.kind] })),
          h('time', { class: 'quiet small number', datetime: entry.at }, dateTime(entry.at)),
          h('div', { class: 'said' }, entry.what()),
        ]))),
      ])
    }
  },
}

function entries(ticket) {
  const all = [
    { at: ticket.raised, kind: begun(ticket), what: () => [h('b', t('ticket.began')), ' · ', origin(ticket)], key: 'began' },
    ...ticket.events.filter(({ event }) => event.type !== 'CalledAgain').map(({ event, at }, index) => ({ at, kind: kindOf(event), what: () => text(ticket, event), key: 'event' + index })),
    ...ticket.calls.map(call => ({ at: call.began, kind: 'call', what: () => h('ul', { class: 'rows bare' }, h(CallRow, { call, brief: true })), key: call.id })),
    ...ticket.notices.map(notice => ({ at: notice.created, kind: 'message', what: () => h('ul', { class: 'rows bare' }, h(NoticeRow, { notice, brief: true })), key: notice.id })),
    ...ticket.promises.flatMap(clock),
  ]
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

function begun(ticket) {
  return { Telemetry: 'measured', Controller: 'measured', Telephone: 'call' }[ticket.origin.type] ?? 'desk'
}

function kindOf({ type }) {
  return VISITS.has(type) ? 'visit' : MEASURED.has(type) ? 'measured' : 'desk'
}

// A clock begins with the clause that set it, and ends as it ended.
function clock(promise) {
  const { clause } = promise
  const name = t('promise.' + clause.kind)
  const began = {
    at: promise.made, kind: 'clock', key: promise.id + 'began',
    what: () => [h('b', t('timeline.began', { name, within: duration(isoSeconds(clause.within)).split(' ')[0] })), h('p', { class: 'quiet small' }, t('timeline.clause', { id: clause.id, text: clause.text }))],
  }
  const end = promise.state[ENDS[promise.state.type]]
  return end ? [began, {
    at: end, kind: 'clock', key: promise.id + 'ended', colour: { Kept: 'good', Broken: 'bad', KeptLate: 'bad' }[promise.state.type],
    what: () => h('b', t('timeline.' + promise.state.type, { name })),
  }] : [began]
}

function text(ticket, event) {
  switch (event.type) {
    case 'FoundAgain':
    case 'WentAway': return t('event.' + event.type, measured(ticket, event.finding))
    case 'Judged': return t('event.Judged.' + event.verdict.type, { who: who(ticket, event.by), part: event.verdict.part })
    // How engineers were weighed is no business of the customer's.
    case 'Assigned': return session.customer ? t('event.AssignedForYou') : t('event.Assigned', { to: staffName(ticket, event.to), reason: named(event.reason) })
    case 'NobodyFits': return t('event.NobodyFits', { reason: named(event.reason) })
    case 'Urged': return t('event.Urged', { people: event.people.map(id => staffName(ticket, id)).join(', ') })
    case 'Quoted': return t('event.Quoted', { who: who(ticket, event.by), number: event.quote.number, total: total(event.quote) })
    case 'Triaged': return t('event.Triaged', { who: who(ticket, event.by), severity: t('severity.' + event.severity), note: event.note })
    case 'Classified': return t('event.Classified', { ...event, who: who(ticket, event.by), mechanism: known('mechanism.' + event.mechanism, event.mechanism ?? '–'), cause: known('failureCause.' + event.cause, event.cause ?? '–') })
    case 'Contacted': return t('event.Contacted', { ...event, who: who(ticket, event.by), person: event.person || t('who.customer') })
    case 'Attached': return t('event.Attached', { who: who(ticket, event.by), name: event.attachment.name })
    default: return t('event.' + event.type, { ...event, who: event.by && who(ticket, event.by) })
  }
}

// In the currency's own unit.
function total(quote) {
  const cents = quote.lines.reduce((sum, line) => sum + line.count * line.unitCents, quote.labourCents)
  return `${(cents / 100).toFixed(2)} ${quote.currency}`
}

function origin(ticket) {
  if (ticket.origin.finding?.grounds) return named(ticket.why)
  const values = ticket.origin.type === 'Telemetry' ? measured(ticket, ticket.origin.finding) : ticket.origin
  return t('origin.' + ticket.origin.type, values)
}

function measured(ticket, finding) {
  const machine = state.machines[ticket.equipment]
  return {
    metric: metricName(machine, finding.metric),
    value: withUnit(machine, finding),
    limit: finding.limit === undefined ? '' : withUnit(machine, { metric: finding.metric, value: finding.limit }),
  }
}

function who(ticket, actor) {
  return actor.type === 'Staff' ? t('who.Staff', { name: staffName(ticket, actor.id) }) : actorName(actor)
}

// The ladders of callbacks name the people that they ring.
function staffName(ticket, id) {
  const people = [...ticket.callbacks, ...state.callbacks].flatMap(callback => callback.ladder).flatMap(step => step.people)
  return people.find(person => person.id === id)?.name ?? (session.customer ? t('account.role.engineer') : nameOf(id))
}
