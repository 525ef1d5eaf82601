// Keeps every text that the server says.
window.said = new Set()
;(real => {
  const keep = value => {
    if (typeof value === 'string') window.said.add(value.toLowerCase())
    else if (value && typeof value === 'object') Object.entries(value).forEach(([key, one]) => { window.said.add(key.toLowerCase()); keep(one) })
  }
  window.fetch = async (...request) => {
    const answer = await real(...request)
    if (/json/.test(answer.headers.get('Content-Type') ?? '')) answer.clone().json().then(keep, () => {})
    return answer
  }
  const RealSource = window.EventSource
  window.EventSource = class extends RealSource {
    addEventListener(name, listener) {
      super.addEventListener(name, event => {
        keep(JSON.parse(event.data))
        listener(event)
      })
    }
  }
})(window.fetch)
