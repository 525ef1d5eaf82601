// A short message, and a reply to it as its receiver would send it.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { dateTime } from '../format.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { toast } from '../state.js'
import { may } from '../session.js'
import { act } from './act.js'
import { NoticeBadge } from './badges.js'

export const NoticeRow = {
  props: ['notice', 'brief'],
  setup(props) {
    const text = ref('')

    async function reply(event) {
      event.preventDefault()
      const answer = await act(() => post(`/notices/${props.notice.id}/reply`, { text: text.value.trim() }))
      if (!answer) return
      toast(answer.text)
      if (answer.done) text.value = ''
    }

    const box = notice => h('form', { class: 'reply', onSubmit: reply }, [
      h('input', {
        required: true, maxlength: 500, placeholder: t('notice.accept', notice), 'aria-label': t('notice.replyTo', { number: notice.to }),
        value: text.value, onInput: event => { text.value = event.target.value }, onFocus: () => { text.value ||= t('notice.accept', notice) },
      }),
      h('button', { class: 'button', type: 'submit' }, t('notice.send')),
    ])

    return () => {
      const notice = props.notice
      return h('li', { 'data-notice': notice.id }, [
        h('div', { class: 'row' }, [
          h('span', { class: 'title number' }, notice.to),
          h('span', { class: ['badge', { bad: notice.kind === 'BREACH' }] }, t('notice.' + notice.kind)),
          h(NoticeBadge, { state: notice.state.type }),
          notice.state.doubts?.length ? h('span', { class: 'badge' }, t('notice.doubted')) : null,
          notice.ticket && !props.brief ? h('a', { class: 'small', href: to('tickets', notice.ticket) }, t('ticket.number', { id: notice.ticket })) : null,
          h('span', { class: 'quiet small' }, t('notice.segments', { count: notice.segments })),
          h('span', { class: 'fill' }),
          props.brief ? null : h('span', { class: 'quiet small number' }, dateTime(notice.created)),
        ]),
        h('p', { class: 'text' }, notice.text),
        notice.state.reason ? h('p', { class: 'quiet small' }, notice.state.reason) : null,
        notice.code && may('replyToNotice') ? box(notice) : null,
      ])
    }
  },
}
