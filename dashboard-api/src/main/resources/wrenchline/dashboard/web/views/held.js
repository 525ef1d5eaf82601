// One message in quarantine: what arrived, what can be done with it, and what was done.
import { h, ref } from '../lib/vue.js'
import { dateTime } from '../format.js'
import { said } from '../i18n/said.js'
import { t } from '../i18n/words.js'
import { to } from '../route.js'
import { HoldBadge } from '../parts/badges.js'
import { useDetail } from '../parts/detail.js'
import { Empty } from '../parts/empty.js'
import { HoldActions } from '../parts/hold-actions.js'
import { Panel } from '../parts/panel.js'
import { actorName } from '../parts/who.js'

export const Held = {
  props: ['id'],
  setup(props) {
    const { found, read } = useDetail('/quarantine/' + encodeURIComponent(props.id), ['disposition'])
    const hex = ref(false)
    return () => {
      const message = found.value
      if (message === undefined) return h('p', { class: 'quiet' }, t('page.loading'))
      if (message === null) return h('div', { class: 'panel' }, h(Empty, { title: t('hold.unknown'), hint: h('a', { href: to('quarantine') }, t('hold.back')) }))
      return h('div', [head(message), h('div', { class: 'columns' }, [
        h('div', { class: 'stack' }, [h(Panel, { title: t('hold.arrived') }, () => payload(message, hex)), mended(message)]),
        h('div', { class: 'stack' }, [
          h(Panel, { title: t('hold.decide') }, () => h('div', { class: 'inside' }, h(HoldActions, { message, onDone: read }))),
          h(Panel, { title: t('hold.facts') }, () => facts(message)),
          h(Panel, { title: t('hold.history') }, () => history(message)),
        ]),
      ])])
    }
  },
}

function head(message) {
  return h('div', { class: 'head' }, [
    h('a', { href: to('quarantine'), class: 'back' }, '‹ ' + t('hold.back')),
    h('h1', { class: 'break' }, message.topic || t('hold.noTopic')),
    h(HoldBadge, { state: message.state }),
    h('span', { class: 'quiet' }, dateTime(message.received)),
  ])
}

function payload(message, hex) {
  const bytes = hex.value || message.payload === null
  return h('div', { class: 'inside stack tight' }, [
    h('p', { class: 'alert' }, said(message.reason)),
    message.payload === null ? h('p', { class: 'quiet small' }, t('quarantine.binary')) : h('div', { class: 'tabs fit' }, [false, true].map(one =>
      h('button', { type: 'button', 'aria-pressed': String(hex.value === one), onClick: () => { hex.value = one } }, t(one ? 'hold.hex' : 'hold.text')))),
    h('pre', { class: ['mono', 'payload', { hex: bytes }], tabindex: 0, 'data-payload': bytes ? 'hex' : 'text' }, bytes ? message.hex : message.payload),
    message.whole ? null : h('p', { class: 'quiet small' }, t('hold.cut')),
  ])
}

function mended({ mended }) {
  return mended ? h(Panel, { title: t('hold.repaired') }, () => h('div', { class: 'inside stack tight' }, [
    h('p', { class: 'mono break' }, [mended.topic, mended.machine].filter(Boolean).join(' · ')),
    h('pre', { class: 'mono payload', tabindex: 0, 'data-mended': '' }, mended.payload ?? t('quarantine.binary')),
  ])) : null
}

function facts(message) {
  const rows = [
    ['hold.source', message.source],
    ['hold.machine', message.machine && h('a', { href: to('machines', message.machine) }, message.machine)],
    ['hold.size', t('hold.bytes', { count: message.bytes })],
    ['hold.first', message.replayOf && h('a', { href: to('quarantine', message.replayOf), 'data-first': '' }, t('hold.see'))],
    ...message.returned.map(id => ['hold.again', h('a', { href: to('quarantine', id), 'data-again': '' }, t('hold.see'))]),
  ]
  return h('dl', { class: 'inside facts' }, rows.filter(([, value]) => value).map(([key, value]) => [h('dt', t(key)), h('dd', value)]))
}

function history(message) {
  const events = [...message.events].reverse()
  return h('ol', { class: 'inside timeline' }, [
    ...events.map(({ event, at }, index) => h('li', { key: index }, [h('div', happened(event)), h('div', { class: 'quiet small number' }, dateTime(at))])),
    h('li', { key: 'began' }, [h('div', t('hold.began')), h('div', { class: 'quiet small number' }, dateTime(message.received))]),
  ])
}

function happened(event) {
  const key = event.type === 'ReplayOrdered' && event.asItCame ? 'ReplayOrderedAsItCame' : event.type
  return t('hold.event.' + key, { who: event.by && actorName(event.by), reason: event.reason })
}
