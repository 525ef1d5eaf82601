// Does much a little at a time, so that no frame comes late: many machines speak in the same second.
const BUDGET = 4
// What an item changes is drawn after it was used, which costs more than the use.
const MOST = 60

/** Takes items of which only the newest of each key counts, and hands them to `use`, some in each frame; at once where nobody looks. */
export function inSlices(key, use) {
  const waiting = new Map()
  let wanted = 0

  function frame() {
    wanted = 0
    const end = performance.now() + BUDGET
    let used = 0
    for (const [name, item] of waiting) {
      waiting.delete(name)
      use(item)
      if (++used === MOST || performance.now() > end) break
    }
    if (waiting.size) wanted = requestAnimationFrame(frame)
  }

  return items => {
    if (document.hidden) return items.forEach(use)
    for (const item of items) waiting.set(key(item), item)
    wanted ||= requestAnimationFrame(frame)
  }
}
