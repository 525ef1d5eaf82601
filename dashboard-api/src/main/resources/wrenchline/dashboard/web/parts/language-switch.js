// Chinese or English, remembered.
import { h } from '../lib/vue.js'
import { other, switchLanguage, t } from '../i18n/words.js'

export const LanguageSwitch = () =>
  h('button', { class: 'button plain', id: 'language', type: 'button', lang: other(), onClick: switchLanguage }, t('language.other'))
