// All tickets, the newest first; what is over is left out unless asked for.
import { h, ref } from '../lib/vue.js'
import { get } from '../api.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { Empty } from '../parts/empty.js'
import { NewTicket } from '../parts/ticket-new.js'
import { TicketRow } from '../parts/ticket-row.js'

const PAGE = 100

export const Tickets = {
  setup() {
    const all = ref(false)
    const older = ref([])
    const end = ref(false)
    const entering = ref(false)

    async function more(last) {
      const page = await get(`/tickets?before=${last}&limit=${PAGE}`)
      older.value.push(...page.items)
      end.value = page.next === null
    }

    return () => {
      const known = [...state.tickets, ...older.value.filter(ticket => !state.tickets.some(one => one.id === ticket.id))]
      const shown = all.value ? known : known.filter(ticket => ticket.state.type !== 'Closed' && ticket.state.type !== 'Merged')
      const mayHaveMore = state.tickets.length >= PAGE && !end.value
      return h('div', [
        h('div', { class: 'head' }, [
          h('h1', t('tickets.title')),
          h('span', { class: 'quiet' }, t('tickets.summary', { running: state.counts.runningPromises, broken: state.counts.brokenPromises })),
          h('span', { class: 'fill' }),
          may('openTicket') && !entering.value ? h('button', { class: 'button main-action', type: 'button', 'data-action': 'new', onClick: () => { entering.value = true } }, t('report.title')) : null,
        ]),
        entering.value ? h(NewTicket, { onLeave: () => { entering.value = false } }) : null,
        h('section', { class: 'panel' }, [
          h('header', h('div', { class: 'tabs' }, [
            tab(t('tickets.open'), !all.value, () => { all.value = false }),
            tab(t('tickets.all'), all.value, () => { all.value = true }),
          ])),
          shown.length
            ? h('ul', { class: 'rows wide' }, shown.map(ticket => h(TicketRow, { ticket, key: ticket.id })))
            : h(Empty, { title: t('tickets.empty'), hint: t('tickets.emptyHint') }),
          mayHaveMore ? h('p', { class: 'inside' }, h('button', { class: 'button', onClick: () => more(known.at(-1).id) }, t('tickets.older'))) : null,
        ]),
      ])
    }
  },
}

function tab(text, pressed, choose) {
  return h('button', { type: 'button', 'aria-pressed': String(pressed), onClick: choose }, text)
}
