// What is foreseen of a machine: its score, what it comes from, where its metrics go, and how worn its parts are.
import { h } from '../lib/vue.js'
import { post } from '../api.js'
import { date, dateTime, number } from '../format.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { act } from './act.js'
import { Cone, Curve } from './curve.js'
import { levelName, metricName, partName, unitOf } from './measure.js'
import { Panel } from './panel.js'

// From here on it is an event; the same for every machine.
const EVENT = 0.5
const DAY = 86_400_000
const percent = share => Math.round(100 * share)

export const Outlook = ({ machine, outlook, onDone }) => h(Panel, { title: t('outlook.title') }, () => h('div', { class: 'inside stack outlook' }, [
  score(machine, outlook),
  ...outlook.courses.map(course => way(machine, course)),
  outlook.wear.length ? h('ul', { class: 'stack tight' }, outlook.wear.map(wear => part(machine, wear, onDone))) : null,
  outlook.conditions.length ? h('ul', { class: 'stack tight' }, outlook.conditions.map(one => condition(machine, one, onDone))) : null,
  outlook.lives.length ? h('ul', { class: 'stack tight' }, outlook.lives.map(life => ageing(machine, life, onDone))) : null,
]))
Outlook.props = ['machine', 'outlook', 'onDone']

function score(machine, { scores, learning, contributions }) {
  if (!scores.length) return null
  return h('div', { class: 'stack tight' }, [
    h('div', { class: 'row' }, [
      h('b', t('outlook.score')),
      learning ? h('span', { class: 'badge' }, t('outlook.learning')) : h('span', { class: ['badge', scores.at(-1).value < EVENT ? 'good' : 'warn'] }, String(percent(scores.at(-1).value))),
    ]),
    h(ScoreCurve, { samples: scores, label: t('outlook.lastDay') }),
    h(Blame, { machine, contributions }),
  ])
}

/** Scores in percent, with the line above which it is an event. */
export const ScoreCurve = ({ samples, label }) => h(Curve, { samples: samples.map(({ at, value }) => ({ at, value: percent(value) })), line: percent(EVENT), from: 0, to: 100, label })
ScoreCurve.props = ['samples', 'label']

/** Which metrics a score comes from. */
export const Blame = ({ machine, contributions }) => h('ul', { class: 'blame' }, contributions.slice(0, 3).map(one => h('li', { key: one.metric }, [
  h('span', metricName(machine, one.metric)), meter(one.share, ''), h('span', { class: 'number' }, percent(one.share) + '%'),
])))
Blame.props = ['machine', 'contributions']

function way(machine, { metric, limit, newest, forecast }) {
  const days = time => number(Math.max(0, (Date.parse(time) - state.now) / DAY))
  const words = t('outlook.reaches', {
    metric: metricName(machine, metric), limit: `${number(limit)} ${unitOf(machine, metric)}`.trim(),
    likely: days(forecast.likely), earliest: days(forecast.earliest), latest: days(forecast.latest),
  })
  return h('div', { class: 'stack tight', key: metric }, [h('p', words), h(Cone, { newest, limit, forecast, label: words })])
}

function part(machine, wear, onDone) {
  const share = wear.used / wear.life
  return h('li', { key: wear.part, class: 'wear' }, [
    partLine(machine, wear.part, t('outlook.used', { percent: percent(share) }), onDone),
    meter(share, share >= 1 ? 'bad' : share >= 0.9 ? 'warn' : 'good'),
    h('span', { class: 'quiet small' }, [
      t('outlook.ofLife', { used: number(wear.used), life: number(wear.life) }),
      wear.spent ? ' · ' + t('outlook.spent', { date: date(wear.spent) }) : '',
    ]),
  ])
}

function ageing(machine, life, onDone) {
  return h('li', { key: life.part, class: 'wear' }, [
    partLine(machine, life.part, h('span', { class: ['badge', life.cycles > life.alarm ? 'good' : 'bad'] }, t('outlook.cycles', { cycles: number(life.cycles) })), onDone),
    h('span', { class: 'quiet small' }, t('outlook.lifeEnds', { likely: date(life.likely), earliest: date(life.earliest), latest: date(life.latest) })),
  ])
}

function condition(machine, one, onDone) {
  return h('li', { key: one.component, class: 'wear' }, [
    partLine(machine, one.component, h('span', { class: ['badge', one.well ? 'good' : 'bad'] }, one.well ? t('outlook.well') : levelName(machine, one)), onDone),
    h('span', { class: 'quiet small' }, t('outlook.shown', { probability: percent(one.probability), since: dateTime(one.since) })),
  ])
}

function partLine(machine, id, said, onDone) {
  const replace = async () => {
    if (await act(() => post(`/equipment/${encodeURIComponent(machine.id)}/parts/${encodeURIComponent(id)}/fitted`, {}))) onDone()
  }
  return h('div', { class: 'row' }, [
    h('b', partName(machine, id)), h('span', { class: 'number' }, said),
    h('span', { class: 'fill' }), may('fitPart') ? h('button', { class: 'button plain', type: 'button', onClick: replace }, t('outlook.replaced')) : null,
  ])
}

function meter(share, kind) {
  return h('svg', { class: ['meter', kind], viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, [
    h('rect', { class: 'whole', width: 100, height: 4 }), h('rect', { width: Math.min(100, 100 * share), height: 4 }),
  ])
}
