// The API, as a signed-in browser uses it.
const BASE = 'api/v1'
let csrf = ''
let onStranger = () => {}

/** What the server answered when it would not. */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail)
    this.problem = problem
  }
}

export function whenSignedOut(callback) {
  onStranger = callback
}

export async function get(path) {
  return request('GET', path)
}

export async function post(path, body) {
  return request('POST', path, body)
}

/** Signs in with {token} or {code}. */
export async function signIn(secret) {
  csrf = (await request('POST', '/session', secret)).csrf
}

/** Whether this browser is signed in already. */
export async function resume() {
  const response = await fetch(BASE + '/session')
  if (response.status === 401) return false
  if (!response.ok) throw new Error('session: ' + response.status)
  csrf = (await response.json()).csrf
  return true
}

export async function signOut() {
  await request('DELETE', '/session')
}

export function url(path) {
  return BASE + path
}

async function request(method, path, body) {
  const headers = method === 'GET' ? {} : { 'X-CSRF-Token': csrf }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const response = await fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
  if (response.ok) return response.status === 204 ? null : response.json()
  const problem = await response.json().catch(() => ({ status: response.status, detail: response.statusText }))
  if (response.status === 401 && path !== '/session') onStranger()
  throw new Refusal(problem)
}
