// Keeps what is typed until it is sent, over a reload and a telephone that went to sleep.
export function draft(ticket, name) {
  const place = `draft.${ticket}.${name}`
  return {
    get: () => localStorage.getItem(place) ?? '',
    set: text => { text ? localStorage.setItem(place, text) : localStorage.removeItem(place) },
  }
}
