// Where the page is: #/tickets/1001.
import { ref } from './lib/vue.js'

export const route = ref(read())
/** Where it was before. */
export const before = ref(route.value)

function read() {
  const [view = '', id = ''] = location.hash.replace(/^#(code=.*|\/?)/, '').split('/')
  return { view: view || 'machines', id: decodeURIComponent(id) }
}

addEventListener('hashchange', () => {
  before.value = route.value
  route.value = read()
  scrollTo(0, 0)
})

export function to(view, id) {
  return '#/' + view + (id === undefined ? '' : '/' + encodeURIComponent(id))
}
