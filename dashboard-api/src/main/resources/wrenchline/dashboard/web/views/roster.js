// Who is on duty when: a week as a calendar, in the time of the workshops, with the engineers in the order in which they are called.
import { h, onBeforeUnmount, onMounted, ref } from '../lib/vue.js'
import { get } from '../api.js'
import { dayOf, weekday } from '../format.js'
import { t } from '../i18n/words.js'
import { state } from '../state.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'

const DAY = 86_400_000
const DAYS = 7
const AGAIN = 60_000

export const Roster = {
  setup() {
    const roster = ref(undefined)
    const week = ref(0)
    const read = async () => { roster.value = await get('/roster') }
    const turn = () => { read().catch(() => { roster.value ??= null }) }
    let reading
    onMounted(() => {
      turn()
      reading = setInterval(turn, AGAIN)
    })
    onBeforeUnmount(() => { clearInterval(reading) })

    return () => {
      if (roster.value === undefined) return h('p', { class: 'quiet' }, t('page.loading'))
      const { staff = [], shifts = [], onDuty = [], zone = '' } = roster.value ?? {}
      const people = Object.fromEntries(staff.map(one => [one.id, one]))
      const first = monday(state.now) + week.value * DAYS * DAY
      return h('div', [
        h('div', { class: 'head' }, [
          h('h1', t('roster.title')), h('span', { class: 'quiet' }, t('roster.zone', { zone })), h('span', { class: 'fill' }),
          h('div', { class: 'tools row' }, [
            button('roster.earlier', () => { week.value-- }), button('roster.thisWeek', () => { week.value = 0 }, week.value === 0), button('roster.later', () => { week.value++ }),
          ]),
        ]),
        h('div', { class: 'stack' }, [
          h(Panel, { title: t('roster.now') }, () => onDuty.length
            ? h('ol', { class: 'inside duty' }, onDuty.map((id, index) => h('li', { key: id, 'data-duty': id }, [h('span', { class: 'badge accent' }, t('roster.rank', { rank: index + 1 })), h('b', people[id]?.name ?? id), h('span', { class: 'quiet number' }, people[id]?.phone)])))
            : h(Empty, { title: t('roster.nobody'), hint: t('roster.nobodyHint') })),
          h('section', { class: 'panel scroll', tabindex: 0, 'aria-label': t('roster.week') }, h('ol', { class: 'calendar' }, Array.from({ length: DAYS }, (_, index) => day(first + index * DAY, shifts, people)))),
          h(Panel, { title: t('roster.staff') }, () => h('ul', { class: 'rows dense' }, staff.map(one => h('li', { key: one.id }, h('div', { class: 'row' }, [
            h('b', one.name), h('span', { class: 'badge' }, t('role.' + one.role)), h('span', { class: 'fill' }), h('span', { class: 'quiet number' }, one.phone),
          ]))))),
        ]),
      ])
    }
  },
}

const button = (key, click, disabled = false) => h('button', { class: 'button', type: 'button', disabled, onClick: click }, t(key))

function monday(now) {
  const today = new Date(now)
  today.setHours(12, 0, 0, 0)
  return today.getTime() - (today.getDay() + 6) % 7 * DAY
}

function day(at, shifts, people) {
  return h('li', { key: at, class: { today: dayOf(at) === dayOf(state.now) } }, [
    h('h2', [weekday(at), ' ', h('span', { class: 'number' }, dayOf(at))]),
    h('div', { class: 'hours' }, [
      ...shifts.flatMap(shift => pieces(shift).map(([from, to, rest]) => h('div', {
        class: ['shift', { rest }], key: shift.name + from, 'data-shift': shift.name, style: { '--from': from / 24, '--to': to / 24 },
      }, rest ? null : [
        h('b', shift.name), h('span', { class: 'quiet small number' }, shift.from === shift.to ? t('roster.wholeDay') : `${hours(shift.from)}–${hours(shift.to)}`),
        h('ol', shift.order.map(id => h('li', { key: id }, people[id]?.name ?? id))),
      ]))),
    ]),
  ])
}

// A shift that runs over midnight is seen twice on a day: as what remains of yesterday's, and as its own beginning.
function pieces({ from, to }) {
  const [begin, end] = [from, to].map(time => { const [hour, minute] = time.split(':').map(Number); return hour + minute / 60 })
  if (begin === end) return [[0, 24, false]]
  return begin < end ? [[begin, end, false]] : [[begin, 24, false], [0, end, true]]
}

function hours(time) {
  return time.slice(0, 5)
}
