// Photos and files that hang on a ticket or a machine, and a way to add more.
import { h, ref } from '../lib/vue.js'
import { upload, url } from '../api.js'
import { number } from '../format.js'
import { t } from '../i18n/words.js'
import { act } from './act.js'
import { Panel } from './panel.js'

const TYPES = 'image/jpeg,image/png,image/webp,image/heic,application/pdf'
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp'])
const LONGEST_NAME = 200

export const Files = {
  props: { title: String, id: String, files: Array, path: String, adds: Boolean },
  emits: ['done'],
  setup(props, { emit }) {
    const sending = ref(false)

    async function send(event) {
      const { target } = event
      sending.value = true
      for (const file of target.files) await act(() => upload(`${props.path}?name=${encodeURIComponent(file.name.slice(-LONGEST_NAME))}`, file))
      sending.value = false
      target.value = ''
      emit('done')
    }

    const link = file => {
      const address = url(`${props.path}/${file.sha256}`)
      return h('a', { href: address, target: '_blank', rel: 'noopener', 'data-file': file.name }, [
        SHOWN.has(file.type) ? h('img', { src: address, alt: '', loading: 'lazy' }) : null,
        h('span', { class: 'break' }, file.name), h('span', { class: 'quiet small' }, t('files.size', { size: number(file.size / 1000) })),
      ])
    }

    return () => props.files.length || props.adds ? h(Panel, { title: props.title, id: props.id }, () => h('div', { class: 'inside stack tight' }, [
      props.files.length ? h('ul', { class: 'files' }, props.files.map(file => h('li', { key: file.sha256 + file.name }, link(file)))) : h('p', { class: 'quiet' }, t('files.none')),
      props.adds ? h('div', { class: 'row' }, h('label', { class: 'button file-button' }, [t(sending.value ? 'files.sending' : 'files.add'), h('input', { class: 'unseen', type: 'file', multiple: true, accept: TYPES, disabled: sending.value, onChange: send })])) : null,
    ])) : null
  },
}
