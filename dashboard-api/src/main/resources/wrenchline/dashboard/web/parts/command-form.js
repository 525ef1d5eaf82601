// Tells a machine what to do. What concerns its start is asked once more, with what follows from it.
import { h, ref } from '../lib/vue.js'
import { post } from '../api.js'
import { named, t } from '../i18n/words.js'
import { modelOf } from '../state.js'
import { act } from './act.js'
import { metricName, unitOf } from './measure.js'

export const CommandForm = {
  props: ['machine'],
  emits: ['done'],
  setup(props, { emit }) {
    const asking = ref('')
    const text = ref('')
    const chosen = ref(0)
    let key = ''

    const settable = () => modelOf(props.machine)?.limits.filter(limit => limit.settable) ?? []

    function ask(type) {
      asking.value = type
      text.value = ''
      chosen.value = 0
      // One key for one wish: sent twice, it is one command.
      key = `page-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
    }

    async function send(order) {
      if (await act(() => post(`/equipment/${encodeURIComponent(props.machine.id)}/commands`, { order, key }))) {
        asking.value = ''
        emit('done')
      }
    }

    function order() {
      const limit = settable()[chosen.value]
      switch (asking.value) {
        case 'SetLimit': return { type: 'SetLimit', metric: limit.metric, failureMode: limit.failureMode, value: Number(text.value) }
        case 'InhibitStart': return { type: 'InhibitStart', reason: text.value.trim() }
        default: return { type: asking.value }
      }
    }

    const input = attributes => h('input', { required: true, value: text.value, onInput: event => { text.value = event.target.value }, onVnodeMounted: node => { node.el.focus() }, ...attributes })

    function limitFields() {
      const limits = settable()
      const { from, to } = limits[chosen.value].settable
      return [
        h('label', { class: 'field' }, [t('command.limit'), h('select', { value: chosen.value, onChange: event => { chosen.value = Number(event.target.value) } },
          limits.map((limit, index) => h('option', { value: index }, limitName(props.machine, limit))))]),
        h('label', { class: 'field' }, [t('command.value', { from, to, unit: unitOf(props.machine, limits[chosen.value].metric) }), input({ type: 'number', step: 'any', min: from, max: to })]),
      ]
    }

    const fields = {
      SetLimit: limitFields,
      InhibitStart: () => [
        h('p', { class: 'alert bad' }, t('command.inhibitWarning')),
        h('label', { class: 'field' }, [t('command.reason'), input({ maxlength: 500, placeholder: t('command.reasonHint') })]),
      ],
      ReleaseStart: () => [h('p', { class: 'alert bad' }, t('command.releaseWarning'))],
    }

    const question = () => h('form', {
      class: 'stack tight', 'data-asking': asking.value,
      onSubmit: event => { event.preventDefault(); send(order()) },
      onKeydown: event => { if (event.key === 'Escape') { event.preventDefault(); asking.value = '' } },
    }, [
      ...fields[asking.value](),
      h('div', { class: 'row' }, [
        h('button', { class: 'button main-action', type: 'submit' }, t('command.confirm.' + asking.value)),
        h('button', { class: 'button', type: 'button', onClick: () => { asking.value = '' } }, t('command.back')),
      ]),
    ])

    const button = (type, click) => h('button', { class: 'button', type: 'button', 'data-command': type, onClick: click }, t('command.do.' + type))

    return () => asking.value ? question() : h('div', { class: 'row' }, [
      settable().length ? button('SetLimit', () => ask('SetLimit')) : null,
      button('InhibitStart', () => ask('InhibitStart')),
      button('ReleaseStart', () => ask('ReleaseStart')),
      button('Rebirth', () => { ask(''); send({ type: 'Rebirth' }) }),
    ])
  },
}

export function limitName(machine, { metric, failureMode }) {
  const limit = modelOf(machine)?.limits.find(one => one.metric === metric && one.failureMode === failureMode)
  return `${metricName(machine, metric)} · ${named(limit?.names, failureMode)}`
}
