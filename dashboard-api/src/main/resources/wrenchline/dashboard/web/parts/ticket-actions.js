// What whoever is signed in can do with a ticket in its present state.
import { h, nextTick, ref } from '../lib/vue.js'
import { get, post } from '../api.js'
import { known, t } from '../i18n/words.js'
import { may } from '../session.js'
import { act } from './act.js'
import { EntryForm } from './entry-form.js'
import { candidates, usePeople } from './people.js'
import { DEEDS } from './ticket-deeds.js'

export const TicketActions = {
  props: ['ticket'],
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref('')
    const more = ref(false)
    const place = ref(null)
    const { engineers } = usePeople()
    const weighed = ref([])

    const open = () => Object.entries(DEEDS).filter(([, deed]) => deed.states.includes(props.ticket.state.type) && may(deed.operation) && (!deed.needs || may(deed.needs)))

    async function tell(name, entered) {
      const [what, body] = DEEDS[name].send(name, entered)
      if (!await act(() => post(`/tickets/${props.ticket.id}/${what}`, body))) return
      asking.value = ''
      emit('done')
    }

    // Back to the buttons, with the focus on the one that asked.
    async function leave() {
      const name = asking.value
      asking.value = ''
      await nextTick()
      place.value?.querySelector(`[data-action=${name}]`)?.focus()
    }

    // What needs no words, and can be taken back, is done at once.
    const begin = async name => {
      if (!DEEDS[name].fields.length) return tell(name, {})
      if (name === 'Assigned') weighed.value = (await act(() => get(`/tickets/${props.ticket.id}/candidates`)))?.items ?? []
      asking.value = name
    }

    const button = (name, main) => h('button', { class: ['button', { 'main-action': main }], type: 'button', key: name, 'data-action': name, onClick: () => begin(name) }, t('deed.' + name))

    const form = name => h(EntryForm, {
      key: name, 'data-deed': name, confirm: t('deed.' + name), text: known(`deed.${name}.hint`, ''),
      fields: DEEDS[name].fields.map(field => field({ ticket: props.ticket, people: candidates(weighed.value, engineers()) })), onSend: entered => tell(name, entered), onLeave: leave,
    })

    return () => {
      const names = open()
      if (!names.length) return null
      if (asking.value && names.some(([name]) => name === asking.value)) return h('div', { class: 'panel inside' }, form(asking.value))
      const first = names.filter(([, deed]) => deed.first)
      const others = names.filter(([, deed]) => !deed.first)
      return h('div', { class: 'stack tight', ref: place }, [
        h('div', { class: 'row' }, [
          ...first.map(([name], index) => button(name, index === 0)),
          others.length ? h('button', { class: 'button', type: 'button', 'data-action': 'more', 'aria-expanded': String(more.value), onClick: () => { more.value = !more.value } }, t('deed.more')) : null,
        ]),
        more.value ? h('div', { class: 'row', id: 'more-deeds' }, others.map(([name]) => button(name, false))) : null,
      ])
    }
  },
}
