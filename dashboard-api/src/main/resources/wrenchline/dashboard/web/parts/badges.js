// States in a word and a colour; the word alone is enough to understand.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'

const SEVERITY = { MINOR: '', MAJOR: 'warn', CRITICAL: 'bad' }
const TICKET = {
  Raised: 'bad', Triaged: 'bad', Assigned: 'warn', Reopened: 'bad', Accepted: 'accent', OnTheWay: 'accent', OnSite: 'accent',
  InWorkshop: 'accent', Resolved: 'good', Confirmed: 'good', Closed: '', Merged: '',
}
const NOTICE = { Queued: '', Submitting: '', Accepted: 'accent', Delivered: 'good', Unknown: 'warn', Failed: 'bad', Expired: 'bad' }
const CALLBACK = { Waiting: 'warn', Offering: 'accent', Connecting: 'accent', Talking: 'good', Confirming: 'good', Retrying: 'warn', OwnPhone: 'warn', Claimed: 'warn', Done: 'good', Cancelled: '' }
const CALL = { LIVE: 'accent', TICKET: 'good', SERVED: 'good', HUNG_UP: 'warn', FALLBACK: 'warn', LOST: 'bad' }
const COMMAND = { Queued: 'warn', Sent: 'accent', Acknowledged: 'good', Refused: 'bad', Expired: 'bad', Cancelled: '' }

const COMPLAINT = { Open: 'bad', Answered: 'warn', Settled: 'good' }
const HOLD = { Waiting: 'warn', Ordered: 'accent', Replayed: 'good', Discarded: '' }
const ACCOUNT = { Pending: 'warn', Approved: 'good', Revoked: 'bad' }

const badge = (text, colour) => h('span', { class: ['badge', colour] }, text)

export const SeverityBadge = ({ severity }) => badge(t('severity.' + severity), SEVERITY[severity])
SeverityBadge.props = ['severity']

export const TicketBadge = ({ state }) => badge(t('state.' + state), TICKET[state])
TicketBadge.props = ['state']

export const NoticeBadge = ({ state }) => badge(t('notice.' + state), NOTICE[state])
NoticeBadge.props = ['state']

export const CallbackBadge = ({ state }) => badge(t('callback.' + state), CALLBACK[state])
CallbackBadge.props = ['state']

export const CallBadge = ({ outcome }) => badge(t('call.' + outcome), CALL[outcome])
CallBadge.props = ['outcome']

export const CommandBadge = ({ state }) => badge(t('command.state.' + state), COMMAND[state])
CommandBadge.props = ['state']

export const ComplaintBadge = ({ state }) => badge(t('complaint.state.' + state), COMPLAINT[state])
ComplaintBadge.props = ['state']

export const HoldBadge = ({ state }) => badge(t('hold.state.' + state), HOLD[state])
HoldBadge.props = ['state']

export const AccountBadge = ({ state }) => badge(t('device.state.' + state), ACCOUNT[state])
AccountBadge.props = ['state']
