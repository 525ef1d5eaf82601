// Messages that could not be understood: found by filters, moved one by one or all of a kind.
import { h, reactive, ref, watch } from '../lib/vue.js'
import { get, post } from '../api.js'
import { said } from '../i18n/said.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { state, toast } from '../state.js'
import { act } from '../parts/act.js'
import { Ask } from '../parts/ask.js'
import { moment } from '../parts/entry-form.js'
import { Empty } from '../parts/empty.js'
import { HeldRow } from '../parts/held-row.js'

const STATES = ['Waiting', 'Ordered', 'Replayed', 'Discarded', '']

export const Quarantine = {
  setup() {
    const filter = reactive({ state: 'Waiting', machine: '', topic: '', reason: '', from: '', to: '' })
    const items = ref(undefined)
    const next = ref(null)
    const reasons = ref([])
    const asking = ref('')

    const between = () => ({ from: filter.from && moment(filter.from), to: filter.to && moment(filter.to) })
    const query = before => '/quarantine?' + new URLSearchParams(Object.entries({ ...filter, ...between(), before, limit: 50 }).filter(([, value]) => value))

    async function read() {
      const [page, why] = await Promise.all([get(query()), get('/quarantine/reasons')])
      items.value = page.items
      next.value = page.next
      reasons.value = why.items
    }
    watch(() => query() + state.revision.disposition, () => { read().catch(() => {}) }, { immediate: true })

    async function older() {
      const page = await act(() => get(query(next.value)))
      if (!page) return
      items.value = [...items.value, ...page.items]
      next.value = page.next
    }

    // So many at once as the server moves with one request, until none is left.
    async function moveAll(what, more) {
      asking.value = ''
      const body = { machine: filter.machine, topic: filter.topic, matching: filter.reason, ...Object.fromEntries(Object.entries(between()).filter(([, value]) => value)), ...more }
      let moved = 0
      for (let answer = { more: true }; answer?.more;) {
        answer = await act(() => post('/quarantine/' + what, body))
        moved += answer?.moved ?? 0
        if (answer && !answer.moved) break
      }
      toast(t('hold.moved.' + what, { count: moved }))
    }

    // Who types Chinese means one of the reasons as they are shown.
    const meant = (name, typed) => name === 'reason' ? reasons.value.find(({ reason }) => said(reason) !== reason && typed && said(reason).includes(typed))?.reason ?? typed : typed

    const field = name => h('label', { class: 'field' }, [t('hold.filter.' + name), h('input', {
      type: 'search', maxlength: 500, value: name === 'reason' ? said(filter.reason) : filter[name], 'data-filter': name, onChange: event => { filter[name] = meant(name, event.target.value.trim()) },
    })])

    const time = name => h('label', { class: 'field' }, [t('hold.filter.' + name), h('input', {
      type: 'datetime-local', value: filter[name], 'data-filter': name, onChange: event => { filter[name] = event.target.value },
    })])

    const chips = () => reasons.value.length > 1 || filter.reason ? h('ul', { class: 'chips', 'aria-label': t('hold.reasons') }, reasons.value.slice(0, 6).map(({ reason, waiting }) =>
      h('li', { key: reason }, h('button', {
        type: 'button', 'aria-pressed': String(filter.reason === reason), title: said(reason),
        onClick: () => { filter.reason = filter.reason === reason ? '' : reason },
      }, [h('span', said(reason)), h('b', { class: 'number' }, waiting)])))) : null

    const bulk = () => asking.value === 'replay'
      ? h(Ask, { text: t('hold.replayAllAsk'), confirm: t('hold.replayAll'), onYes: () => moveAll('replay', {}), onNo: () => { asking.value = '' } })
      : asking.value === 'discard'
        ? h(Ask, { text: t('hold.discardAllAsk'), confirm: t('hold.discardAll'), reason: t('hold.why'), warn: true, onYes: reason => moveAll('discard', { reason }), onNo: () => { asking.value = '' } })
        : h('div', { class: 'row' }, ['replay', 'discard'].map(what => h('button', { class: 'button', type: 'button', 'data-all': what, onClick: () => { asking.value = what } }, t(`hold.${what}All`))))

    return () => h('div', [
      h('div', { class: 'head' }, [h('h1', t('quarantine.title')), h('span', { class: 'quiet' }, t('quarantine.summary'))]),
      h('section', { class: 'panel' }, [
        h('header', h('div', { class: 'tabs' }, STATES.map(name => h('button', {
          type: 'button', 'aria-pressed': String(filter.state === name), onClick: () => { filter.state = name; asking.value = '' },
        }, t('hold.tab.' + (name || 'all')))))),
        h('div', { class: 'inside stack tight' }, [
          h('div', { class: 'filters' }, [...['machine', 'topic', 'reason'].map(field), ...['from', 'to'].map(time)]),
          chips(),
          filter.state === 'Waiting' && items.value?.length && may('replayQuarantine') ? bulk() : null,
        ]),
        items.value?.length
          ? h('ul', { class: 'rows lined' }, items.value.map(message => h(HeldRow, { message, key: message.id })))
          : items.value ? h(Empty, { title: t('quarantine.empty'), hint: t(filter.state === 'Waiting' ? 'quarantine.emptyHint' : 'hold.noneHere') }) : null,
        next.value ? h('p', { class: 'inside' }, h('button', { class: 'button', type: 'button', onClick: older }, t('hold.older'))) : null,
      ]),
    ])
  },
}
