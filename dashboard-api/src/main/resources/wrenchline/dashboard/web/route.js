// Where the page is: #/tickets/1001, #/machines/lift-01?metric=oil_temp.
import { ref } from './lib/vue.js'

export const route = ref(read())
/** Where it was before. */
export const before = ref(route.value)

function read() {
  const [path, query = ''] = location.hash.replace(/^#(code=.*|\/?)/, '').split('?')
  const [view = '', id = ''] = path.split('/')
  return { view: view || 'now', id: decoded(id), query: Object.fromEntries(new URLSearchParams(query)) }
}

function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

addEventListener('hashchange', () => {
  before.value = route.value
  route.value = read()
  scrollTo(0, 0)
})

export function to(view, id, query = {}) {
  const more = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')).toString()
  return '#/' + view + (id === undefined || id === '' ? '' : '/' + encodeURIComponent(id)) + (more ? '?' + more : '')
}

/** Changes what the address says of the view that is shown, without going anywhere. */
export function note(query) {
  const { view, id } = route.value
  history.replaceState(null, '', to(view, id, query))
  route.value.query = query
}
