// For those who use no mouse: the focus follows the view, Escape goes back to the list, and a few keys lead everywhere.
import { nextTick, ref, watch } from './lib/vue.js'
import { before, route, to } from './route.js'
import { may, maySee } from './session.js'
import { openSearch } from './parts/search.js'

const KEY = 'wrenchline.keys'
export const GO = { n: 'now', m: 'machines', t: 'tickets', c: 'calls', p: 'promises', s: 'switchboard', r: 'roster', q: 'quarantine', w: 'wall' }
const PATIENCE = 1500

/** Whether keys of a single character lead anywhere; who speaks to the computer switches them off. */
export const keysOn = ref(localStorage.getItem(KEY) !== 'off')
export const shortcutsShown = ref(false)
let going = 0

export function setKeys(on) {
  keysOn.value = on
  localStorage.setItem(KEY, on ? 'on' : 'off')
}

watch(route, async (now, then) => {
  if (now.view === then.view && now.id === then.id) return
  await nextTick()
  const main = document.getElementById('main')
  // A link that is still there keeps the focus, such as that of the rail; otherwise it would be lost with the view.
  if (document.activeElement !== document.body && document.activeElement !== main) return
  const { view, id } = before.value
  const came = id && !route.value.id && main?.querySelector(`a[href="${to(view, id)}"]`)
  const target = came || main
  target?.focus()
})

addEventListener('keydown', event => {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return
  if (event.key === 'Escape') back()
  else if (keysOn.value && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest('input, textarea, select')) lead(event)
})

function back() {
  const field = document.activeElement?.closest('input, textarea')
  if (field) field.blur()
  else if (route.value.id) location.hash = to(route.value.view)
  else if (route.value.view === 'wall') location.hash = to('now')
}

function lead(event) {
  const view = event.timeStamp - going < PATIENCE && GO[event.key]
  going = event.key === 'g' ? event.timeStamp : -PATIENCE
  if (view && maySee(view)) location.hash = to(view)
  else if (event.key === '/' && may('search')) openSearch()
  else if (event.key === '?') shortcutsShown.value = true
  else return
  event.preventDefault()
}
