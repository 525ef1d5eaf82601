// As the system has it, light, or dark; remembered.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { nextTheme, theme } from '../theme.js'
import { Icon } from './icon.js'

export const ThemeSwitch = () => h('button', {
  class: 'button plain icon-only', id: 'theme', type: 'button', 'data-theme-is': theme.value,
  title: t('theme.' + theme.value), 'aria-label': t('theme.label', { now: t('theme.' + theme.value) }), onClick: nextTheme,
}, h(Icon, { name: theme.value }))
