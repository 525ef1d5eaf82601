// How promises were kept: the report of the desk by clause and month, and from each figure down to the proof.
import { h, ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { month } from '../format.js'
import { t } from '../i18n/words.js'
import { note, route } from '../route.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'
import { Causes, PromiseReport, tally } from '../parts/promise-report.js'
import { PromiseList } from '../parts/promise-list.js'

const MONTHS = 12

export const Promises = {
  setup() {
    const table = ref(undefined)
    async function read() {
      table.value = may('reportPromises') ? tally((await get('/reports/promises?' + new URLSearchParams(span()))).items) : null
    }
    watch(() => state.revision.promise, () => { read().catch(() => { table.value ??= null }) }, { immediate: true })
    const chosen = () => ({ clause: route.value.query.clause ?? '', month: route.value.query.month ?? '' })
    const choose = (clause, when) => {
      const now = chosen()
      note(now.clause === clause && now.month === when ? {} : { clause, month: when })
    }

    return () => {
      if (table.value === undefined) return h('p', { class: 'quiet' }, t('page.loading'))
      const { clause, month: when } = chosen()
      return h('div', [
        h('div', { class: 'head' }, [h('h1', t('promises.title')), table.value ? h('span', { class: 'quiet' }, t('promises.summary', table.value)) : null]),
        h('div', { class: 'stack' }, [
          table.value ? h(Panel, { title: t('promises.table') }, () => table.value.rows.length
            ? [h(PromiseReport, { table: table.value, clause, when, onChoose: choose }), h(Causes, { causes: table.value.causes })]
            : h(Empty, { title: t('promises.empty'), hint: t('now.noPromisesHint') })) : null,
          h(Panel, { title: clause || when ? [clause, when && month(when + '-15')].filter(Boolean).join(' · ') : t('promises.all'), id: 'promise-list' }, () => h(PromiseList, { clause, when, key: clause + when })),
        ]),
      ])
    }
  },
}

// Promises that run may end next month.
function span() {
  const now = new Date(state.now)
  const at = months => {
    const date = new Date(now.getFullYear(), now.getMonth() + months, 15)
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`
  }
  return { from: at(2 - MONTHS), to: at(1) }
}
