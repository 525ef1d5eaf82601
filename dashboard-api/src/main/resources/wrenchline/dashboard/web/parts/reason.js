// Why a ticket was raised: two sentences, what they rest on, and what an engineer found.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { named, t } from '../i18n/words.js'
import { may } from '../session.js'
import { state } from '../state.js'
import { act } from './act.js'
import { Curve } from './curve.js'
import { metricName } from './measure.js'
import { Blame, ScoreCurve } from './outlook.js'
import { Panel } from './panel.js'

export const Reason = {
  props: ['ticket'],
  emits: ['done'],
  setup(props, { emit }) {
    const part = ref('')

    async function judge(real) {
      const body = real ? { real, part: part.value.trim() } : { real }
      if (await act(() => post(`/tickets/${props.ticket.id}/verdict`, body))) emit('done')
    }

    const question = () => h('div', { class: 'stack tight' }, [
      h('label', { class: 'field' }, [t('verdict.part'), h('input', { maxlength: 200, value: part.value, onInput: event => { part.value = event.target.value } })]),
      h('div', { class: 'row' }, [
        h('button', { class: 'button', type: 'button', 'data-action': 'real', onClick: () => judge(true) }, t('verdict.real')),
        h('button', { class: 'button', type: 'button', 'data-action': 'false-alarm', onClick: () => judge(false) }, t('verdict.falseAlarm')),
      ]),
    ])

    return () => {
      const { ticket } = props
      const machine = state.machines[ticket.equipment]
      const { grounds } = ticket.origin.finding
      return h(Panel, { title: t('ticket.why') }, () => h('div', { class: 'inside stack outlook' }, [
        h('p', named(ticket.why)),
        grounds?.contributions ? h(Blame, { machine, contributions: grounds.contributions }) : null,
        ...ticket.window.map(trace => trace.metric === 'score'
          ? h(ScoreCurve, { samples: trace.samples, label: t('outlook.score'), key: trace.metric })
          : h(Curve, { samples: trace.samples, label: metricName(machine, trace.metric), key: trace.metric })),
        grounds && (verdict(ticket) || may('judgeTicket')) ? h('div', { class: 'stack tight' }, [h('b', verdict(ticket) ?? t('verdict.ask')), may('judgeTicket') ? question() : null]) : null,
      ]))
    }
  },
}

function verdict(ticket) {
  const judged = ticket.events.findLast(({ event }) => event.type === 'Judged')
  return judged && t('verdict.is' + judged.event.verdict.type, judged.event.verdict)
}
