// The register of complaints; what is settled is left out unless asked for.
import { h, ref } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { ComplaintRow } from '../parts/complaint-row.js'
import { NewComplaint } from '../parts/complaint-new.js'
import { useDetail } from '../parts/detail.js'
import { Empty } from '../parts/empty.js'

export const Complaints = {
  setup() {
    const { found } = useDetail('/complaints?limit=1000', ['complaint'])
    const all = ref(false)
    const entering = ref(false)
    const tab = (text, every) => h('button', { type: 'button', 'aria-pressed': String(all.value === every), onClick: () => { all.value = every } }, text)
    return () => {
      const shown = (found.value?.items ?? []).filter(complaint => all.value || complaint.state.type !== 'Settled')
      return h('div', [
        h('div', { class: 'head' }, [
          h('h1', t('complaint.title')),
          h('span', { class: 'quiet' }, t('complaint.summary')),
          h('span', { class: 'fill' }),
          may('openComplaint') && !entering.value ? h('button', { class: 'button main-action', type: 'button', 'data-action': 'new', onClick: () => { entering.value = true } }, t('complaint.enter')) : null,
        ]),
        entering.value ? h(NewComplaint, { onLeave: () => { entering.value = false } }) : null,
        h('section', { class: 'panel' }, [
          h('header', h('div', { class: 'tabs' }, [tab(t('tickets.open'), false), tab(t('tickets.all'), true)])),
          shown.length
            ? h('ul', { class: 'rows wide' }, shown.map(complaint => h(ComplaintRow, { complaint, key: complaint.id })))
            : found.value ? h(Empty, { title: t('complaint.empty'), hint: t('complaint.emptyHint') }) : null,
        ]),
      ])
    }
  },
}
