// Who is on duty when, whether any minute is uncovered, and what was changed about it.
import { h, onBeforeUnmount, onMounted, ref } from '../lib/vue.js'
import { get } from '../api.js'
import { dateTime } from '../format.js'
import { t } from '../i18n/words.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'
import { RosterChanges } from '../parts/roster-changes.js'
import { RosterPeople } from '../parts/roster-people.js'
import { RosterShifts } from '../parts/roster-shifts.js'
import { RosterWeek } from '../parts/roster-week.js'

const AGAIN = 60_000
const MOST_GAPS = 10

export const Roster = {
  setup() {
    const roster = ref(undefined)
    const coverage = ref(null)
    const stamp = ref(0)
    async function read() {
      [roster.value, coverage.value] = await Promise.all([get('/roster'), get('/roster/coverage')])
      stamp.value++
    }
    const turn = () => { read().catch(() => { roster.value ??= null }) }
    let reading
    onMounted(() => {
      turn()
      reading = setInterval(turn, AGAIN)
    })
    onBeforeUnmount(() => { clearInterval(reading) })

    return () => {
      if (roster.value === undefined) return h('p', { class: 'quiet' }, t('page.loading'))
      if (!roster.value) return h('div', { class: 'panel' }, h(Empty, { title: t('roster.away'), hint: t('roster.awayHint') }))
      const { staff, shifts, exceptions, onDuty, zone } = roster.value
      const names = Object.fromEntries(staff.map(one => [one.id, one.name]))
      return h('div', [
        h('div', { class: 'head' }, [h('h1', t('roster.title')), coverage.value ? covered(coverage.value) : null]),
        h('div', { class: 'stack' }, [
          coverage.value?.gaps.length ? gaps(coverage.value.gaps) : null,
          h(Panel, { title: t('roster.now') }, () => onDuty.length
            ? h('ol', { class: 'inside duty' }, onDuty.map((id, index) => h('li', { key: id, 'data-duty': id }, [h('span', { class: 'badge accent' }, t('roster.rank', { rank: index + 1 })), h('b', names[id] ?? id), h('span', { class: 'quiet number' }, staff.find(one => one.id === id)?.phone)])))
            : h(Empty, { title: t('roster.nobody'), hint: t('roster.nobodyHint') })),
          h(RosterWeek, { zone, names, stamp: stamp.value }),
          h('div', { class: 'columns even' }, [
            h(RosterPeople, { staff }),
            h('div', { class: 'stack' }, [h(RosterShifts, { shifts, names }), h(RosterChanges, { exceptions, staff, names, onDone: turn })]),
          ]),
        ]),
      ])
    }
  },
}

function covered({ gaps: open, minutes }) {
  return h('span', { class: ['badge', open.length ? 'bad' : 'good'], 'data-coverage': open.length }, t(open.length ? 'roster.gaps' : 'roster.covered', { count: open.length, minutes, days: Math.round(minutes / 1440) }))
}

function gaps(open) {
  return h(Panel, { title: t('roster.uncovered') }, () => h('ul', { class: 'rows dense' }, open.slice(0, MOST_GAPS).map(gap => h('li', { key: gap.from, class: 'number' }, t('promises.from', { from: dateTime(gap.from), to: dateTime(gap.until) })))))
}
