// A machine's account: whether it is let in, by what, when it was heard, and what can be done about it.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { ago, dateTime } from '../format.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { act } from './act.js'
import { Ask } from './ask.js'
import { AccountBadge } from './badges.js'
import { Handout } from './handout.js'

const KINDS = ['password', 'token', 'certificate']

export const DeviceRow = {
  props: ['device'],
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref('')
    const kind = ref('password')
    const handout = ref(null)

    async function tell(what, body) {
      const answer = await act(() => post(`/devices/${encodeURIComponent(props.device.equipment)}/${what}`, body))
      if (!answer) return
      asking.value = ''
      if (what === 'enrol' || what === 'rotate') handout.value = answer
      emit('done')
    }

    const button = (key, click, first) => h('button', { class: ['button', { 'main-action': first }], type: 'button', 'data-act': key, onClick: click }, t('device.' + key))
    const ask = key => () => { handout.value = null; asking.value = key }

    function buttons({ state: account, credentials }) {
      if (account === 'Pending') return [button('approve', () => tell('approve', {}), true), button('refuse', ask('refuse'))]
      if (account === 'Revoked') return [button('approve', () => tell('approve', {}))]
      return [
        credentials.length ? button('rotate', ask('rotate')) : button('enrol', ask('enrol')),
        account ? button('revoke', ask('revoke')) : null,
      ]
    }

    const credential = what => h('form', { class: 'row', onSubmit: event => { event.preventDefault(); tell(what, { credential: kind.value }) } }, [
      h('label', { class: 'row' }, [h('span', t('device.kind')), h('select', { value: kind.value, onChange: event => { kind.value = event.target.value } }, KINDS.map(one => h('option', { value: one }, t('credential.' + one))))]),
      h('button', { class: 'button main-action', type: 'submit' }, t('device.' + what)),
      h('button', { class: 'button', type: 'button', onClick: ask('') }, t('ask.no')),
    ])

    const question = () => asking.value === 'rotate' || asking.value === 'enrol'
      ? credential(asking.value)
      : h(Ask, { text: t(`device.${asking.value}Ask`), confirm: t('device.' + asking.value), reason: t('hold.why'), warn: true, onYes: reason => tell('revoke', { reason }), onNo: ask('') })

    return () => {
      const { device } = props
      const machine = state.machines[device.equipment]
      return h('li', { 'data-device': device.equipment }, [
        h('div', { class: 'row' }, [
          h('i', { class: ['dot', machine?.online ? 'good' : ''], 'aria-hidden': 'true' }),
          h('a', { class: 'title', href: to('machines', device.equipment) }, named(machine?.names, device.equipment)),
          device.state ? h(AccountBadge, { state: device.state }) : h('span', { class: 'badge' }, t('device.noAccount')),
          // How its sending is slowed stands here.
          device.throttled ? h('span', { class: 'badge warn' }, t('device.throttled')) : null,
          h('span', { class: 'fill' }),
          asking.value || !may('approveDevice') ? null : h('div', { class: 'row' }, buttons(device)),
        ]),
        h('p', { class: 'quiet small' }, facts(device, machine)),
        asking.value ? question() : null,
        handout.value ? h(Handout, { handout: handout.value, onDone: () => { handout.value = null } }) : null,
      ])
    }
  },
}

function facts(device, machine) {
  return [
    device.equipment,
    t(machine?.online ? 'machine.online' : 'machine.offline'),
    machine?.lastHeard ? t('machine.heard', { ago: ago(machine.lastHeard, state.now) }) : t('machine.neverHeard'),
    machine?.registered === false ? t('machine.unregistered') : '',
    ...device.credentials.map(one => one.expires ? t('credential.until', { kind: t('credential.' + one.kind.toLowerCase()), time: dateTime(one.expires) }) : t('credential.' + one.kind.toLowerCase())),
    ...device.topics,
  ].filter(Boolean).join(' · ')
}
