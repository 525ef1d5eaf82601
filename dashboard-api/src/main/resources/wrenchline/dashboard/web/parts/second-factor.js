// The second factor of one's own account: enrolled in an authenticator, confirmed by a first code, taken off again.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { t } from '../i18n/words.js'
import { act } from './act.js'
import { useDetail } from './detail.js'
import { EntryForm } from './entry-form.js'
import { Panel } from './panel.js'

const PASSWORD = { name: 'password', type: 'password', wide: true, most: 200, autocomplete: 'current-password' }
const CODE = { name: 'code', wide: true, most: 40, autocomplete: 'one-time-code', autocapitalize: 'none', spellcheck: false }

export const SecondFactor = {
  emits: ['done'],
  setup(_, { emit }) {
    const { found, read } = useDetail('/session/second-factor', [])
    const asking = ref('')
    // What is shown once: the secret, then the recovery codes.
    const secret = ref(null)
    const codes = ref(null)
    const leave = () => { asking.value = ''; secret.value = null }
    const send = (path, body) => act(() => post('/session/second-factor' + path, body))
    const labelled = field => ({ ...field, label: t('factor.' + field.name) })

    async function begin(body) {
      secret.value = await send('', body) ?? null
    }

    async function confirm(body) {
      const told = await send('/confirm', body)
      if (!told) return
      leave()
      codes.value = told.codes
      read()
    }

    async function remove(body) {
      if (await send('/remove', body) === undefined) return
      leave()
      read()
    }

    const form = (key, fields, confirm, onSend) => h(EntryForm, { key, fields: fields.map(labelled), confirm: t(confirm), onSend, onLeave: leave })
    const button = key => h('div', { class: 'row' }, h('button', { class: 'button', type: 'button', 'data-act': key, onClick: () => { asking.value = key } }, t('factor.' + key)))

    const told = () => h('div', { class: 'handout', 'data-recovery': '' }, [
      h('p', { class: 'alert' }, t('factor.recovery')),
      h('ul', { class: 'plain' }, codes.value.map(code => h('li', { key: code }, h('code', { class: 'mono' }, code)))),
      h('button', { class: 'button', type: 'button', 'data-act': 'kept', onClick: () => { codes.value = null; emit('done') } }, t('handout.done')),
    ])

    const shared = () => [
      h('div', { class: 'handout', 'data-secret': '' }, [
        h('p', { class: 'alert' }, t('factor.secretHint')),
        h('svg', { class: 'qr', viewBox: `0 0 ${secret.value.qr.size} ${secret.value.qr.size}`, role: 'img', 'aria-label': t('factor.qr'), 'shape-rendering': 'crispEdges' }, h('path', { d: secret.value.qr.path })),
        h('dl', { class: 'facts' }, [
          h('dt', t('factor.secret')), h('dd', h('code', { class: 'mono' }, secret.value.secret)),
          h('dt', t('factor.uri')), h('dd', h('a', { class: 'mono', href: secret.value.uri }, secret.value.uri)),
        ]),
      ]),
      form('code', [CODE], 'factor.confirm', confirm),
    ]

    function content({ confirmed, recovery }) {
      if (codes.value) return told()
      if (secret.value) return shared()
      if (asking.value === 'begin') return form('begin', [PASSWORD], 'factor.begin', begin)
      if (asking.value === 'remove') return form('remove', [PASSWORD, CODE], 'factor.remove', remove)
      return [h('p', { class: 'quiet' }, confirmed ? t('factor.left', { count: recovery }) : t('factor.hint')), button(confirmed ? 'remove' : 'begin')]
    }

    return () => found.value ? h(Panel, { title: t('factor.title'), more: t(found.value.confirmed ? 'factor.on' : 'factor.off'), id: 'factor' }, () => h('div', { class: 'inside stack narrow' }, content(found.value))) : null
  },
}
