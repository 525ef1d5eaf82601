// A metric with its newest value and its last hour; pressed, its history is shown.
import { h } from '../lib/vue.js'
import { number } from '../format.js'
import { beyond, limitsOf } from '../state.js'
import { Chart } from './chart.js'
import { limitText, metricName, unitOf } from './measure.js'

export const MetricCard = ({ machine, value, pressed }, { emit }) => {
  const limits = limitsOf(machine, value.metric)
  const unit = unitOf(machine, value.metric)
  return h('button', {
    class: ['panel', 'metric', { hot: beyond(machine, value) }], type: 'button', 'data-metric': value.metric,
    'aria-pressed': String(pressed), onClick: () => emit('choose', value.metric),
  }, [
    h('span', { class: 'cut' }, metricName(machine, value.metric)),
    h('span', { class: 'big number' }, [number(value.value), h('small', unit)]),
    h(Chart, { equipment: machine.id, metric: value.metric, limits, spark: true, label: metricName(machine, value.metric) }),
    h('span', { class: 'quiet small cut' }, limits.map(limit => limitText(limit, unit)).join(' · ')),
  ])
}
MetricCard.props = ['machine', 'value', 'pressed']
MetricCard.emits = ['choose']
