// Parts that are not up, and why, in plain words.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { state } from '../state.js'
import { partName } from './status-bar.js'

export const Alerts = () => {
  const down = state.parts.filter(part => part.state !== 'UP')
  return down.length ? h('div', { class: 'alerts' }, down.map(alert)) : null
}

function alert(part) {
  const bad = part.essential && part.state === 'DOWN'
  return h('p', { class: ['alert', { bad }], role: 'status', key: part.name, 'data-part': part.name }, [
    h('i', { class: ['dot', bad ? 'bad' : 'warn'] }),
    h('span', [`${partName(part)}: ${t('part.state.' + part.state)}`, part.reason ? h('span', { class: 'reason' }, ' — ' + part.reason) : null]),
  ])
}
