// Words that a reader sees or hears, stand in no bracket, and were not said by the server.
(() => {
  const days = Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat('en-GB', { weekday: 'short' }).format(new Date(2026, 0, 5 + day)).toLowerCase())
  const OURS = new Set(['wrenchline', 'sha-256', ...days])
  const found = new Set()
  const outside = text => {
    let rest = text
    for (let before = ''; before !== rest;) {
      before = rest
      rest = rest.replace(/\u27e6[^\u27e6\u27e7]*\u27e7/g, ' | ')
    }
    return rest
  }
  const check = (text, where) => {
    for (const piece of outside(text).split(/[|\u00b7,()\u2013\u2014/]+/)) {
      const words = piece.trim().toLowerCase()
      if (!/\p{L}{2}/u.test(words) || OURS.has(words)) continue
      const plain = words.replace(/^[\d\s.:<>\u2212-]+/, '')
      if (![...window.said].some(one => one.includes(plain))) found.add(`${where}: ${piece.trim()}`)
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    if (holder.closest('script, noscript, kbd, code, pre, .mono, [lang]:not(html)')) continue
    if (node.data.trim()) check(node.data, holder.className || holder.tagName)
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (element.hasAttribute(name)) check(element.getAttribute(name), name)
  }
  return [...found].slice(0, 12)
})()
