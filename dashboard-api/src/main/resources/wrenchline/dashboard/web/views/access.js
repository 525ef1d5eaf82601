// Who and what may use the product: people's accounts, programs' keys, and the systems that are told of changes.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { Accounts } from '../parts/accounts.js'
import { Keys } from '../parts/keys.js'
import { Webhooks } from '../parts/webhooks.js'

export const Access = () => h('div', [
  h('div', { class: 'head' }, [
    h('h1', t('nav.access')), h('span', { class: 'quiet' }, t('access.summary')), h('span', { class: 'fill' }),
    h('a', { href: 'api/v1/openapi.json', target: '_blank', rel: 'noopener' }, t('access.contract')),
  ]),
  h('div', { class: 'columns even' }, [
    h('div', { class: 'stack' }, [h(Accounts), h(Keys)]),
    h(Webhooks),
  ]),
])
