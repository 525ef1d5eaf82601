// What the server said in a sentence of its own, in the reader's language.
import { language } from './words.js'
import sentences from './said.zh.js'

const PLACE = /\{\d\}/
// Strict ones first: those with the most words of their own.
const book = sentences
  .map(([english, chinese]) => ({ parts: english.split(PLACE), chinese }))
  .sort((one, other) => length(other) - length(one))
const forms = new Map(book.filter(({ parts }) => parts.length > 1).map(sentence => [sentence, new RegExp(`^${sentence.parts.map(literal).join('(.+?)')}$`, 's')]))
const whole = new Map(book.filter(({ parts }) => parts.length === 1).map(({ parts, chinese }) => [parts[0], chinese]))

/** `sentence` as the reader understands it; as it came where nobody put it into words. */
export function said(sentence) {
  return language.value === 'zh' ? inChinese(sentence) : sentence
}

function inChinese(sentence) {
  const found = one(sentence)
  if (found !== undefined) return found
  const several = sentence.split('; ')
  return several.length > 1 ? several.map(inChinese).join('；') : sentence
}

function one(sentence) {
  if (whole.has(sentence)) return whole.get(sentence)
  for (const [{ chinese }, form] of forms) {
    const places = form.exec(sentence)
    if (places) return chinese.replace(/\{(\d)\}/g, (_, index) => inChinese(places[Number(index) + 1]))
  }
  return undefined
}

function length({ parts }) {
  return parts.join('').length
}

function literal(text) {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
