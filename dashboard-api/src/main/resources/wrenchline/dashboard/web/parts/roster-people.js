// The people of the roster: where they work, what they can and may do, and their duty as a calendar to subscribe to.
import { h } from '../lib/vue.js'
import { url } from '../api.js'
import { t } from '../i18n/words.js'
import { state } from '../state.js'
import { Panel } from './panel.js'

const SOON = 30 * 86_400_000

export const RosterPeople = ({ staff }) => h(Panel, { title: t('roster.staff') }, () => h('ul', { class: 'rows dense' }, staff.map(one => h('li', { key: one.id, 'data-person': one.id }, [
  h('div', { class: 'row' }, [
    h('b', one.name), h('span', { class: 'badge' }, t('role.' + one.role)), h('span', { class: 'fill' }), h('span', { class: 'quiet number' }, one.phone),
    h('a', { class: 'button plain', href: url(`/roster/staff/${encodeURIComponent(one.id)}/calendar`), download: one.id + '.ics', 'aria-label': t('roster.calendarOf', { name: one.name }) }, t('roster.iCalendar')),
  ]),
  facts(one),
  one.certificates?.length ? h('ul', { class: 'row' }, one.certificates.map(certificate)) : null,
]))))
RosterPeople.props = ['staff']

function facts({ territories, skills }) {
  const said = [territories?.length && t('roster.territories', { list: territories.join(t('list.comma')) }), skills?.length && t('roster.skills', { list: skills.join(t('list.comma')) })].filter(Boolean)
  return said.length ? h('p', { class: 'quiet small' }, said.join(' · ')) : null
}

function certificate({ name, skill, expires }) {
  const left = Date.parse(expires) - state.now
  return h('li', { key: name + skill }, h('span', { class: ['badge', left < 0 ? 'bad' : left < SOON ? 'warn' : 'good'] }, t(left < 0 ? 'roster.expired' : 'roster.certificate', { name, expires })))
}
