// Who did what, and who listened to what: the newest first, found by who, by what and by the thing it was done to.
import { h, reactive, ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { exactTime } from '../format.js'
import { known, t } from '../i18n/words.js'
import { act } from '../parts/act.js'
import { Empty } from '../parts/empty.js'

const PAGE = 50
const FIELDS = ['who', 'operation', 'object']

export const Audit = {
  setup() {
    const filter = reactive({ who: '', operation: '', object: '' })
    const items = ref(undefined)
    const next = ref(null)

    const query = before => '/audit?' + new URLSearchParams(Object.entries({ ...filter, before, limit: PAGE }).filter(([, value]) => value))

    async function read(before) {
      const page = await act(() => get(query(before)))
      if (!page) return
      items.value = before ? [...items.value, ...page.items] : page.items
      next.value = page.next
    }
    watch(() => query(), () => { read() }, { immediate: true })

    const field = name => h('label', { class: 'field' }, [t('audit.' + name), h('input', {
      type: 'search', maxlength: 100, value: filter[name], 'data-filter': name, onChange: event => { filter[name] = event.target.value.trim() },
    })])

    const narrow = (name, value, label = value) => value ? h('button', { class: 'source-link', type: 'button', title: value, 'aria-label': t('audit.only', { value: label }), onClick: () => { filter[name] = value } }, label) : null

    const row = one => h('tr', { key: one.number, 'data-audit': one.number }, [
      h('td', exactTime(one.at)),
      h('td', narrow('who', one.who)),
      h('td', narrow('operation', one.operation, known('operation.' + one.operation, one.operation))),
      h('td', { class: 'break' }, narrow('object', one.object)),
      h('td', h('span', { class: ['badge', one.status < 400 ? 'good' : 'bad'] }, one.status)),
      h('td', { class: 'mono' }, one.address),
      h('td', { class: 'break quiet small' }, one.details === '{}' ? '' : one.details),
    ])

    return () => h('div', [
      h('div', { class: 'head' }, [h('h1', t('nav.audit')), h('span', { class: 'quiet' }, t('audit.summary'))]),
      h('section', { class: 'panel' }, [
        h('div', { class: 'inside filters' }, FIELDS.map(field)),
        items.value?.length ? h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('nav.audit') }, h('table', { class: 'table number audit' }, [
          h('thead', h('tr', ['at', 'who', 'operation', 'object', 'status', 'address', 'details'].map(key => h('th', { scope: 'col' }, t('audit.' + key))))),
          h('tbody', items.value.map(row)),
        ])) : items.value ? h(Empty, { title: t('audit.empty'), hint: t('audit.emptyHint') }) : h('p', { class: 'inside quiet' }, t('page.loading')),
        next.value ? h('p', { class: 'inside' }, h('button', { class: 'button', type: 'button', 'data-older': '', onClick: () => read(next.value) }, t('audit.older'))) : null,
      ]),
    ])
  },
}
