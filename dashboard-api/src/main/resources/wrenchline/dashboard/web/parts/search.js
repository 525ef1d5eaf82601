// Finds everything, by "/": pages, machines, tickets, customers, calls.
import { h, nextTick, ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { dateTime } from '../format.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { maySee } from '../session.js'
import { state } from '../state.js'
import { groups as viewGroups } from './rail.js'
import { failureName } from './ticket-row.js'

const PAUSE = 120
const open = ref(false)

export function openSearch() {
  open.value = true
}

export const Search = {
  setup() {
    const dialog = ref(null)
    const sought = ref('')
    const found = ref(null)
    const chosen = ref(0)
    let pending
    let answered = ''
    // Enter was pressed before the answer came.
    let eager = false

    watch(open, async shown => {
      if (!shown) return
      await nextTick()
      dialog.value.showModal()
      dialog.value.querySelector('input').select()
    })
    watch(sought, text => {
      chosen.value = 0
      eager = false
      clearTimeout(pending)
      if (!text.trim()) found.value = null
      else pending = setTimeout(() => ask(text.trim()), PAUSE)
    })

    async function ask(text) {
      const answer = await get('/search?q=' + encodeURIComponent(text)).catch(() => null)
      if (sought.value.trim() !== text) return
      found.value = answer
      answered = text
      const [first] = flat(groups(text, answer))
      if (eager && first) go(first.href)
    }

    function keys(event) {
      const hits = flat(groups(sought.value, found.value))
      // A search field would take the key for itself, to empty itself.
      if (event.key === 'Escape') {
        event.preventDefault()
        return dialog.value.close()
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step && hits.length) {
        event.preventDefault()
        chosen.value = (chosen.value + step + hits.length) % hits.length
        nextTick(() => document.getElementById('hit-' + chosen.value)?.scrollIntoView({ block: 'nearest' }))
      } else if (event.key === 'Enter' && !event.isComposing && sought.value.trim()) {
        event.preventDefault()
        if (answered !== sought.value.trim()) eager = true
        else if (hits[chosen.value]) go(hits[chosen.value].href)
      }
    }

    function go(href) {
      dialog.value.close()
      location.hash = href
    }

    return () => {
      if (!open.value) return null
      const shown = groups(sought.value, found.value)
      const hits = flat(shown)
      return h('dialog', { class: 'search', ref: dialog, 'aria-label': t('search.title'), onClose: () => { open.value = false }, onClick: event => { if (event.target === dialog.value) dialog.value.close() } }, h('div', [
        h('input', {
          type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: false, maxlength: 100, placeholder: t('search.hint'), 'aria-label': t('search.title'),
          'aria-expanded': String(hits.length > 0), 'aria-controls': 'hits', 'aria-autocomplete': 'list', 'aria-activedescendant': hits.length ? 'hit-' + chosen.value : undefined,
          value: sought.value, onInput: event => { sought.value = event.target.value }, onKeydown: keys,
        }),
        hits.length
          ? h('div', { class: 'hits', id: 'hits', role: 'listbox', 'aria-label': t('search.found') }, shown.map(group => h('div', { role: 'group', 'aria-label': t('search.' + group.kind), key: group.kind }, [
            h('p', { class: 'kind', 'aria-hidden': 'true' }, t('search.' + group.kind)),
            ...group.hits.map(hit => h('div', {
              role: 'option', id: 'hit-' + hit.index, class: 'hit', key: hit.href + hit.title, 'data-hit': group.kind, 'aria-selected': String(hit.index === chosen.value),
              onPointermove: () => { chosen.value = hit.index }, onClick: () => go(hit.href),
            }, [h('span', { class: 'title' }, hit.title), h('span', { class: 'quiet small' }, hit.more)])),
          ])))
          : h('p', { class: 'inside quiet' }, sought.value.trim() && found.value ? t('search.nothing') : t('search.help')),
      ]))
    }
  },
}

function flat(shown) {
  return shown.flatMap(group => group.hits)
}

function groups(text, found) {
  const sought = text.trim().toLowerCase()
  const pages = [...viewGroups().flatMap(([, views]) => views), ...(maySee('wall') ? ['wall'] : [])].filter(view => t('nav.' + view).toLowerCase().includes(sought) || view.includes(sought))
  const all = [
    ['tickets', (found?.tickets ?? []).map(ticket)],
    ['machines', (found?.machines ?? []).map(id => machine(id))],
    ['customers', (found?.customers ?? []).map(customer)],
    ['calls', (found?.calls ?? []).map(call)],
    ['pages', pages.map(view => ({ href: to(view), title: t('nav.' + view), more: '' }))],
  ]
  let index = 0
  return all.filter(([, hits]) => hits.length).map(([kind, hits]) => ({ kind, hits: hits.map(hit => ({ ...hit, index: index++ })) }))
}

function ticket(one) {
  return { href: to('tickets', one.id), title: `${one.id} · ${failureName(one)}`, more: [named(one.equipmentNames, one.equipment ?? ''), t('state.' + one.state.type), dateTime(one.raised)].filter(Boolean).join(' · ') }
}

function machine(id) {
  const one = state.machines[id]
  return { href: to('machines', id), title: named(one?.names, id), more: [id, one?.site].filter(Boolean).join(' · ') }
}

function customer({ customer: one, machines }) {
  return { href: to('machines', '', { customer: one.id }), title: one.name, more: [one.phones.join(t('list.comma')), t('search.machinesOf', { count: machines.length })].join(' · ') }
}

function call(one) {
  return { href: one.ticket ? to('tickets', one.ticket) : to('calls'), title: one.caller || t('call.hidden'), more: [t('call.' + one.outcome), dateTime(one.began)].join(' · ') }
}
