// The page of one ticket for the engineer who was sent a link. What was typed and shown last is kept on the telephone.
import { curve } from './curve.js'
import { el } from './dom.js'
import { forms } from './forms.js'
import { flush, key, put, waiting } from './outbox.js'
import { speak, t } from './words.js'

const LAST = 'field.view'
const page = document.getElementById('field')
const strip = el('p', { class: 'strip', role: 'status' })
let view = JSON.parse(localStorage.getItem(LAST) ?? 'null')
let note = ''
let expired = false
let drawn = { key: '', forms: [] }

async function read() {
  try {
    const response = await fetch('api/ticket', { headers: { Accept: 'application/json' } })
    if (response.status === 401) {
      expire()
    } else if (response.ok) {
      view = await response.json()
      note = ''
      expired = false
      localStorage.setItem(LAST, JSON.stringify(view))
    }
  } catch {
    note = t('offline')
  }
  draw()
  send()
}

// Nobody fills in forms that cannot be sent any more. What was typed stays, and is there again behind a new link.
function expire() {
  note = ''
  expired = true
  localStorage.removeItem(LAST)
}

function send() {
  if (!view || expired) return
  flush(view.id, view.csrf, (item, outcome) => {
    note = outcome.refused ? t('refused', { reason: outcome.refused }) : ''
    tell()
    waiting(view.id).then(left => { if (!left.length) read() })
  }, failure => {
    if (failure.expired) expire()
    else note = t('offline')
    draw()
  })
}

async function keep(item) {
  await put({ key: key(), ticket: view.id, ...item })
  await tell()
  send()
}

async function tell() {
  const left = view ? (await waiting(view.id)).length : 0
  strip.replaceChildren(...[note, left ? t('waiting', { count: left }) : ''].filter(Boolean).join(' · '))
  strip.hidden = !note && !left
  strip.dataset.waiting = left
}

function draw() {
  tell()
  page.dataset.expired = expired
  if (!view || expired) {
    page.replaceChildren(strip, el('p', { class: 'card', role: expired ? 'alert' : 'status' }, expired ? t('expired') : note || t('loading')))
    return
  }
  speak(view.language)
  page.dataset.state = view.state
  page.replaceChildren(strip, heading(), ...shownForms(), about(), why(), history())
}

// The same ones as long as the ticket stands as it did: a signature that is half written must not go.
function shownForms() {
  const key = [view.id, view.state, view.mine, view.language].join()
  if (drawn.key !== key) drawn = { key, forms: forms(view, deed => keep({ deed }), (name, blob) => keep({ name, blob })) }
  return drawn.forms
}

const heading = () => el('header', {},
  el('h1', {}, `${t('ticket', { id: view.id })} · ${view.failure}`),
  el('p', {}, el('span', { class: `badge ${view.severity.toLowerCase()}` }, t('severity.' + view.severity)), el('span', { class: 'badge' }, t('states.' + view.state)),
    el('span', { class: 'quiet small' }, `${t('raised')} ${time(view.raised)}`)))

function about() {
  const rows = []
  const row = (label, ...content) => { if (content.some(Boolean)) rows.push(el('dt', {}, t(label)), el('dd', {}, ...content)) }
  const { machine, customer } = view
  if (machine) {
    row('machine', `${machine.name} ${machine.id}`)
    row('model', machine.model)
    row('serial', machine.serialNumber)
    row('site', machine.site)
  }
  if (customer) {
    row('customer', customer.name)
    row('address', customer.address)
  }
  const links = (customer?.phones ?? []).map(phone => el('a', { class: 'button', href: 'tel:' + phone }, `${t('call')} ${phone}`))
  if (customer?.address) links.push(el('a', { class: 'button', href: map(customer.address), target: '_blank', rel: 'noopener noreferrer' }, t('map')))
  return el('section', { class: 'card' }, el('dl', {}, ...rows), el('p', { class: 'links' }, ...links))
}

const map = address => document.documentElement.lang === 'zh'
  ? 'https://uri.amap.com/search?keyword=' + encodeURIComponent(address)
  : 'https://www.openstreetmap.org/search?query=' + encodeURIComponent(address)

const why = () => view.why || view.curves.length
  ? el('section', { class: 'card' }, el('h2', {}, t('why')), view.why ? el('p', {}, view.why) : null,
    view.curves.length ? el('h3', {}, t('curves')) : null, ...view.curves.filter(one => one.samples.length > 1).map(curve))
  : ''

const history = () => el('section', { class: 'card' }, el('h2', {}, t('history')), el('ol', {}, ...view.history.map(step =>
  el('li', {}, el('span', { class: 'number quiet' }, time(step.at)), ` ${t('events.' + step.event)}`, step.text ? `:${step.text}` : ''))))

const time = at => new Date(at).toLocaleString(document.documentElement.lang, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

addEventListener('online', read)
document.addEventListener('visibilitychange', () => { if (!document.hidden) read() })
draw()
read()
