// A metric with its newest value and its hour; the pointer reads old values.
import { h, ref } from '../lib/vue.js'
import { clockTime, number } from '../format.js'
import { limitsOf } from '../state.js'
import { Chart } from './chart.js'
import { limitText, metricName, unitOf } from './measure.js'

export const Figure = {
  props: ['machine', 'value'],
  setup(props) {
    const pointed = ref(null)
    return () => {
      const { machine, value } = props
      const unit = unitOf(machine, value.metric)
      const limits = limitsOf(machine, value.metric)
      return h('figure', { class: 'panel figure' }, [
        h('figcaption', [
          h('h3', metricName(machine, value.metric)),
          h('span', { class: 'quiet small' }, pointed.value ? clockTime(pointed.value.at) : limits.map(limit => limitText(limit, unit)).join(' · ')),
          h('span', { class: 'big' }, `${number(pointed.value?.value ?? value.value)} ${unit}`.trim()),
        ]),
        h(Chart, {
          equipment: machine.id, metric: value.metric, limits, label: metricName(machine, value.metric),
          onPoint: point => { pointed.value = point },
        }),
      ])
    }
  },
}
