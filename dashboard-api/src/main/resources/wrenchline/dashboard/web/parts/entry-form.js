// A small form made of named fields: {name, label, type, options, optional, value, hint}, `many` for any of the options. Tells what was entered; Escape leaves it.
import { h, reactive } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { house, localIn, momentIn } from '../zone.js'

const MOST = 500

export const EntryForm = {
  props: { fields: Array, confirm: String, text: { type: String, default: '' } },
  emits: ['send', 'leave'],
  setup(props, { emit }) {
    const entered = reactive(Object.fromEntries(props.fields.map(({ name, value = '' }) => [name, value])))
    const firstTakesFocus = index => index ? undefined : node => { node.el.focus() }

    // Any of the options, told with commas between them.
    const many = ({ name, label, options }) => h('fieldset', { class: 'field wide', key: name }, [
      h('legend', label),
      h('div', { class: 'many' }, options.map(([value, text]) => h('label', { key: value }, [h('input', { type: 'checkbox', value, onChange: event => {
        const chosen = new Set(entered[name].split(',').filter(Boolean))
        chosen[event.target.checked ? 'add' : 'delete'](value)
        entered[name] = [...chosen].join()
      } }), text]))),
    ])

    function control({ name, type = 'text', options, optional, hint, most = MOST, ...more }, index) {
      const onInput = event => { entered[name] = event.target.value }
      const common = { name, required: !optional, onInput, onVnodeMounted: firstTakesFocus(index) }
      if (type === 'select') return h('select', { ...common, value: entered[name] }, options.map(([value, label]) => h('option', { value, key: value }, label)))
      if (type === 'area') return h('textarea', { ...common, rows: 3, maxlength: most, placeholder: hint, value: entered[name] })
      return h('input', { ...common, ...more, type, maxlength: type === 'text' ? most : undefined, placeholder: hint, value: entered[name] })
    }

    // What was left empty is not sent.
    function send(event) {
      event.preventDefault()
      emit('send', Object.fromEntries(Object.entries(entered).map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value !== '')))
    }

    return () => h('form', {
      class: 'stack tight entry', onSubmit: send,
      onKeydown: event => { if (event.key === 'Escape') { event.preventDefault(); emit('leave') } },
    }, [
      props.text ? h('p', { class: 'quiet small' }, props.text) : null,
      h('div', { class: 'entries' }, props.fields.map((field, index) => field.type === 'many' ? many(field) : h('label', { class: ['field', { wide: field.type === 'area' || field.wide }], key: field.name }, [
        h('span', [field.label, field.optional ? h('span', { class: 'small' }, ' · ' + t('entry.optional')) : null]), control(field, index),
      ]))),
      h('div', { class: 'row' }, [
        h('button', { class: 'button main-action', type: 'submit', onVnodeMounted: props.fields.length ? undefined : node => { node.el.focus() } }, props.confirm),
        h('button', { class: 'button', type: 'button', onClick: () => emit('leave') }, t('ask.no')),
      ]),
    ])
  },
}

/** All of `values` as options, with their texts under `prefix`. */
export function choices(prefix, values) {
  return values.map(value => [value, t(prefix + value)])
}

/** A day and time of a field of type datetime-local, as the API writes moments. */
export function moment(local) {
  return new Date(momentIn(local, house())).toISOString()
}

/** A moment as a field of type datetime-local takes it. */
export function localMoment(at) {
  return localIn(at, house())
}
