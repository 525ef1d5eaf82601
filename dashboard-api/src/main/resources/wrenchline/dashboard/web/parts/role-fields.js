// As what an account or a key may act: its role, and whose machines a customer sees.
import { t } from '../i18n/words.js'
import { choices } from './entry-form.js'

const ROLES = ['agent', 'supervisor', 'customer-service-manager', 'engineer', 'repair-supervisor', 'warehouse-keeper', 'assistant', 'auditor', 'customer', 'admin']

export function roleFields({ role = ROLES[0], customer } = {}) {
  return [
    { name: 'role', label: t('access.role'), type: 'select', options: choices('account.role.', ROLES), value: role },
    { name: 'customer', label: t('access.customer'), optional: true, most: 64, value: customer ?? '', hint: t('access.customerHint') },
  ]
}

export function roleName({ role, customer }) {
  return t('account.role.' + role) + (customer ? ` · ${customer}` : '')
}
