// What a metric or a part is called, its unit, and its limits in words.
import { number } from '../format.js'
import { named, t } from '../i18n/words.js'
import { metricOf, modelOf } from '../state.js'

export function metricName(machine, id) {
  return named(metricOf(machine, id)?.names, id)
}

export function unitOf(machine, id) {
  return metricOf(machine, id)?.unit ?? ''
}

export function withUnit(machine, value) {
  return `${number(value.value)} ${unitOf(machine, value.metric)}`.trim()
}

export function limitText(limit, unit) {
  return t(limit.side === 'ABOVE' ? 'machine.limitAbove' : 'machine.limitBelow', { value: `${limit.raise} ${unit}`.trim() })
}

export function partName(machine, id) {
  const { wear, ageing, diagnosis } = modelOf(machine)?.foresight ?? { wear: [], ageing: [] }
  return named([...wear, ...ageing, ...diagnosis?.components ?? []].find(one => one.id === id)?.names, id)
}

export function levelName(machine, { component, level }) {
  const levels = modelOf(machine)?.foresight.diagnosis?.components.find(one => one.id === component)?.levels ?? []
  return named(levels.find(one => one.value === level)?.names, level)
}
