// A stretch of time that is looked at, in seconds; all that moves it makes a new one.
const SHORTEST = 10
const LONGEST = 10 * 365 * 86_400

/** `seconds` until now, and on with the time. */
export function latest(seconds, now) {
  return { from: now - seconds, to: now, follow: true }
}

/** As it is at `now`. */
export function at(stretch, now) {
  return stretch.follow ? latest(stretch.to - stretch.from, now) : stretch
}

/** Nearer (below 1) or farther, so that `fixed` stays where it is; whoever looks at now goes on to look at now. */
export function zoom(stretch, fixed, factor, now) {
  const width = stretch.to - stretch.from
  const wanted = Math.min(LONGEST, Math.max(SHORTEST, width * factor))
  if (stretch.follow) return latest(wanted, now)
  const from = fixed - (fixed - stretch.from) * wanted / width
  return kept({ from, to: from + wanted }, now)
}

/** Moved by a share of its width, to earlier below zero. */
export function pan(stretch, share, now) {
  const by = (stretch.to - stretch.from) * share
  return kept({ from: stretch.from + by, to: stretch.to + by }, now)
}

export function between(from, to) {
  const middle = (from + to) / 2
  const half = Math.max(SHORTEST, to - from) / 2
  return { from: middle - half, to: middle + half, follow: false }
}

// Nothing is known of the future but what is foreseen, which is asked for by name.
function kept({ from, to }, now) {
  return to >= now ? latest(to - from, now) : { from, to, follow: false }
}
