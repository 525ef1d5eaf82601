// The shifts as they are written: when, on which days, in which order, and how the order moves on.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { Panel } from './panel.js'

const MONDAY = Date.UTC(2024, 0, 1)
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

export const RosterShifts = ({ shifts, names }) => h(Panel, { title: t('roster.shifts') }, () => h('ul', { class: 'rows dense' }, shifts.map(shift => h('li', { key: shift.name, 'data-shift': shift.name }, [
  h('div', { class: 'row' }, [
    h('b', shift.name), h('span', { class: 'number' }, shift.from === shift.to ? t('roster.wholeDay') : `${shift.from.slice(0, 5)}–${shift.to.slice(0, 5)}`),
    shift.days ? h('span', { class: 'badge' }, days(shift.days)) : null,
    shift.holidays && shift.holidays !== 'INCLUDED' ? h('span', { class: 'badge' }, t('roster.holidays.' + shift.holidays)) : null,
    shift.rotation ? h('span', { class: 'badge accent' }, t('roster.rotation', shift.rotation)) : null,
  ]),
  h('p', { class: 'quiet small' }, t('roster.order', { order: shift.order.map(id => names[id] ?? id).join(' → ') })),
]))))
RosterShifts.props = ['shifts', 'names']

function days(listed) {
  const format = new Intl.DateTimeFormat(t('language.locale'), { weekday: 'short', timeZone: 'UTC' })
  return DAYS.map((day, index) => listed.includes(day) ? format.format(MONDAY + index * 86_400_000) : '').filter(Boolean).join(t('list.comma'))
}
