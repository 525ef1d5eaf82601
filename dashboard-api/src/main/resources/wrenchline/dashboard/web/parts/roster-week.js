// A week as a calendar, in the time of the workshops: who is called first, second, …, as rotation, leave and substitutions have it.
import { h, ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { t } from '../i18n/words.js'
import { state } from '../state.js'
import { DAY, dayStart, weekStart } from '../zone.js'

const DAYS = 7

export const RosterWeek = {
  props: { zone: String, names: Object, stamp: Number },
  setup(props) {
    const week = ref(0)
    const stretches = ref([])
    const first = () => weekStart(state.now, props.zone, week.value)

    watch(() => [first(), props.stamp].join(), async () => {
      const from = new Date(first()).toISOString()
      stretches.value = (await get(`/roster/stretches?from=${from}&days=${DAYS + 1}`).catch(() => ({ items: [] }))).items
    }, { immediate: true })

    const button = (key, click, disabled = false) => h('button', { class: 'button', type: 'button', disabled, onClick: click }, t(key))
    const format = (at, parts) => new Intl.DateTimeFormat(t('language.locale'), { ...parts, timeZone: props.zone, hourCycle: 'h23' }).format(at)
    const hours = at => format(at, { hour: '2-digit', minute: '2-digit' })

    function day(index) {
      const begin = dayStart(first() + DAY / 2, props.zone, index)
      const end = dayStart(begin + DAY / 2, props.zone, 1)
      const today = state.now >= begin && state.now < end
      return h('li', { key: begin, class: { today } }, [
        h('h3', [format(begin, { weekday: 'short' }), ' ', h('span', { class: 'number' }, format(begin, { month: t('language.month'), day: '2-digit' }))]),
        h('div', { class: 'hours' }, stretches.value.map(one => piece(one, begin, end))),
      ])
    }

    function piece({ from, until, engineers }, begin, end) {
      const [start, stop] = [Math.max(begin, Date.parse(from)), Math.min(end, Date.parse(until))]
      if (start >= stop) return null
      return h('div', {
        class: ['shift', { gap: !engineers.length }], key: from, 'data-stretch': engineers.join(' '),
        style: { '--from': (start - begin) / (end - begin), '--to': (stop - begin) / (end - begin) },
      }, [
        h('span', { class: 'quiet small number' }, start === begin && stop === end ? t('roster.wholeDay') : `${hours(start)}–${stop === end ? '24:00' : hours(stop)}`),
        engineers.length ? h('ol', engineers.map(id => h('li', { key: id }, props.names[id] ?? id))) : h('b', t('roster.gap')),
      ])
    }

    return () => h('section', { class: 'panel' }, [
      h('header', [
        h('h2', t('roster.week')), h('span', { class: 'quiet small' }, t('roster.zone', { zone: props.zone })), h('span', { class: 'fill' }),
        h('div', { class: 'tools row' }, [button('roster.earlier', () => { week.value-- }), button('roster.thisWeek', () => { week.value = 0 }, week.value === 0), button('roster.later', () => { week.value++ })]),
      ]),
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('roster.week') }, h('ol', { class: 'calendar' }, Array.from({ length: DAYS }, (_, index) => day(index)))),
    ])
  },
}
