// Messages that could not be understood, whole.
import { h } from '../lib/vue.js'
import { dateTime } from '../format.js'
import { t } from '../i18n/words.js'
import { state } from '../state.js'
import { Empty } from '../parts/empty.js'

export const Quarantine = () => h('div', [
  h('div', { class: 'head' }, [h('h1', t('quarantine.title')), h('span', { class: 'quiet' }, t('quarantine.summary'))]),
  h('section', { class: 'panel' }, state.quarantine.length
    ? h('ul', { class: 'rows' }, state.quarantine.map(message => h('li', { key: message.id }, row(message))))
    : h(Empty, { title: t('quarantine.empty'), hint: t('quarantine.emptyHint') })),
])

function row(message) {
  return [
    h('div', { class: 'row' }, [
      h('span', { class: 'title mono' }, message.topic),
      h('span', { class: 'quiet small' }, message.source),
      h('span', { class: 'fill' }),
      h('span', { class: 'quiet small number' }, dateTime(message.received)),
    ]),
    h('p', { class: 'text' }, message.reason),
    message.text === null ? h('p', { class: 'quiet small' }, t('quarantine.binary')) : null,
    h('pre', { class: 'mono', tabindex: 0 }, message.text ?? message.base64),
  ]
}
