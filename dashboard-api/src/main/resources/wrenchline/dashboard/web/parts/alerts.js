// Parts that are not up, and why, in plain words.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { state } from '../state.js'
import { partName } from './status-bar.js'
import { why } from './why.js'

export const Alerts = () => {
  const down = state.parts.filter(part => part.state !== 'UP')
  return down.length ? h('div', { class: 'alerts' }, down.map(alert)) : null
}

function alert(part) {
  const bad = part.essential && part.state === 'DOWN'
  const sentence = why(part)
  return h('div', { class: ['alert', { bad }], role: 'status', key: part.name, 'data-part': part.name }, [
    h('i', { class: ['dot', bad ? 'bad' : 'warn'] }),
    h('div', [
      h('b', t('part.is', { part: partName(part), state: t('part.state.' + part.state) })),
      sentence ? h('span', sentence) : null,
      part.reason ? h('p', { class: 'reason mono' }, part.reason) : null,
    ]),
  ])
}
