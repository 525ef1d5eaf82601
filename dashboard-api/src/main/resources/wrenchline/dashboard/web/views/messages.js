// The outbox of short messages.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { state } from '../state.js'
import { Empty } from '../parts/empty.js'
import { NoticeRow } from '../parts/notice-row.js'

export const Messages = () => h('div', [
  h('div', { class: 'head' }, [h('h1', t('messages.title')), h('span', { class: 'quiet' }, t('messages.summary'))]),
  h('section', { class: 'panel' }, state.notices.length
    ? h('ul', { class: 'rows wide' }, state.notices.map(notice => h(NoticeRow, { notice, key: notice.id })))
    : h(Empty, { title: t('messages.empty'), hint: t('messages.emptyHint') })),
])
