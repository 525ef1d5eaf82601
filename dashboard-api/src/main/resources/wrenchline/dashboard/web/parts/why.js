// Why a part is not up and what to do, in the reader's language; what the part itself said stands behind it.
import { known, t } from '../i18n/words.js'

// The first that fits; the words are those of the parts themselves.
const HOTLINE = [
  [/address already in use/i, 'portTaken'],
  [/started again/i, 'restarting'],
  [/not connected yet|not started/i, 'starting'],
  [/manager interface/i, 'manager'],
  [/cannot be had|not installed|no Asterisk|modules/i, 'missing'],
]
const PLACE = /on (\S+:\d+)/

export function why(part) {
  if (part.name.includes('://')) return t('why.broker')
  if (part.name !== 'hotline') return known('why.' + part.name, '')
  const kind = HOTLINE.find(([pattern]) => pattern.test(part.reason))?.[1]
  return kind ? t('why.hotline.' + kind, { place: PLACE.exec(part.reason)?.[1] ?? '' }) : ''
}
