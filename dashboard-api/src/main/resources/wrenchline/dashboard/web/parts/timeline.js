// What happened to a ticket, the newest first.
import { h } from '../lib/vue.js'
import { dateTime } from '../format.js'
import { named, t } from '../i18n/words.js'
import { state } from '../state.js'
import { metricName, withUnit } from './measure.js'
import { actorName } from './who.js'

export const Timeline = ({ ticket }) => h('ol', { class: 'timeline' }, [
  ...ticket.events.map(({ event, at }, index) => entry(at, text(ticket, event), index)).reverse(),
  entry(ticket.raised, `${t('ticket.began')} · ${origin(ticket)}`, 'began'),
])
Timeline.props = ['ticket']

function entry(at, what, key) {
  return h('li', { key }, [h('div', what), h('div', { class: 'quiet small number' }, dateTime(at))])
}

function text(ticket, event) {
  switch (event.type) {
    case 'FoundAgain':
    case 'WentAway': return t('event.' + event.type, measured(ticket, event.finding))
    case 'Judged': return t('event.Judged.' + event.verdict.type, { who: who(ticket, event.by), part: event.verdict.part })
    case 'Assigned': return t('event.Assigned', { to: staffName(ticket, event.to), reason: named(event.reason) })
    case 'Triaged': return t('event.Triaged', { who: who(ticket, event.by), severity: t('severity.' + event.severity), note: event.note })
    case 'Attached': return t('event.Attached', { who: who(ticket, event.by), name: event.attachment.name })
    default: return t('event.' + event.type, { ...event, who: event.by && who(ticket, event.by) })
  }
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
  return people.find(person => person.id === id)?.name ?? id
}
