// A complaint that the desk enters for somebody who wrote, came by, or called another number.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { act } from './act.js'
import { choices, EntryForm } from './entry-form.js'

const CATEGORIES = ['QUALITY', 'PACKAGING', 'CONDUCT', 'DEALER']
const CHANNELS = ['LETTER', 'EMAIL', 'VISIT', 'PHONE', 'OTHER']

export const NewComplaint = {
  emits: ['leave'],
  setup(_, { emit }) {
    const sending = ref(false)

    async function send(entered) {
      if (sending.value) return
      sending.value = true
      const detail = await act(() => post('/complaints', entered))
      sending.value = false
      if (detail) location.hash = to('complaints', detail.complaint.id)
    }

    const fields = () => [
      { name: 'text', label: t('complaint.text'), type: 'area', most: 4000 },
      { name: 'category', label: t('complaint.category'), type: 'select', options: choices('complaint.category.', CATEGORIES), value: CATEGORIES[0] },
      { name: 'channel', label: t('complaint.channel'), type: 'select', options: choices('channel.', CHANNELS), value: CHANNELS[0] },
      { name: 'name', label: t('report.name'), optional: true, most: 80 },
      { name: 'number', label: t('report.phone'), type: 'tel', optional: true, maxlength: 32 },
      { name: 'address', label: t('report.address'), optional: true, wide: true, most: 200 },
    ]

    return () => h('section', { class: 'panel inside', 'data-new-complaint': '' }, [h('h2', t('complaint.enter')), h(EntryForm, { fields: fields(), confirm: t('complaint.enter'), onSend: send, onLeave: () => emit('leave') })])
  },
}
