// A machine that will fail, on a list: when, of what, and how sure that is. Those that are beyond a limit now come first.
import { h } from '../lib/vue.js'
import { number } from '../format.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { beyond, machineList, state } from '../state.js'
import { levelName, metricName, partName, unitOf, withUnit } from './measure.js'

const DAY = 86_400_000
const SOON = 2
const EVENT = 0.5
const tenths = time => Math.round(10 * Math.max(0, (Date.parse(time) - state.now) / DAY)) / 10

export function atRisk() {
  const now = machineList().map(machine => ({ machine, hot: machine.values.find(value => beyond(machine, value)) })).filter(({ hot }) => hot)
  const later = state.risks.filter(risk => state.machines[risk.equipment] && !now.some(({ machine }) => machine.id === risk.equipment))
  return [...now, ...later.map(risk => ({ machine: state.machines[risk.equipment], ...risk }))]
}

export const Risk = ({ risk }) => {
  const { machine } = risk
  const days = risk.soonest && (Date.parse(risk.soonest) - state.now) / DAY
  const isNow = risk.hot || risk.conditions?.length
  const colour = isNow || days < SOON ? 'bad' : risk.soonest ? 'warn' : ''
  return h('li', { class: 'countdown', 'data-risk': machine.id }, [
    h('a', { href: to('machines', machine.id) }, [
      h('span', { class: 'row' }, [h('b', { class: 'cut' }, named(machine.names, machine.id)), machine.openTickets.length ? h('span', { class: 'badge bad' }, t('machine.openTickets', { count: machine.openTickets.length })) : null]),
      h('span', { class: 'quiet small' }, cause(risk)),
    ]),
    h('span', { class: 'time' }, [
      h('span', { class: ['left', colour] }, isNow ? t('risk.now') : risk.soonest ? away(days) : t('risk.unlike', { score: Math.round(100 * risk.score.value) })),
      h('span', { class: 'quiet small number' }, band(risk)),
    ]),
    !risk.hot && risk.score && risk.score.value >= EVENT ? h('span', { class: 'meter', 'aria-hidden': 'true' }, h('i', { class: 'warn', style: { transform: `scaleX(${risk.score.value})` } })) : null,
  ])
}
Risk.props = ['risk']

function first({ courses, wear, lives, soonest }) {
  return { course: courses.find(one => one.forecast.likely === soonest), part: wear.find(one => one.spent === soonest), life: lives.find(one => one.likely === soonest) }
}

function cause(risk) {
  const { machine, hot, conditions } = risk
  if (hot) return t('risk.beyond', { metric: metricName(machine, hot.metric), value: withUnit(machine, hot) })
  const [worst] = conditions.map(one => t('risk.degraded', { part: partName(machine, one.component), level: levelName(machine, one) }))
  return [worst, ahead(risk)].filter(Boolean).join(' · ') || t('risk.unusual')
}

function ahead(risk) {
  const { machine } = risk
  const { course, part, life } = first(risk)
  if (course) return t('risk.reaches', { metric: metricName(machine, course.metric), limit: `${number(course.limit)} ${unitOf(machine, course.metric)}`.trim() })
  if (life) return t('risk.ends', { part: partName(machine, life.part), cycles: Math.round(life.cycles) })
  return part && t('risk.worn', { part: partName(machine, part.part), percent: Math.round(100 * part.used / part.life) })
}

function band(risk) {
  const { course, life } = risk.hot ? {} : first(risk)
  const within = course?.forecast ?? life
  return within ? t('risk.band', { from: tenths(within.earliest), to: tenths(within.latest) }) : ''
}

function away(days) {
  return days < 0 ? t('risk.now') : days < SOON ? t('risk.hours', { n: Math.round(24 * days) }) : t('risk.days', { n: Math.round(days) })
}
