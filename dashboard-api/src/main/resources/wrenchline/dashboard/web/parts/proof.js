// What proves a promise: its journal in the order in which things happened, and the grade that it earns.
import { h } from '../lib/vue.js'
import { clockTime, duration, isoSeconds } from '../format.js'
import { known, t } from '../i18n/words.js'
import { whoIsWho } from './callback-people.js'
import { useDetail } from './detail.js'
import { Sound } from './sound.js'

const GRADES = ['A', 'B', 'C', 'D']
// Entries are added between changes of the promise, too.
const EVERY_SECONDS = 5

export const Proof = {
  props: ['promise', 'always'],
  setup(props) {
    const { found } = useDetail(`/promises/${props.promise.id}/evidence`, ['promise', 'callback'], EVERY_SECONDS)
    return () => {
      const entries = found.value?.items ?? []
      if (!entries.length) return props.always && found.value ? h('p', { class: 'quiet small' }, t('proof.none')) : null
      return h('details', { class: 'proof', open: true }, [
        h('summary', t('proof.title', { count: entries.length })),
        grade(props.promise.grade),
        h('ol', { class: 'timeline' }, told(entries, props.promise.id)),
        h('p', { class: 'quiet small' }, [t('proof.seal'), ' ', shortened(entries.at(-1).hash)]),
      ])
    }
  },
}

function grade(reached) {
  return h('dl', { class: 'grades' }, GRADES.map(one => h('div', { class: { reached: one === reached }, key: one }, [
    h('dt', t('grade', { grade: one })),
    h('dd', t('grade.' + one)),
  ])))
}

function told(entries, promise) {
  const people = whoIsWho(entries.map(entry => entry.evidence))
  const deleted = new Set(entries.map(entry => entry.evidence).filter(one => one.type === 'RecordingDeleted').map(one => one.recording.file))
  return entries
    .map(entry => ({ ...entry, at: entry.evidence.from ?? entry.evidence.at ?? entry.at }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.sequence - b.sequence)
    .map(entry => h('li', { key: entry.sequence, 'data-evidence': entry.evidence.type }, [
      h('time', { class: 'quiet small number', datetime: entry.at }, clockTime(entry.at)),
      h('div', (KINDS[entry.evidence.type] ?? unknown)(entry.evidence, people, `${promise}/${entry.sequence}`, deleted)),
    ]))
}

const KINDS = {
  CallReceived: (one, people) => t('proof.CallReceived', { number: one.caller || people.customer }),
  OnDuty: one => [t('proof.OnDuty'), h('ul', { class: 'quiet small' }, (one.ladder ?? []).map(step => h('li', rung(step))))],
  Dialled: (one, people) => t('proof.Dialled', { who: people.number(one.number) }),
  Answered: (one, people) => t('proof.Answered', { who: people.leg(one) }),
  Prompted: (one, people) => t('proof.Prompted', { who: people.leg(one), prompt: known('prompt.' + one.prompt, one.prompt) }),
  KeysPressed: (one, people) => [t('proof.KeysPressed', { who: people.leg(one) }), ' ', h('kbd', one.keys), ' ', t('proof.meaning', { meaning: known('meaning.' + one.meaning, one.meaning) })],
  Bridged: (one, people) => [
    h('b', t('proof.Bridged', { staff: people.staff(one), seconds: overlap(one) })),
    h('p', { class: 'quiet small number' }, t('proof.span', { from: clockTime(one.from), to: clockTime(one.to) })),
  ],
  LegEnded: (one, people) => t('proof.LegEnded', { who: people.leg(one), how: ending(one) }),
  Recorded: (one, _, id, deleted) => [
    t('proof.Recorded', { time: duration(isoSeconds(one.recording.length)) }), ' ', h('span', { class: 'quiet small' }, 'SHA-256 '), shortened(one.recording.sha256),
    deleted.has(one.recording.file) ? null : h(Sound, { path: '/recordings/promises/' + id, label: t('proof.talk') }),
  ],
  Promised: one => t('proof.Promised', { clause: one.clause.id, policy: one.policyVersion, deadline: clockTime(one.deadline) }),
  Receipt: one => t('proof.Receipt', { state: known('notice.' + one.state, one.state), detail: one.detail }),
  LegRows: one => h('details', { class: 'rows' }, [
    h('summary', { class: 'quiet' }, t('proof.LegRows', { party: t('party.' + one.party), count: one.rows.length })),
    h('pre', { class: 'mono small' }, one.rows.join('\n')),
  ]),
  ClocksCompared: one => t('proof.ClocksCompared', { offsets: one.offsets.map(clockOffset).join(', ') }),
  RecordingDeleted: one => [t('proof.RecordingDeleted', { days: Math.round(isoSeconds(one.keep) / 86400) }), ' ', h('span', { class: 'quiet small' }, 'SHA-256 '), shortened(one.recording.sha256)],
  OperatorActed: one => [h('b', one.who), ' ', t('act.' + one.act), one.text ? [' ', h('q', one.text)] : null],
  ToldByStaff: (one, people) => t('proof.ToldByStaff', { staff: people.staff(one) }),
  DeniedBySms: (one, people) => t('proof.DeniedBySms', { who: people.number(one.number) }),
  ConfirmedBySms: (one, people) => t('proof.ConfirmedBySms', { who: people.number(one.number) }),
  Concluded: one => t('proof.Concluded', { state: t('proof.state.' + one.state.type) }),
  Notified: (one, people) => t('proof.Notified', { who: people.number(one.to) }),
}

function rung(step) {
  const seconds = isoSeconds(step.after)
  const when = seconds ? t('proof.after', { time: duration(seconds).split(' ')[0] }) : t('proof.atOnce')
  const target = known('target.' + step.target, step.target)
  // The customer is on no roster.
  if (step.target === 'CUSTOMER') return `${when} ${target}`
  return t('proof.rung', { when, target, names: step.people?.length ? step.people.map(person => person.name).join(', ') : t('proof.nobody') })
}

// A kind that is newer than this page is shown as it came.
function unknown({ type, ...rest }) {
  return [h('span', { class: 'mono' }, String(type)), h('p', { class: 'quiet small mono' }, JSON.stringify(rest))]
}

function clockOffset({ clock, micros, uncertainty }) {
  return `${t('clock.' + clock)} ${(micros / 1000).toFixed(1)} ± ${(uncertainty / 1000).toFixed(1)} ms`
}

function overlap(one) {
  return Math.max(0, Math.round((Date.parse(one.to) - Date.parse(one.from)) / 1000))
}

// The cause is a number of ITU-T Q.850; 0 is none.
function ending({ status, cause }) {
  const how = known('leg.' + status, status)
  return cause ? t('leg.cause', { how, cause: known('cause.' + cause, ''), number: cause }) : how
}

function shortened(hash) {
  return h('span', { class: 'mono', title: hash }, String(hash).slice(0, 12) + '…')
}
