// A command to a machine: what, who, how it stands, and on demand everything that happened to it.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { dateTime } from '../format.js'
import { said } from '../i18n/said.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { act } from './act.js'
import { CommandBadge } from './badges.js'
import { limitName } from './command-form.js'
import { useDetail } from './detail.js'
import { withUnit } from './measure.js'
import { actorName } from './who.js'

export const CommandRow = {
  props: ['machine', 'command'],
  emits: ['done'],
  setup(props, { emit }) {
    const open = ref(false)

    async function callBack() {
      if (await act(() => post(`/commands/${props.command.id}/cancel`, {}))) emit('done')
    }

    return () => {
      const { command, machine } = props
      return h('li', { 'data-order': command.order.type }, [
        h('div', { class: 'row' }, [
          h('span', { class: 'title' }, what(machine, command.order)),
          h(CommandBadge, { state: command.state.type }),
          h('span', { class: 'fill' }),
          command.state.type === 'Queued' && may('cancelCommand') ? h('button', { class: 'button plain', type: 'button', onClick: callBack }, t('command.callBack')) : null,
        ]),
        command.state.reason ? h('p', { class: 'text' }, said(command.state.reason)) : null,
        h('p', { class: 'quiet small number' }, [actorName(command.by), ' · ', dateTime(command.created), command.state.next ? ' · ' + t('command.until', { time: dateTime(command.expires) }) : '']),
        h('details', { class: 'small', onToggle: event => { open.value = event.target.open } }, [
          h('summary', t('command.history')),
          open.value ? h(History, { id: command.id }) : null,
        ]),
      ])
    }
  },
}

const History = {
  props: ['id'],
  setup(props) {
    const { found } = useDetail('/commands/' + props.id, ['command'])
    return () => h('ol', { class: 'timeline' }, found.value?.events.map(({ event, at }, index) =>
      h('li', { key: index }, [h('div', t('command.event.' + event.type, { who: event.by && actorName(event.by), reason: event.reason && said(event.reason) })), h('div', { class: 'quiet number' }, dateTime(at))])))
  },
}

function what(machine, order) {
  switch (order.type) {
    case 'SetLimit': return t('command.order.SetLimit', { limit: limitName(machine, order), value: withUnit(machine, order) })
    case 'Custom': return `${order.name} ${JSON.stringify(order.payload)}`
    default: return t('command.order.' + order.type, order)
  }
}
