// Leave and substitutions that are not over, and the forms by which they are entered.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { dateTime } from '../format.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { act } from './act.js'
import { EntryForm, localMoment, moment } from './entry-form.js'
import { Panel } from './panel.js'

const HOUR = 3_600_000

export const RosterChanges = {
  props: { exceptions: Object, staff: Array, names: Object },
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref('')

    async function send(path, body) {
      const { from, until, ...rest } = body
      if (!await act(() => post('/roster/' + path, { ...rest, from: moment(from), until: moment(until) }))) return
      asking.value = ''
      emit('done')
    }

    const people = role => props.staff.filter(one => !role || one.role === role).map(one => [one.id, one.name])
    const span = () => [
      { name: 'from', label: t('roster.from'), type: 'datetime-local', value: localMoment(state.now) },
      { name: 'until', label: t('roster.until'), type: 'datetime-local', value: localMoment(state.now + 8 * HOUR) },
      { name: 'reason', label: t('deed.field.reason'), optional: true, wide: true, most: 200 },
    ]
    const second = [['', t('roster.noSecond')]]
    const FORMS = {
      addAbsence: { fields: () => [{ name: 'staff', label: t('roster.who'), type: 'select', options: people(), value: people()[0]?.[0] }, ...span()], send: body => send('absences', body) },
      overrideDuty: {
        fields: () => [
          { name: 'first', label: t('roster.first'), type: 'select', options: people('ENGINEER'), value: people('ENGINEER')[0]?.[0] },
          { name: 'second', label: t('roster.second'), type: 'select', optional: true, options: [...second, ...people('ENGINEER')] }, ...span(),
        ],
        send: ({ first, second: next, ...body }) => send('overrides', { ...body, order: [first, next].filter(Boolean) }),
      },
    }

    const buttons = () => h('div', { class: 'row' }, Object.keys(FORMS).filter(may).map(name => h('button', { class: 'button', type: 'button', key: name, 'data-change': name, onClick: () => { asking.value = name } }, t('roster.' + name))))
    const name = id => props.names[id] ?? id
    const ahead = list => (list ?? []).filter(one => Date.parse(one.until) > state.now)
    const line = (one, kind, who) => h('li', { key: kind + one.from + who, 'data-exception': kind }, [
      h('div', { class: 'row' }, [h('span', { class: ['badge', kind === 'absence' ? 'warn' : 'accent'] }, t('roster.is.' + kind)), h('b', who), h('span', { class: 'fill' }), h('span', { class: 'quiet small number' }, t('promises.from', { from: dateTime(one.from), to: dateTime(one.until) }))]),
      one.reason ? h('p', { class: 'quiet small' }, one.reason) : null,
    ])

    return () => {
      const lines = [
        ...ahead(props.exceptions?.absences).map(one => line(one, 'absence', name(one.staff))),
        ...ahead(props.exceptions?.substitutions).map(one => line(one, 'substitution', one.order.map(name).join(' → '))),
      ]
      return h(Panel, { title: t('roster.changes'), id: 'roster-changes' }, () => [
        lines.length ? h('ul', { class: 'rows' }, lines) : h('p', { class: 'inside quiet' }, t('roster.noChanges')),
        may('addAbsence') || may('overrideDuty') ? h('div', { class: 'inside' }, asking.value
          ? h(EntryForm, { key: asking.value, fields: FORMS[asking.value].fields(), confirm: t('roster.' + asking.value), onSend: FORMS[asking.value].send, onLeave: () => { asking.value = '' } })
          : buttons()) : null,
      ])
    }
  },
}
