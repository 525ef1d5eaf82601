// Which systems are told of changes, and what could not be delivered to them. What signs an event is shown once.
import { h, ref } from '../lib/vue.js'
import { get, post } from '../api.js'
import { date, dateTime } from '../format.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { toast } from '../state.js'
import { act } from './act.js'
import { Ask } from './ask.js'
import { useDetail } from './detail.js'
import { EntryForm } from './entry-form.js'
import { Handout } from './handout.js'
import { Panel } from './panel.js'

const SUBJECTS = ['ticket', 'promise', 'callback', 'notice', 'command', 'call', 'device_account', 'complaint', 'disposition']
const PAGE = 50
const EVERY_SECONDS = 10

// What the sender says, in the reader's language where it is one of its usual sentences.
const TROUBLES = [[/^it answered (\d+)$/, 'answered'], [/^it could not be reached: (.*)$/, 'unreached'], [/^it did not answer within (\d+) s$/, 'slow']]

function trouble(said) {
  const known = TROUBLES.find(([form]) => form.test(said))
  return known ? t('access.trouble.' + known[1], { what: known[0].exec(said)[1] }) : said
}

export const Webhooks = {
  setup() {
    const { found, read } = useDetail('/webhooks', [])
    const dead = useDetail(`/webhooks/deliveries?state=DEAD&limit=${PAGE}`, [], EVERY_SECONDS)
    const older = ref([])
    const asking = ref('')
    const handout = ref(null)
    const leave = () => { asking.value = '' }

    async function subscribe({ url, subjects = '' }) {
      const made = await act(() => post('/webhooks', { url, subjects: subjects.split(',').filter(Boolean) }))
      if (!made) return
      handout.value = { secret: made.secret }
      leave()
      read()
    }

    async function remove(id) {
      if (await act(() => post(`/webhooks/${id}/remove`, {})) === undefined) return
      leave()
      read()
    }

    async function replay(numbers) {
      let sent = 0
      for (const number of numbers) if (await act(() => post(`/webhooks/deliveries/${number}/replay`, {}))) sent++
      older.value = older.value.filter(one => !numbers.includes(one.number))
      if (sent) toast(t('access.replayed', { count: sent }))
      dead.read()
    }

    async function more(before) {
      const page = await act(() => get(`/webhooks/deliveries?state=DEAD&limit=${PAGE}&before=${before}`))
      if (page) older.value = [...older.value, ...page.items]
    }

    const subjects = list => list.length ? list.map(one => t('access.subject.' + one)).join(t('list.comma')) : t('access.allSubjects')
    const address = id => found.value.items.find(one => one.id === id)?.url ?? t('access.removed')

    const row = hook => h('li', { key: hook.id, 'data-webhook': hook.id }, [
      h('div', { class: 'row' }, [
        h('b', { class: 'break' }, hook.url), h('span', { class: 'fill' }),
        asking.value === hook.id || !may('unsubscribe') ? null : h('button', { class: 'button', type: 'button', 'data-act': 'remove', onClick: () => { asking.value = hook.id } }, t('access.remove')),
      ]),
      h('p', { class: 'quiet small' }, [subjects(hook.subjects), t('access.by', { who: hook.by, date: date(hook.created) })].join(' · ')),
      asking.value === hook.id ? h(Ask, { text: t('access.removeAsk'), confirm: t('access.remove'), warn: true, onYes: () => remove(hook.id), onNo: leave }) : null,
    ])

    const letter = one => h('li', { key: one.number, 'data-dead': one.number }, [
      h('div', { class: 'row' }, [
        h('b', `${t('access.subject.' + one.change.subject)} ${one.change.id}`), h('span', { class: 'mono small' }, one.change.event), h('span', { class: 'badge bad' }, trouble(one.trouble)),
        h('span', { class: 'fill' }),
        may('replayDelivery') ? h('button', { class: 'button', type: 'button', 'data-act': 'replay', onClick: () => replay([one.number]) }, t('access.replay')) : null,
      ]),
      h('p', { class: 'quiet small break' }, [dateTime(one.change.at), t('access.attempts', { count: one.attempts }), address(one.webhook)].join(' · ')),
    ])

    function letters() {
      const first = dead.found.value?.items ?? []
      const known = new Set(first.map(one => one.number))
      const all = [...first, ...older.value.filter(one => !known.has(one.number))]
      if (!all.length) return h('p', { class: 'inside quiet' }, t('access.noDead'))
      const full = all.length % PAGE === 0
      return [
        h('ul', { class: 'rows wide' }, all.map(letter)),
        all.length === 1 && !full ? null : h('div', { class: 'inside row' }, [
          may('replayDelivery') && all.length > 1 ? h('button', { class: 'button', type: 'button', 'data-act': 'replayAll', onClick: () => replay(all.map(one => one.number)) }, t('access.replayAll', { count: all.length })) : null,
          full ? h('button', { class: 'button', type: 'button', onClick: () => more(all.at(-1).number) }, t('audit.older')) : null,
        ]),
      ]
    }

    const fields = () => [
      { name: 'url', label: t('access.url'), type: 'url', wide: true, hint: 'https://desk.example/hook' },
      { name: 'subjects', label: t('access.subjects'), type: 'many', wide: true, options: SUBJECTS.map(one => [one, t('access.subject.' + one)]) },
    ]

    return () => found.value ? h('div', { class: 'stack' }, [
      h(Panel, { title: t('access.webhooks'), more: t('access.webhooksMore'), id: 'webhooks' }, () => [
        found.value.items.length ? h('ul', { class: 'rows wide' }, found.value.items.map(row)) : h('p', { class: 'inside quiet' }, t('access.noWebhooks')),
        handout.value ? h('div', { class: 'inside' }, h(Handout, { handout: handout.value, text: t('access.once'), onDone: () => { handout.value = null } })) : null,
        !may('subscribe') ? null : h('div', { class: 'inside' }, asking.value === 'subscribe'
          ? h(EntryForm, { fields: fields(), confirm: t('access.subscribe'), text: t('access.subscribeHint'), onSend: subscribe, onLeave: leave })
          : h('button', { class: 'button', type: 'button', 'data-act': 'subscribe', onClick: () => { handout.value = null; asking.value = 'subscribe' } }, t('access.subscribe'))),
      ]),
      h(Panel, { title: t('access.dead'), more: t('access.deadMore'), id: 'dead-letters' }, letters),
    ]) : null
  },
}
