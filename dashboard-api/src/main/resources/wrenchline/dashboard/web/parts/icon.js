// Line icons, drawn here so that nothing is fetched.
import { h } from '../lib/vue.js'

const PATHS = {
  machines: 'M4 20V9l5 3V9l5 3V5h6v15z M8 16h.01 M12 16h.01 M16 16h.01',
  tickets: 'M5 4h14v16l-3-2-2 2-2-2-2 2-2-2-3 2z M9 9h6 M9 13h4',
  calls: 'M6.5 3.5l3 1 1 4-2 1.5a12 12 0 0 0 5.5 5.500l1.500-2 4 1 1 3c-1 2.500-3 3-5 2.500C9.500 18 6 14.500 4 9c-.500-2 0-4 2.500-5.500z',
  messages: 'M4 5h16v11H10l-4 4v-4H4z M8 9h8 M8 12h5',
  devices: 'M7 3h10v18H7z M10 17h4 M3 8v8 M21 8v8',
  ledger: 'M5 4h14v16H5z M9 4v16 M12 9h4 M12 13h4',
  quarantine: 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6z M12 8v5 M12 16h.01',
}

export const Icon = ({ name }) =>
  h('svg', {
    viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.7, 'stroke-linecap': 'round',
    'stroke-linejoin': 'round', 'aria-hidden': 'true',
  }, h('path', { d: PATHS[name] }))
Icon.props = ['name']
