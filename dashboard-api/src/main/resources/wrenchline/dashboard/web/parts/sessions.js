// Where one is signed in, and ending it elsewhere.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { exactTime } from '../format.js'
import { t } from '../i18n/words.js'
import { act } from './act.js'
import { Ask } from './ask.js'
import { useDetail } from './detail.js'
import { Panel } from './panel.js'

export const Sessions = {
  setup() {
    const { found, read } = useDetail('/sessions', [], 30)
    // The id of the session that is about to be ended, or 'others'.
    const asking = ref('')

    async function end() {
      const path = asking.value === 'others' ? '/sessions/end-others' : `/sessions/${asking.value}/end`
      asking.value = ''
      await act(() => post(path))
      read()
    }

    const button = (what, key) => h('button', { class: 'button', type: 'button', 'data-act': key, onClick: () => { asking.value = what } }, t('sessions.' + key))
    const ask = (what, key) => asking.value === what ? h(Ask, { key: what, text: t(`sessions.${key}Ask`), confirm: t('sessions.' + key), warn: true, onYes: end, onNo: () => { asking.value = '' } }) : null

    const row = one => h('li', { key: one.id, 'data-session': one.id }, [
      h('div', { class: 'row' }, [
        h('b', one.address), one.current ? h('span', { class: 'badge good' }, t('sessions.current')) : null,
        h('span', { class: 'fill' }), one.current || asking.value === one.id ? null : button(one.id, 'end'),
      ]),
      h('p', { class: 'quiet small', title: one.browser }, one.browser ? browserName(one.browser) : t('sessions.nameless')),
      h('p', { class: 'quiet small' }, t('sessions.times', { began: exactTime(one.began), seen: exactTime(one.seen) })),
      ask(one.id, 'end'),
    ])

    return () => found.value ? h(Panel, { title: t('sessions.title'), more: t('sessions.hint'), id: 'sessions' }, () => [
      h('ul', { class: 'rows wide' }, found.value.items.map(row)),
      found.value.items.length > 1 ? h('div', { class: 'inside' }, asking.value === 'others' ? ask('others', 'others') : h('div', { class: 'row' }, button('others', 'others'))) : null,
    ]) : null
  },
}

// What calls itself Chrome is Edge where it says so, and Safari is what says nothing else.
const BROWSERS = [['Edge', /Edg/], ['Firefox', /Firefox|FxiOS/], ['Chrome', /Chrome|CriOS|Chromium/], ['Safari', /Safari/]]
const SYSTEMS = [['Android', /Android/], ['iOS', /iPhone|iPad/], ['Windows', /Windows/], ['macOS', /Macintosh/], ['Linux', /Linux/]]

function browserName(agent) {
  const found = [BROWSERS, SYSTEMS].map(kinds => kinds.find(([, sign]) => sign.test(agent))?.[0]).filter(Boolean)
  return found.length ? found.join(' · ') : agent
}
