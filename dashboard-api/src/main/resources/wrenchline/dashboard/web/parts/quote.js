// What the customer is entitled to, what a repair would cost, and whether they agreed.
import { h, reactive, ref, watch } from '../lib/vue.js'
import { get, post } from '../api.js'
import { named, t } from '../i18n/words.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { act } from './act.js'
import { EntryForm } from './entry-form.js'
import { Panel } from './panel.js'

const OVER = new Set(['Closed', 'Merged'])

export const QuotePanel = {
  props: ['ticket'],
  emits: ['done'],
  setup(props, { emit }) {
    const entitled = ref(null)
    const asking = ref('')
    // There is one only for a machine that is registered.
    watch(() => [props.ticket.version, registered(props.ticket)].join(), async () => {
      if (registered(props.ticket)) entitled.value = await get(`/tickets/${props.ticket.id}/entitlement`).catch(() => null)
    }, { immediate: true })

    async function tell(what, body) {
      if (!await act(() => post(`/tickets/${props.ticket.id}/${what}`, body))) return
      asking.value = ''
      emit('done')
    }

    const leave = () => { asking.value = '' }
    const begin = (key, click) => h('button', { class: 'button', type: 'button', 'data-quote': key, onClick: click }, t('quote.' + key))

    const answers = quote => asking.value === 'decline'
      ? h(EntryForm, { fields: [{ name: 'reason', label: t('deed.field.reason'), wide: true }], confirm: t('quote.decline'), onSend: ({ reason }) => tell('events', { type: 'Declined', quote: quote.number, reason }), onLeave: leave })
      : h('div', { class: 'row' }, [begin('consent', () => tell('events', { type: 'Consented', quote: quote.number, channel: 'PHONE' })), begin('decline', () => { asking.value = 'decline' })])

    return () => {
      const { ticket } = props
      const over = OVER.has(ticket.state.type)
      const quotes = ticket.events.filter(({ event }) => event.type === 'Quoted').map(({ event }) => event.quote)
      if (!entitled.value && !quotes.length) return null
      const newest = quotes.at(-1)
      return h(Panel, { title: t('quote.title'), id: 'quote' }, () => h('div', { class: 'inside stack tight' }, [
        entitled.value ? entitlement(entitled.value) : null,
        ...quotes.map(quote => bill(quote, answerTo(ticket, quote))),
        newest && !answerTo(ticket, newest) && !over && may('tellTicket') ? answers(newest) : null,
        !over && may('quoteTicket') ? asking.value === 'make' ? h(QuoteForm, { onSend: body => tell('quote', body), onLeave: leave }) : h('div', { class: 'row' }, begin(newest ? 'makeAgain' : 'make', () => { asking.value = 'make' })) : null,
      ]))
    }
  },
}

const registered = ticket => Boolean(state.machines[ticket.equipment]?.registered)

function entitlement({ entitlement: { category, partsFree, labourFree, from, until }, why }) {
  return h('div', { class: 'stack tight', 'data-entitlement': category }, [
    h('div', { class: 'row' }, [
      h('span', { class: ['badge', category === 'PAID' ? 'warn' : 'good'] }, t('entitled.' + category)),
      h('span', { class: 'quiet small' }, t('entitled.free', { parts: t(partsFree ? 'entitled.isFree' : 'entitled.isPaid'), labour: t(labourFree ? 'entitled.isFree' : 'entitled.isPaid') })),
      h('span', { class: 'quiet small number' }, t('machine.dates', { from, until })),
    ]),
    h('p', { class: 'quiet small' }, named(why)),
  ])
}

function answerTo(ticket, { number }) {
  return ticket.events.findLast(({ event }) => (event.type === 'Consented' || event.type === 'Declined') && event.quote === number)?.event
}

function bill(quote, answer) {
  const money = cents => new Intl.NumberFormat(t('language.locale'), { style: 'currency', currency: quote.currency }).format(cents / 100)
  const total = quote.lines.reduce((sum, line) => sum + line.count * line.unitCents, quote.labourCents)
  return h('div', { class: 'stack tight', key: quote.number }, [
    h('div', { class: 'row' }, [
      h('b', t('quote.number', quote)), h('span', { class: ['badge', answer ? { Consented: 'good', Declined: 'bad' }[answer.type] : 'warn'] }, t('quote.' + (answer?.type ?? 'open'))),
      h('span', { class: 'fill' }), h('b', { class: 'number' }, money(total)),
    ]),
    h('table', { class: 'table number' }, h('tbody', [
      ...quote.lines.map((line, index) => h('tr', { key: index }, [h('th', { scope: 'row' }, line.part), h('td', { class: 'figure' }, `${line.count} × ${money(line.unitCents)}`), h('td', { class: 'figure' }, money(line.count * line.unitCents))])),
      h('tr', [h('th', { scope: 'row', colspan: 2 }, t('quote.labour')), h('td', { class: 'figure' }, money(quote.labourCents))]),
    ])),
    quote.reason ? h('p', { class: 'quiet small' }, quote.reason) : null,
    answer?.reason ? h('p', { class: 'quiet small' }, answer.reason) : null,
  ])
}

const QuoteForm = {
  emits: ['send', 'leave'],
  setup(_, { emit }) {
    const lines = reactive([{ part: '', count: 1 }])
    const labour = ref('')
    const cents = money => Math.round(Number(money || 0) * 100)
    const price = { type: 'number', min: 0, step: 0.01, inputmode: 'decimal' }

    function send(event) {
      event.preventDefault()
      emit('send', { labourCents: cents(labour.value), parts: lines.filter(line => line.part.trim()).map(line => ({ part: line.part.trim(), count: Number(line.count) })) })
    }

    const input = (line, name, label, more, focus) => h('label', { class: 'field' }, [label, h('input', {
      value: line[name], name, ...more, onInput: event => { line[name] = event.target.value }, onVnodeMounted: focus ? node => { node.el.focus() } : undefined,
    })])

    return () => h('form', { class: 'stack tight', onSubmit: send, onKeydown: event => { if (event.key === 'Escape') { event.preventDefault(); emit('leave') } } }, [
      h('p', { class: 'quiet small' }, t('quote.hint')),
      ...lines.map((line, index) => h('div', { class: 'quote-line', key: index }, [
        input(line, 'part', t('deed.field.part'), { maxlength: 80 }, index === lines.length - 1),
        input(line, 'count', t('quote.count'), { type: 'number', min: 1, max: 1000, step: 1, required: true }),
      ])),
      h('div', { class: 'row' }, h('button', { class: 'button plain', type: 'button', onClick: () => { lines.push({ part: '', count: 1 }) } }, t('quote.line'))),
      h('label', { class: 'field' }, [t('quote.labour'), h('input', { ...price, name: 'labour', value: labour.value, onInput: event => { labour.value = event.target.value } })]),
      h('div', { class: 'row' }, [h('button', { class: 'button main-action', type: 'submit' }, t('quote.send')), h('button', { class: 'button', type: 'button', onClick: () => emit('leave') }, t('ask.no'))]),
    ])
  },
}
