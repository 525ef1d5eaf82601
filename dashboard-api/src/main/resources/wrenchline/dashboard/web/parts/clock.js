// A promise with its clock running: how long is left, by which clause.
import { h } from '../lib/vue.js'
import { dateTime, duration, isoSeconds } from '../format.js'
import { named, t } from '../i18n/words.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { Proof } from './proof.js'

// Shares of the time allowed that are left.
const WARN = 0.5
const BAD = 0.2
const DONE = { Kept: 'good', KeptLate: 'bad', Waived: 'done' }

export const Clock = ({ promise, full }) => {
  const { share, text, colour } = reading(promise)
  return h('div', { class: 'clock', 'data-promise': promise.clause.kind, title: promise.clause.text }, [
    h('span', { class: 'what' }, [h('b', t('promise.' + promise.clause.kind)), h('span', { class: 'quiet' }, ' · ' + promise.clause.id)]),
    h('span', { class: ['left', colour] }, text),
    share === null ? null : h('span', { class: 'meter', 'aria-hidden': 'true' }, h('i', { class: colour, style: { transform: `scaleX(${share})` } })),
    full ? h('p', { class: 'clause' }, [promise.clause.text, h('br'), small(promise), promise.why ? [h('br'), named(promise.why)] : null]) : null,
    full && promise.clause.kind === 'CALLBACK' && may('getEvidence') ? h(Proof, { promise }) : null,
  ])
}
Clock.props = ['promise', 'full']

function small(promise) {
  return [
    t('promise.until', { time: dateTime(promise.deadline) }),
    t('promise.policy', { version: promise.policyVersion }),
    promise.grade && t('promise.grade', promise),
  ].filter(Boolean).join(' · ')
}

/** How a promise stands: its share of the time that is left, a colour, and words. */
export function reading(promise) {
  const type = promise.state.type
  if (type === 'Broken') return { share: null, colour: 'bad', text: t('promise.Broken', { time: duration((state.now - Date.parse(promise.deadline)) / 1000) }) }
  if (type === 'Paused') return { share: null, colour: 'warn', text: t('promise.Paused', { time: dateTime(promise.state.until) }) }
  if (type !== 'Running') return { share: null, colour: DONE[type], text: t('promise.' + type) }
  const left = (Date.parse(promise.deadline) - state.now) / 1000
  const share = Math.max(0, Math.min(1, left / isoSeconds(promise.clause.within)))
  const colour = share <= BAD ? 'bad' : share <= WARN ? 'warn' : 'good'
  return { share, colour, text: left > 0 ? t('promise.Running', { time: duration(left) }) : t('promise.due') }
}

/** Running ones first, the most urgent first. */
export function byUrgency(promises) {
  const rank = promise => promise.state.type === 'Running' || promise.state.type === 'Paused' ? 0 : promise.state.type === 'Broken' ? 1 : 2
  return [...promises].sort((a, b) => rank(a) - rank(b) || Date.parse(a.deadline) - Date.parse(b.deadline))
}
