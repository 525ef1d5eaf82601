// For those who use no mouse: the focus follows the view, and Escape goes back to the list.
import { nextTick, watch } from './lib/vue.js'
import { before, route, to } from './route.js'

watch(route, async () => {
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
  if (event.key !== 'Escape' || event.defaultPrevented) return
  const field = document.activeElement?.closest('input, textarea')
  if (field) field.blur()
  else if (route.value.id) location.hash = to(route.value.view)
})
