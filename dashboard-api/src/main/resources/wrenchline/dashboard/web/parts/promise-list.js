// The promises of a clause and month, or all, each down to its proof; older ones by the page.
import { h, ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { dateTime } from '../format.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { HERE, monthIn } from '../zone.js'
import { act } from './act.js'
import { Clock } from './clock.js'
import { Empty } from './empty.js'
import { zoneOfRoster } from './people.js'
import { Proof } from './proof.js'

const PAGE = 50
const ORDER = { Broken: 0, KeptLate: 1, Paused: 2, Running: 2, Kept: 3, Waived: 4 }

export const PromiseList = {
  props: ['clause', 'when'],
  setup(props) {
    const items = ref(undefined)
    const next = ref(null)
    const opened = ref('')
    const zone = zoneOfRoster()

    const query = cursor => '/promises?' + new URLSearchParams(Object.entries({ page: PAGE, sort: '-deadline', filter: props.clause && 'clause.id:' + props.clause, cursor }).filter(([, value]) => value))

    // By deadline, the latest first: page by page until the month is over.
    async function read(cursor) {
      const found = cursor ? items.value : []
      let page = { next: cursor }
      do {
        page = await get(query(page.next))
        found.push(...page.items.filter(promise => !props.when || monthOf(promise) === props.when))
      } while (props.when && page.next && monthOf(page.items.at(-1)) >= props.when)
      items.value = [...found]
      next.value = props.when ? null : page.next
    }
    const monthOf = promise => monthIn(promise.deadline, zone.value ?? HERE)
    watch(() => [state.revision.promise, zone.value].join(), () => { read().catch(() => { items.value ??= [] }) }, { immediate: true })

    return () => {
      if (!items.value) return h('p', { class: 'inside quiet' }, t('page.loading'))
      if (!items.value.length) return h(Empty, { title: t('promises.empty'), hint: t('now.noPromisesHint') })
      const list = [...items.value].sort((a, b) => ORDER[a.state.type] - ORDER[b.state.type] || Date.parse(b.deadline) - Date.parse(a.deadline))
      return [
        h('ul', { class: 'rows' }, list.map(promise => row(promise, opened))),
        next.value ? h('p', { class: 'inside' }, h('button', { class: 'button', type: 'button', onClick: () => act(() => read(next.value)) }, t('promises.older'))) : null,
      ]
    }
  },
}

function row(promise, opened) {
  const open = opened.value === promise.id
  return h('li', { key: promise.id, 'data-kept': promise.id }, [
    h('div', { class: 'row' }, [
      h('a', { class: 'title', href: to('tickets', promise.ticket) }, t('ticket.number', { id: promise.ticket })),
      h('span', { class: 'quiet small number' }, t('promises.from', { from: dateTime(promise.made), to: dateTime(promise.deadline) })),
      h('span', { class: 'fill' }),
      may('getEvidence') ? h('button', { class: 'button', type: 'button', 'aria-expanded': String(open), onClick: () => { opened.value = open ? '' : promise.id } }, t('promises.proof')) : null,
    ]),
    h(Clock, { promise }),
    open ? h('div', { class: 'stack tight' }, [h('p', { class: 'quiet small' }, promise.clause.text), h(Proof, { promise, always: true })]) : null,
  ])
}
