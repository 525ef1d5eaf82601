// Line icons, drawn here so that nothing is fetched.
import { h } from '../lib/vue.js'

const PATHS = {
  now: 'M12 7v5l3.500 2 M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0',
  wall: 'M3 5h18v12H3z M8 21h8 M12 17v4 M10 5v12 M3 11h18',
  promises: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0 M8.500 12l2.500 2.500 4.500-5',
  roster: 'M4 6h16v14H4z M4 10h16 M8 3v4 M16 3v4 M8 14h3 M8 17h3 M15 14h1',
  settings: 'M4 7h9 M17 7h3 M4 17h3 M11 17h9 M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0 M7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  search: 'M4.500 10.500a6 6 0 1 0 12 0a6 6 0 1 0-12 0 M15 15l5 5',
  more: 'M5 7h14 M5 12h14 M5 17h14',
  leave: 'M14 4h5v16h-5 M4 12h11 M8 8l-4 4 4 4',
  auto: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0 M12 4v16 M12 8l6 2 M12 12h8 M12 16l6-2',
  light: 'M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0 M12 3v2 M12 19v2 M3 12h2 M19 12h2 M5.600 5.600l1.400 1.400 M17 17l1.400 1.400 M5.600 18.400l1.400-1.400 M17 7l1.400-1.400',
  dark: 'M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500z',
  back: 'M14 6l-6 6 6 6',
  zoomIn: 'M4.500 10.500a6 6 0 1 0 12 0a6 6 0 1 0-12 0 M15 15l5 5 M8 10.500h5 M10.500 8v5',
  zoomOut: 'M4.500 10.500a6 6 0 1 0 12 0a6 6 0 1 0-12 0 M15 15l5 5 M8 10.500h5',
  left: 'M14 6l-6 6 6 6',
  right: 'M10 6l6 6-6 6',
  visit: 'M12 21c4-5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6 6 11z M10 10a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  spark: 'M3 12h4l3-7 4 14 3-7h4',
  machines: 'M4 20V9l5 3V9l5 3V5h6v15z M8 16h.01 M12 16h.01 M16 16h.01',
  tickets: 'M5 4h14v16l-3-2-2 2-2-2-2 2-2-2-3 2z M9 9h6 M9 13h4',
  calls: 'M6.5 3.5l3 1 1 4-2 1.5a12 12 0 0 0 5.5 5.500l1.500-2 4 1 1 3c-1 2.500-3 3-5 2.500C9.500 18 6 14.500 4 9c-.500-2 0-4 2.500-5.500z',
  switchboard: 'M4 5h16v14H4z M8 9h.01 M12 9h.01 M16 9h.01 M8 13h.01 M12 13h.01 M16 13h.01 M8 16l8 0',
  messages: 'M4 5h16v11H10l-4 4v-4H4z M8 9h8 M8 12h5',
  complaints: 'M4 5h16v11H10l-4 4v-4H4z M12 8v4 M12 14h.01',
  devices: 'M7 3h10v18H7z M10 17h4 M3 8v8 M21 8v8',
  ledger: 'M5 4h14v16H5z M9 4v16 M12 9h4 M12 13h4',
  access: 'M8 14a4 4 0 1 1 3.500-2.060L20 20h-3v-2h-2v-2h-2l-1.500-1.500 M7 10h.01',
  account: 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0 M4.500 20c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.500',
  audit: 'M6 3h9l4 4v14H6z M14 3v5h5 M9 12h7 M9 16h5',
  quarantine: 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6z M12 8v5 M12 16h.01',
}

export const Icon = ({ name }) =>
  h('svg', {
    viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.7, 'stroke-linecap': 'round',
    'stroke-linejoin': 'round', 'aria-hidden': 'true',
  }, h('path', { d: PATHS[name] }))
Icon.props = ['name']
