// Chinese or English, remembered.
import { h } from '../lib/vue.js'
import { other, otherName, switchLanguage } from '../i18n/words.js'

export const LanguageSwitch = () =>
  h('button', { class: 'button plain', id: 'language', type: 'button', lang: other(), onClick: switchLanguage }, otherName())
