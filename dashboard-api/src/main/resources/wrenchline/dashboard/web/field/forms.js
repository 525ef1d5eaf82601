// What can be done with the ticket in the state it is in.
import { draft } from './draft.js'
import { el } from './dom.js'
import { smaller } from './photo.js'
import { signature } from './signature.js'
import { t } from './words.js'

const WAITS = ['Raised', 'Triaged', 'Assigned', 'Reopened']
const UNDER_WAY = ['Accepted', 'OnTheWay']

// act(deed) and attach(name, blob) put into the outbox.
export function forms(view, act, attach) {
  const typed = []
  const field = (name, label, attributes = {}) => {
    const kept = draft(view.id, name)
    const input = el(attributes.rows ? 'textarea' : 'input', { name, ...attributes, oninput: () => kept.set(input.value) })
    input.value = kept.get()
    typed.push([input, kept])
    return el('label', {}, el('span', {}, label), input)
  }
  const value = form => Object.fromEntries([...new FormData(form)].map(([name, text]) => [name, String(text).trim()]))
  const forget = form => typed.forEach(([input, kept]) => { if (form.contains(input)) { input.value = ''; kept.set('') } })
  const form = (title, does, send, ...fields) => el('form', {
    class: 'card', onsubmit: async event => {
      event.preventDefault()
      const filled = event.currentTarget
      await send(value(filled))
      forget(filled)
    },
  }, title ? el('h2', {}, title) : null, ...fields, el('button', { class: 'main', type: 'submit' }, does))

  if (WAITS.includes(view.state)) {
    return [
      form('', t('accept'), () => act({ type: 'accept' })),
      form(t('refuse'), t('refuse'), filled => act({ type: 'refuse', ...filled }), field('reason', t('reason'), { required: true, maxlength: 200 })),
    ]
  }
  if (!view.mine) return [el('p', { class: 'card' }, t('elsewhere'))]
  if (UNDER_WAY.includes(view.state)) {
    return [
      view.state === 'Accepted' ? form('', t('setOut'), () => act({ type: 'setOut' })) : null,
      form(t('arrived'), t('arrived'), filled => act({ type: 'arrive', code: filled.code ?? '' }),
        view.arrivalCode ? field('code', t('code'), { inputmode: 'numeric', pattern: '[0-9]{4}', maxlength: 4, autocomplete: 'off' }) : null),
    ].filter(Boolean)
  }
  if (view.state !== 'OnSite') return [el('p', { class: 'card' }, t('elsewhere'))]
  return [
    form(t('diagnosis'), t('save'), filled => act({ type: 'diagnose', ...filled }),
      field('finding', t('finding'), { rows: 3, required: true, maxlength: 1000 }), field('solution', t('solution'), { rows: 2, maxlength: 1000 })),
    form(t('parts'), t('addPart'), filled => act({ type: 'swapPart', ...filled }),
      field('part', t('part'), { required: true, maxlength: 100 }), field('serialOut', t('serialOut'), { maxlength: 100 }), field('serialIn', t('serialIn'), { maxlength: 100 })),
    photo(attach),
    finish(form, field, act, attach),
  ]
}

function photo(attach) {
  const input = el('input', { type: 'file', name: 'photo', accept: 'image/*', capture: 'environment', onchange: async () => {
    for (const file of input.files) await attach(file.name || 'photo.jpg', await smaller(file))
    input.value = ''
  } })
  return el('div', { class: 'card' }, el('label', {}, el('span', {}, t('photo')), input))
}

function finish(form, field, act, attach) {
  const pad = signature(t('sign'))
  return form(t('done'), t('done'), async filled => {
    const signed = await pad.blob()
    if (signed) await attach('signature.png', signed)
    await act({ type: 'finish', how: filled.how, signedBy: signed ? filled.signedBy : '' })
    pad.clear()
  }, field('how', t('how'), { rows: 3, required: true, maxlength: 1000 }), field('signedBy', t('signer'), { maxlength: 60 }),
  el('div', { class: 'pad' }, el('span', {}, t('signature')), pad.canvas, el('button', { type: 'button', onclick: pad.clear }, t('clear'))))
}
