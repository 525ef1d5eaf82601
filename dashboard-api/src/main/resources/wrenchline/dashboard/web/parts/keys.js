// The keys of programs: as what and how far each may go, and until when. A key is shown once.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { date } from '../format.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { act } from './act.js'
import { Ask } from './ask.js'
import { useDetail } from './detail.js'
import { EntryForm } from './entry-form.js'
import { Handout } from './handout.js'
import { Panel } from './panel.js'
import { roleFields, roleName } from './role-fields.js'

const DAYS = 365

export const Keys = {
  setup() {
    const { found, read } = useDetail('/keys', [])
    const asking = ref('')
    const handout = ref(null)
    const leave = () => { asking.value = '' }

    async function make({ scopes = '', days, ...body }) {
      const made = await act(() => post('/keys', { ...body, days: Number(days), scopes: scopes.split(/[\s,\uff0c]+/).filter(Boolean) }))
      if (!made) return
      handout.value = { apiKey: made.key }
      leave()
      read()
    }

    async function revoke(id) {
      if (await act(() => post(`/keys/${id}/revoke`, {})) === undefined) return
      leave()
      read()
    }

    const fields = () => [
      { name: 'name', label: t('access.keyName'), most: 100 }, ...roleFields(),
      { name: 'days', label: t('access.days'), type: 'number', min: 1, max: 3650, value: DAYS },
      { name: 'scopes', label: t('access.scopes'), optional: true, wide: true, hint: 'tickets:read, equipment:*' },
    ]

    const row = key => {
      const over = key.revoked || Date.parse(key.expires) <= state.now
      return h('li', { key: key.id, 'data-key': key.id }, [
        h('div', { class: 'row' }, [
          h('b', { class: 'break' }, key.name), h('span', { class: 'badge accent' }, roleName(key)),
          over ? h('span', { class: 'badge' }, t(key.revoked ? 'access.revoked' : 'access.expired')) : null,
          h('span', { class: 'fill' }),
          over || asking.value === key.id || !may('revokeKey') ? null : h('button', { class: 'button', type: 'button', 'data-act': 'revoke', onClick: () => { asking.value = key.id } }, t('access.revoke')),
        ]),
        h('p', { class: 'quiet small' }, [[
          key.scopes.length ? key.scopes.join(t('list.comma')) : t('access.allScopes'),
          t('access.until', { date: date(key.expires) }), t('access.by', { who: key.by, date: date(key.created) }),
        ].join(' · '), ' · ', h('span', { class: 'mono' }, `wl_${key.id}_…`)]),
        asking.value === key.id ? h(Ask, { text: t('access.revokeAsk'), confirm: t('access.revoke'), warn: true, onYes: () => revoke(key.id), onNo: leave }) : null,
      ])
    }

    return () => found.value ? h(Panel, { title: t('access.keys'), more: t('access.count', { count: found.value.items.length }), id: 'keys' }, () => [
      found.value.items.length ? h('ul', { class: 'rows wide' }, found.value.items.map(row)) : h('p', { class: 'inside quiet' }, t('access.noKeys')),
      handout.value ? h('div', { class: 'inside' }, h(Handout, { handout: handout.value, text: t('access.once'), onDone: () => { handout.value = null } })) : null,
      !may('makeKey') ? null : h('div', { class: 'inside' }, asking.value === 'make'
        ? h(EntryForm, { fields: fields(), confirm: t('access.make'), text: t('access.scopesHint'), onSend: make, onLeave: leave })
        : h('button', { class: 'button', type: 'button', 'data-act': 'make', onClick: () => { handout.value = null; asking.value = 'make' } }, t('access.make'))),
    ]) : null
  },
}
