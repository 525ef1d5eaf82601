// A complaint on a list.
import { h } from '../lib/vue.js'
import { dateTime } from '../format.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { ComplaintBadge } from './badges.js'

export const ComplaintRow = ({ complaint }) => h('li', { 'data-complaint': complaint.id }, [
  h('div', { class: 'row' }, [
    h('a', { class: 'title number', href: to('complaints', complaint.id) }, `${complaint.id} · ${t('complaint.category.' + complaint.category)}`),
    h(ComplaintBadge, { state: complaint.state.type }),
    ...marks(complaint),
    h('span', { class: 'fill' }),
    h('span', { class: 'quiet small number' }, dateTime(complaint.received)),
  ]),
  h('p', { class: 'quiet small' }, [t('complaint.for', { department: t('complaint.department.' + complaint.department) }), complaint.number && ' · ' + complaint.number, complaint.text && ' · ' + complaint.text].filter(Boolean)),
])
ComplaintRow.props = ['complaint']

/** What makes it more than an ordinary one. */
export function marks(complaint) {
  return [
    complaint.kind === 'ORDINARY' ? null : h('span', { class: 'badge bad' }, t('complaint.kind.' + complaint.kind)),
    ...complaint.state.course.flags.map(flag => h('span', { class: 'badge bad', key: flag }, t('complaint.flag.' + flag))),
  ]
}
