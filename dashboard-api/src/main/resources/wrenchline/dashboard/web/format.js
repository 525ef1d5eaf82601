// Numbers and times as people read them.
import { t } from './i18n/words.js'
import { house } from './zone.js'

// To make one takes longer than to use it a thousand times.
const formats = new Map()

export function number(value) {
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2
  const locale = t('language.locale')
  const key = locale + digits
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: Math.min(digits, 1) }))
  return formats.get(key).format(value)
}

export function clockTime(at) {
  return format(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
}

export function hourMinute(at) {
  return format(at, { hour: '2-digit', minute: '2-digit' })
}

export function dateTime(at) {
  return format(at, { month: t('language.month'), day: '2-digit', hour: '2-digit', minute: '2-digit' })
}

export function exactTime(at) {
  return format(at, { year: 'numeric', month: t('language.month'), day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })
}

export function date(at) {
  return format(at, { year: 'numeric', month: t('language.month'), day: '2-digit' })
}

/** A moment as exactly as a stretch of `seconds` asks for. */
export function stamp(at, seconds) {
  if (seconds < 30) return clockTime(at)
  if (seconds < 6 * 3600) return hourMinute(at)
  if (seconds < 20 * 3600) return dateTime(at)
  return seconds < 200 * 86_400 ? format(at, { month: t('language.month'), day: '2-digit' }) : format(at, { year: 'numeric', month: t('language.month') })
}

export function weekday(at) {
  return format(at, { weekday: 'short' })
}

export function dayOf(at) {
  return format(at, { month: t('language.month'), day: '2-digit' })
}

export function month(at) {
  return format(at, { year: 'numeric', month: t('language.month') })
}

function format(at, parts) {
  return new Intl.DateTimeFormat(t('language.locale'), { ...parts, timeZone: house(), hourCycle: 'h23' }).format(new Date(at))
}

/** 3725 as 1h 02m, 3600 as 1h; short ones keep their seconds. */
export function duration(seconds) {
  const total = Math.max(0, Math.round(seconds))
  const parts = [['d', Math.floor(total / 86400)], ['h', Math.floor(total / 3600) % 24], ['m', Math.floor(total / 60) % 60], ['s', total % 60]]
  const first = parts.findIndex(([, n]) => n > 0)
  if (first < 0) return t('time.s', { n: 0 })
  return parts.slice(first, first + 2).filter(([, n]) => n > 0).map(([unit, n], index) => t('time.' + unit, { n: index ? String(n).padStart(2, '0') : n })).join(' ')
}

/** What is left, to the second: 27:45, 1:52:10, 2 d 04:10; with a minus once it is over. */
export function countdown(seconds) {
  const total = Math.trunc(Math.abs(seconds))
  const two = part => String(part).padStart(2, '0')
  const [days, hours, minutes] = [Math.floor(total / 86400), Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60]
  const clock = days ? `${t('time.d', { n: days })} ${two(hours)}:${two(minutes)}` : hours ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${two(minutes)}:${two(total % 60)}`
  return (seconds < 0 ? '\u2212' : '') + clock
}

export function ago(at, now) {
  const seconds = (now - Date.parse(at)) / 1000
  return seconds < 3 ? t('time.now') : t('time.ago', { time: duration(seconds).split(' ')[0] })
}

/** Seconds of an ISO 8601 duration such as PT3M or PT12H. */
export function isoSeconds(text) {
  const match = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text)
  if (!match) return 0
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = match
  return days * 86400 + hours * 3600 + minutes * 60 + Number(seconds)
}
