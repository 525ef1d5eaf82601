// The page's language: Chinese unless English was chosen here before.
import { ref, watchEffect } from '../lib/vue.js'

const KEY = 'wrenchline.language'
// One language is fetched; the other when somebody changes to it.
const texts = {}

export const language = ref(localStorage.getItem(KEY) === 'en' ? 'en' : 'zh')
await fetched(language.value)

async function fetched(name) {
  texts[name] ??= (await import(`./${name}.js`)).default
}

watchEffect(() => {
  document.documentElement.lang = language.value
})

export function other() {
  return language.value === 'en' ? 'zh' : 'en'
}

export async function switchLanguage() {
  const wanted = other()
  await fetched(wanted)
  language.value = wanted
  localStorage.setItem(KEY, wanted)
}

/** The text of `key` with every {name} replaced. */
export function t(key, values = {}) {
  const text = texts[language.value][key]
  if (text === undefined) throw new Error('no text for ' + key)
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
}

/** The text of `key`, or `otherwise` where there is none. */
export function known(key, otherwise) {
  return key in texts[language.value] ? t(key) : otherwise
}

/** A name that the server gives in both languages. */
export function named(names, otherwise = '') {
  return names ? names[language.value] : otherwise
}
