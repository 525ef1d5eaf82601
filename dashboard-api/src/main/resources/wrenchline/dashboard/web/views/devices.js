// Who may speak for a machine: those that wait for approval first.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { machineList } from '../state.js'
import { useDetail } from '../parts/detail.js'
import { DeviceRow } from '../parts/device-row.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'

export const Devices = {
  setup() {
    const { found, read } = useDetail('/devices', ['device_account'], 30)
    return () => {
      const accounts = found.value?.items ?? []
      const rows = [...accounts, ...without(accounts)]
      const pending = rows.filter(device => device.state === 'Pending')
      const others = rows.filter(device => device.state !== 'Pending').sort((a, b) => a.equipment.localeCompare(b.equipment, 'en', { numeric: true }))
      const list = devices => h('ul', { class: 'rows wide' }, devices.map(device => h(DeviceRow, { device, key: device.equipment, onDone: read })))
      return h('div', [
        h('div', { class: 'head' }, [h('h1', t('devices.title')), h('span', { class: 'quiet' }, t('devices.summary', { pending: pending.length, all: rows.length }))]),
        h('div', { class: 'stack' }, [
          pending.length ? h(Panel, { title: t('devices.pending') }, () => list(pending)) : null,
          h(Panel, { title: t('devices.known') }, () => others.length ? list(others) : h(Empty, { title: t('devices.empty'), hint: t('devices.emptyHint') })),
        ]),
      ])
    }
  },
}

// Machines that speak by the account of the site have none of their own.
function without(accounts) {
  const known = new Set(accounts.map(account => account.equipment))
  return machineList().filter(machine => !known.has(machine.id)).map(machine => ({ equipment: machine.id, state: null, credentials: [], topics: [] }))
}
