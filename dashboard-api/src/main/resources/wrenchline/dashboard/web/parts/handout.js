// What a machine, a person or a program needs to sign in, shown once.
import { h } from '../lib/vue.js'
import { t } from '../i18n/words.js'

const PARTS = ['username', 'password', 'token', 'apiKey', 'secret', 'certificate', 'key', 'authority']

export const Handout = ({ handout, text }, { emit }) => h('div', { class: 'handout', 'data-handout': '' }, [
  h('p', { class: 'alert' }, text ?? t('handout.once')),
  h('dl', { class: 'facts' }, PARTS.filter(part => handout[part] && (part !== 'authority' || handout.certificate)).map(part => [
    h('dt', t('handout.' + part)),
    h('dd', part === 'certificate' || part === 'key' || part === 'authority' ? h('pre', { class: 'mono', tabindex: 0 }, handout[part]) : h('code', { class: 'mono' }, handout[part])),
  ])),
  h('button', { class: 'button', type: 'button', onClick: () => emit('done') }, t('handout.done')),
])
Handout.props = ['handout', 'text']
Handout.emits = ['done']
