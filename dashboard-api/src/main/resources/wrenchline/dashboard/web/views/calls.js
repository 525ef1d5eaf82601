// The telephone: callbacks that are owed, and the log of calls.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { state } from '../state.js'
import { CallbackRow, isOver } from '../parts/callback-row.js'
import { CallRow } from '../parts/call-row.js'
import { Empty } from '../parts/empty.js'
import { Panel } from '../parts/panel.js'

export const Calls = () => h('div', [
  h('div', { class: 'head' }, [
    h('h1', t('calls.title')),
    h('span', { class: 'quiet' }, t('calls.summary', { live: state.counts.liveCalls, callbacks: state.counts.openCallbacks })),
  ]),
  h('div', { class: 'columns even' }, [
    h(Panel, { title: t('calls.callbacks') }, () => state.callbacks.length
      ? h('ul', { class: 'rows' }, openFirst().map(callback => h(CallbackRow, { callback, key: callback.id })))
      : h(Empty, { title: t('calls.noCallbacks'), hint: t('calls.noCallbacksHint') })),
    h(Panel, { title: t('calls.calls') }, () => state.calls.length
      ? h('ul', { class: 'rows' }, state.calls.map(call => h(CallRow, { call, key: call.id })))
      : h(Empty, { title: t('calls.empty'), hint: t('calls.emptyHint') })),
  ]),
])

function openFirst() {
  return [...state.callbacks].sort((a, b) => isOver(a) - isOver(b))
}
