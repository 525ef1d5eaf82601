// The page's language: Chinese unless English was chosen here before.
import { ref, watchEffect } from '../lib/vue.js'
import zh from './zh.js'
import en from './en.js'

const KEY = 'wrenchline.language'
const LANGUAGES = { zh, en }

export const language = ref(localStorage.getItem(KEY) === 'en' ? 'en' : 'zh')

watchEffect(() => {
  document.documentElement.lang = language.value
})

export function other() {
  return language.value === 'en' ? 'zh' : 'en'
}

/** What the other language calls itself. */
export function otherName() {
  return LANGUAGES[other()]['language.self']
}

export function switchLanguage() {
  language.value = other()
  localStorage.setItem(KEY, language.value)
}

/** The text of `key` with every {name} replaced. */
export function t(key, values = {}) {
  const text = LANGUAGES[language.value][key]
  if (text === undefined) throw new Error('no text for ' + key)
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
}

/** The text of `key`, or `otherwise` where there is none. */
export function known(key, otherwise) {
  return key in LANGUAGES[language.value] ? t(key) : otherwise
}

/** A name that the server gives in both languages. */
export function named(names, otherwise = '') {
  return names ? names[language.value] : otherwise
}
