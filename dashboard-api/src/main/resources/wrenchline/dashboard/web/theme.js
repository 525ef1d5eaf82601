// Light or dark: as the system has it, unless chosen here.
import { computed, ref, watchEffect } from './lib/vue.js'

const KEY = 'wrenchline.theme'
const THEMES = ['auto', 'light', 'dark']
const system = matchMedia('(prefers-color-scheme: dark)')
const systemDark = ref(system.matches)
system.addEventListener('change', () => { systemDark.value = system.matches })

const stored = localStorage.getItem(KEY)
export const theme = ref(THEMES.includes(stored) ? stored : 'auto')
export const dark = computed(() => theme.value === 'auto' ? systemDark.value : theme.value === 'dark')

watchEffect(() => { document.documentElement.dataset.theme = theme.value })

export function nextTheme() {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length]
  localStorage.setItem(KEY, theme.value)
}

/** A colour of the style sheet as it is now, for what is drawn on a canvas. */
export function colour(name) {
  const probe = document.createElement('i')
  probe.style.color = `var(${name})`
  document.body.append(probe)
  const found = getComputedStyle(probe).color
  probe.remove()
  return found
}
