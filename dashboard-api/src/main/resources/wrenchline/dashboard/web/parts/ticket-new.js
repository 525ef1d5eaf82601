// A ticket that the desk enters for somebody who wrote, came by, or called another number.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { machineList } from '../state.js'
import { act } from './act.js'
import { choices, EntryForm } from './entry-form.js'
import { KINDS, SEVERITIES } from './ticket-deeds.js'

export const NewTicket = {
  emits: ['leave'],
  setup(_, { emit }) {
    const sending = ref(false)

    async function send({ equipment, kind, severity, ...report }) {
      if (sending.value) return
      sending.value = true
      const ticket = await act(() => post('/tickets', { ...(equipment ? { equipment } : {}), kind, severity, report }))
      sending.value = false
      if (ticket) location.hash = to('tickets', ticket.id)
    }

    const fields = () => [
      { name: 'text', label: t('report.text'), type: 'area', most: 4000 },
      { name: 'equipment', label: t('report.equipment'), type: 'select', optional: true, options: [['', t('report.unknown')], ...machineList().filter(machine => machine.registered).map(machine => [machine.id, `${named(machine.names)} · ${machine.id}`])] },
      { name: 'severity', label: t('deed.field.severity'), type: 'select', options: choices('severity.', SEVERITIES), value: 'MAJOR' },
      { name: 'kind', label: t('deed.field.kind'), type: 'select', options: choices('kind.', KINDS), value: 'FAULT' },
      { name: 'name', label: t('report.name'), optional: true, most: 80 },
      { name: 'phone', label: t('report.phone'), type: 'tel', optional: true, maxlength: 32 },
      { name: 'address', label: t('report.address'), optional: true, wide: true, most: 200 },
    ]

    return () => h('section', { class: 'panel inside', 'data-new-ticket': '' }, [h('h2', t('report.title')), h(EntryForm, { fields: fields(), confirm: t('report.send'), onSend: send, onLeave: () => emit('leave') })])
  },
}
