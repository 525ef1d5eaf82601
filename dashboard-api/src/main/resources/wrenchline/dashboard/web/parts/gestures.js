// What hands do to a stretch of time: the wheel and two fingers zoom, one finger (or the mouse with Shift) moves, keys do both.
const WHEEL = 0.0016
const STEP = 0.25

/** Calls `move.zoom(share of the width that stays, factor)`, `move.pan(share)` and `move.home()`; returns how to stop. */
export function gestures(node, plotArea, move) {
  const fingers = new Map()
  const share = x => {
    const { left, width } = plotArea()
    return Math.min(1, Math.max(0, (x - left) / width))
  }

  function wheel(event) {
    event.preventDefault()
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) move.pan(event.deltaX / plotArea().width)
    else move.zoom(share(event.clientX), Math.exp(event.deltaY * WHEEL * (event.deltaMode ? 20 : 1)))
  }

  function down(event) {
    if (event.pointerType === 'mouse' && !event.shiftKey) return
    event.stopPropagation()
    fingers.set(event.pointerId, event.clientX)
    node.setPointerCapture(event.pointerId)
  }

  function moved(event) {
    if (!fingers.has(event.pointerId)) return
    const before = [...fingers.values()]
    fingers.set(event.pointerId, event.clientX)
    const after = [...fingers.values()]
    if (after.length === 1) return move.pan((before[0] - after[0]) / plotArea().width)
    const spread = Math.abs(after[0] - after[1])
    if (spread > 8) move.zoom(share((after[0] + after[1]) / 2), Math.abs(before[0] - before[1]) / spread)
  }

  function up(event) {
    fingers.delete(event.pointerId)
  }

  function key(event) {
    const action = {
      '+': () => move.zoom(0.5, 0.5), '=': () => move.zoom(0.5, 0.5), '-': () => move.zoom(0.5, 2),
      ArrowLeft: () => move.pan(-STEP), ArrowRight: () => move.pan(STEP), 0: () => move.home(), Home: () => move.home(),
    }[event.key]
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    action()
  }

  const listeners = [['wheel', wheel, { passive: false }], ['pointerdown', down, true], ['pointermove', moved], ['pointerup', up], ['pointercancel', up], ['keydown', key]]
  for (const [name, listener, options] of listeners) node.addEventListener(name, listener, options)
  return () => { for (const [name, listener, options] of listeners) node.removeEventListener(name, listener, options) }
}
