// What was done and is not sent yet. It lies in the browser's database until the server has answered, each under a key of its own, so
// that sending it twice does nothing twice.
const PAUSES = [2000, 5000, 15000, 30000, 60000]

const database = new Promise((resolve, reject) => {
  const opening = indexedDB.open('wrenchline-field', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true })
  opening.onsuccess = () => resolve(opening.result)
  opening.onerror = () => reject(opening.error)
})

function ask(mode, work) {
  return database.then(opened => new Promise((resolve, reject) => {
    const transaction = opened.transaction('outbox', mode)
    const request = work(transaction.objectStore('outbox'))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  }))
}

// randomUUID is there on secure pages alone.
export function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

export const put = item => ask('readwrite', store => store.add(item))
export const waiting = ticket => ask('readonly', store => store.getAll()).then(items => items.filter(item => item.ticket === ticket))
const remove = item => ask('readwrite', store => store.delete(item.order))

let running = false
let pause = 0
let timer = 0

// Sends what waits, oldest first. told(item, outcome) hears of each that was answered; stuck() when it must wait.
export async function flush(ticket, csrf, told, stuck) {
  clearTimeout(timer)
  if (running) return
  running = true
  try {
    for (let [item] = await waiting(ticket); item; [item] = await waiting(ticket)) {
      const outcome = await send(item, csrf)
      await remove(item)
      pause = 0
      told(item, outcome)
    }
  } catch (failure) {
    timer = setTimeout(() => flush(ticket, csrf, told, stuck), PAUSES[Math.min(pause++, PAUSES.length - 1)])
    stuck(failure)
  } finally {
    running = false
  }
}

async function send(item, csrf) {
  const file = item.blob !== undefined
  const response = await fetch(file ? 'api/files?name=' + encodeURIComponent(item.name) : 'api/deeds/' + item.key, {
    method: 'POST',
    headers: { 'X-CSRF-Token': csrf, 'Content-Type': file ? 'application/octet-stream' : 'application/json' },
    body: file ? item.blob : JSON.stringify(item.deed),
  })
  // What was understood and refused is not sent again; everything else is.
  if (response.status === 400 || response.status === 413) return { refused: (await response.json()).detail ?? '' }
  if (!response.ok) throw Object.assign(new Error('status ' + response.status), { expired: response.status === 401 })
  return response.json()
}
