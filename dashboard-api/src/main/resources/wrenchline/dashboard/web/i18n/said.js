// What the server said in a sentence of its own, in the reader's language.
import { shallowRef } from '../lib/vue.js'
import { language } from './words.js'

const PLACE = /\{\d\}/
// Fetched when the first sentence is to be read: most pages show none.
const book = shallowRef(null)
let fetching = null

/** Waits until sentences can be told in the reader's language. */
export async function prepared() {
  if (language.value === 'zh') await (fetching ??= import('./said-zh.js').then(({ default: sentences }) => { book.value = bound(sentences) }, () => { fetching = null }))
}

/** `sentence` as the reader understands it; as it came where nobody put it into words. */
export function said(sentence) {
  prepared()
  return language.value === 'zh' && book.value ? inChinese(sentence) : sentence
}

// Those with the most words of their own first.
function bound(sentences) {
  const length = ([english]) => english.split(PLACE).join('').length
  const [open, whole] = [true, false].map(places => sentences.filter(([english]) => PLACE.test(english) === places))
  return {
    whole: new Map(whole),
    forms: open.sort((one, other) => length(other) - length(one))
      .map(([english, chinese]) => [new RegExp(`^${english.split(PLACE).map(literal).join('(.+?)')}$`, 's'), chinese]),
  }
}

function inChinese(sentence) {
  const found = one(sentence)
  if (found !== undefined) return found
  const several = sentence.split('; ')
  return several.length > 1 ? several.map(inChinese).join('；') : sentence
}

function one(sentence) {
  const { whole, forms } = book.value
  if (whole.has(sentence)) return whole.get(sentence)
  for (const [form, chinese] of forms) {
    const places = form.exec(sentence)
    if (places) return chinese.replace(/\{(\d)\}/g, (_, index) => inChinese(places[Number(index) + 1]))
  }
  return undefined
}

function literal(text) {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
