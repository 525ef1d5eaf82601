// One complaint: what it is about, who deals with it, who is told when, and all that happened to it.
import { h } from '../lib/vue.js'
import { dateTime, duration, isoSeconds } from '../format.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { ComplaintBadge } from '../parts/badges.js'
import { ComplaintActs } from '../parts/complaint-acts.js'
import { marks } from '../parts/complaint-row.js'
import { useDetail } from '../parts/detail.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'
import { nameOf } from '../parts/people.js'
import { actorName } from '../parts/who.js'

export const Complaint = {
  props: ['id'],
  setup(props) {
    const { found, read } = useDetail(`/complaints/${encodeURIComponent(props.id)}`, ['complaint'])
    return () => {
      const detail = found.value
      if (detail === undefined) return h('div', [h('p', { class: 'quiet' }, t('page.loading'))])
      if (!detail) return h('div', { class: 'panel' }, [h('h1', { class: 'unseen' }, t('complaint.title')), h(Empty, { title: t('complaint.none', { id: props.id }), hint: t('complaint.emptyHint') })])
      const { complaint, ladder, events } = detail
      return h('div', [
        h('div', { class: 'head' }, [h('h1', `${complaint.id} · ${t('complaint.category.' + complaint.category)}`), h(ComplaintBadge, { state: complaint.state.type }), ...marks(complaint)]),
        h('div', { class: 'stack' }, [
          h(Panel, { title: t('complaint.about') }, () => h('div', { class: 'inside stack tight' }, [facts(complaint), h(ComplaintActs, { detail, onDone: read })])),
          h(Panel, { title: t('complaint.ladder') }, () => h('ol', { class: 'rows' }, ladder.map((step, index) => h('li', { key: index }, h('div', { class: 'row' }, [
            h('b', t('target.' + step.target)),
            h('span', { class: 'quiet small' }, whenTold(isoSeconds(step.after))),
            index < complaint.state.step ? h('span', { class: 'badge accent' }, t('complaint.told')) : null,
          ]))))),
          h(Panel, { title: t('complaint.story') }, () => h('ol', { class: 'rows' }, [...events].reverse().filter(({ event }) => event.type !== 'ClockRead').map(({ event, at }, index) => h('li', { key: index, 'data-event': event.type }, [
            h('div', { class: 'row' }, [h('b', t('complaint.event.' + event.type)), h('span', { class: 'quiet small' }, actorName(event.by)), h('span', { class: 'fill' }), h('span', { class: 'quiet small number' }, dateTime(at))]),
            ...said(event).map(text => h('p', { class: 'small' }, text)),
          ])).concat(h('li', { key: 'began' }, h('div', { class: 'row' }, [h('b', t('complaint.received', { channel: t('channel.' + complaint.channel) })), h('span', { class: 'fill' }), h('span', { class: 'quiet small number' }, dateTime(complaint.received))]))))),
        ]),
      ])
    }
  },
}

const whenTold = seconds => seconds ? t('complaint.after', { time: duration(seconds) }) : t('complaint.atOnce')

const facts = complaint => h('div', [
  complaint.text ? h('p', complaint.text) : null,
  h('p', { class: 'quiet small' }, [
    t('complaint.for', { department: t('complaint.department.' + complaint.department) }), ...[complaint.name, complaint.number].filter(Boolean),
    ...complaint.state.course.owner ? [t('complaint.ownedBy', { name: nameOf(complaint.state.course.owner) })] : [],
  ].join(' · ')),
  h('div', h('a', { href: to('tickets', complaint.ticket) }, t('complaint.ticket', { ticket: complaint.ticket }))),
])

function said(event) {
  switch (event.type) {
    case 'Answered': return [t('complaint.cause') + ': ' + event.cause, t('complaint.remedy') + ': ' + event.remedy, ...event.prevention ? [t('complaint.prevention') + ': ' + event.prevention] : []]
    case 'Flagged': return [t('complaint.flag.' + event.flag) + ': ' + event.why]
    case 'Given': return [nameOf(event.owner)]
    case 'Noted': return [event.text]
    case 'Raised': case 'Objected': return [event.why]
    default: return []
  }
}
