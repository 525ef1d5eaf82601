// The same history in numbers, for those who do not see the curve.
import { h, ref } from '../lib/vue.js'
import { number, stamp } from '../format.js'
import { t } from '../i18n/words.js'

const ROWS = 24

export const PointTable = {
  props: { points: Array, unit: String, width: Number },
  setup(props) {
    const open = ref(false)
    return () => h('details', { class: 'points', onToggle: event => { open.value = event.target.open } }, [
      h('summary', t('history.table')),
      open.value ? h('div', { class: 'scroll', tabindex: 0 }, h('table', { class: 'table number' }, [
        h('thead', h('tr', ['time', 'mean', 'min', 'max'].map(name => h('th', { scope: 'col' }, t('history.' + name) + (name === 'time' || !props.unit ? '' : ` (${props.unit})`))))),
        h('tbody', gathered(props.points).map(row => h('tr', { key: row.at }, [h('td', stamp(row.at, props.width / ROWS)), ...[row.mean, row.min, row.max].map(value => h('td', number(value)))]))),
      ])) : null,
    ])
  },
}

function gathered(points) {
  const each = Math.ceil(points.length / ROWS)
  const rows = []
  for (let first = 0; first < points.length; first += each) {
    const some = points.slice(first, first + each)
    const count = some.reduce((sum, point) => sum + point.count, 0)
    rows.push({
      at: Date.parse(some[0].at),
      mean: some.reduce((sum, point) => sum + point.mean * point.count, 0) / count,
      min: Math.min(...some.map(point => point.min)),
      max: Math.max(...some.map(point => point.max)),
    })
  }
  return rows
}
