// A message in quarantine on the list: whose, why, and how it begins.
import { h } from '../lib/vue.js'
import { dateTime } from '../format.js'
import { said } from '../i18n/said.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { HoldBadge } from './badges.js'

export const HeldRow = ({ message }) => h('li', { 'data-held': message.id }, [
  h('div', { class: 'row' }, [
    h('a', { class: 'title mono break', href: to('quarantine', message.id) }, message.topic || t('hold.noTopic')),
    h(HoldBadge, { state: message.state }),
    message.repaired ? h('span', { class: 'badge accent' }, t('hold.repaired')) : null,
    message.replayOf ? h('span', { class: 'badge' }, t('hold.cameBack')) : null,
    h('span', { class: 'fill' }),
    h('span', { class: 'quiet small number' }, dateTime(message.received)),
  ]),
  h('p', { class: 'text' }, said(message.reason)),
  h('p', { class: 'quiet small break' }, [message.machine, message.source, t('hold.bytes', { count: message.bytes })].filter(Boolean).join(' · ')),
  message.text ? h('pre', { class: 'mono short', tabindex: 0 }, message.text) : null,
])
HeldRow.props = ['message']
