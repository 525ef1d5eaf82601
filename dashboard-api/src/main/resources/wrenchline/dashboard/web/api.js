// The API, as a signed-in browser uses it.
import { begin } from './session.js'

const BASE = 'api/v1'
// Whether this browser was signed in when it was here last: a stranger is not asked for first.
const KEY = 'wrenchline.signedIn'
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

/** Sends a file as it is. */
export async function upload(path, file) {
  return answer(await fetch(BASE + path, { method: 'POST', headers: { 'X-CSRF-Token': csrf, 'Content-Type': 'application/octet-stream' }, body: file }), path)
}

/** Signs in with {token} or {code}. */
export async function signIn(secret) {
  known(await request('POST', '/session', secret))
}

/** Whether this browser is signed in already. */
export async function resume() {
  if (!localStorage.getItem(KEY)) return false
  const response = await fetch(BASE + '/session')
  if (response.status === 401) {
    localStorage.removeItem(KEY)
    return false
  }
  if (!response.ok) throw new Error('session: ' + response.status)
  known(await response.json())
  return true
}

function known(session) {
  csrf = session.csrf
  localStorage.setItem(KEY, 'yes')
  begin(session)
}

export async function signOut() {
  localStorage.removeItem(KEY)
  await request('DELETE', '/session')
}

export function url(path) {
  return BASE + path
}

async function request(method, path, body) {
  const headers = method === 'GET' ? {} : { 'X-CSRF-Token': csrf }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  return answer(await fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }), path)
}

async function answer(response, path) {
  if (response.ok) return response.status === 204 ? null : response.json()
  const problem = await response.json().catch(() => ({ status: response.status, detail: response.statusText }))
  if (response.status === 401 && path !== '/session') onStranger()
  throw new Refusal(problem)
}
