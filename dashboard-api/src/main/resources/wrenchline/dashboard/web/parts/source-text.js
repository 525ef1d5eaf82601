// A file that an operator wrote, line by line, and a place to try another text before it is put in force.
import { h, nextTick, ref, watch } from '../lib/vue.js'
import { said } from '../i18n/said.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'

export const SourceText = {
  props: { files: Array, file: Object, line: Number, onSee: Function, onTry: Function },
  setup(props) {
    const trying = ref(false)
    const text = ref('')
    const mistakes = ref(null)
    watch(() => props.file.name, () => { trying.value = false })

    async function begin() {
      text.value = props.file.text
      mistakes.value = null
      trying.value = true
      await nextTick()
      document.querySelector('.source textarea')?.focus()
    }

    async function check(event) {
      event.preventDefault()
      mistakes.value = (await props.onTry(props.file.kind, text.value))?.mistakes ?? null
    }

    const verdict = list => list.length
      ? h('ul', { class: 'stack tight', role: 'status' }, list.map((one, index) => h('li', { class: 'alert bad', key: index, 'data-mistake': one.line }, one.line ? t('settings.mistake', { line: one.line, what: said(one.what) }) : said(one.what))))
      : h('p', { class: 'alert fine', role: 'status', 'data-mistake': 'none' }, t('settings.right'))

    const trial = () => h('form', { class: 'inside stack tight', onSubmit: check }, [
      h('label', { class: 'field' }, [t('settings.text'), h('textarea', { class: 'mono', rows: 26, spellcheck: false, maxlength: 50_000, value: text.value, onInput: event => { text.value = event.target.value } })]),
      mistakes.value ? verdict(mistakes.value) : null,
      h('div', { class: 'row' }, [
        h('button', { class: 'button main-action', type: 'submit' }, t('settings.check')),
        h('button', { class: 'button', type: 'button', onClick: () => { trying.value = false } }, t('ask.no')),
      ]),
      h('p', { class: 'quiet small' }, t('settings.how', { file: props.file.name })),
    ])

    const lines = () => h('ol', { class: 'mono lines', tabindex: 0 }, props.file.text.replace(/\n$/, '').split('\n').map((text, index) => {
      const wrong = props.file.mistakes.filter(one => one.line === index + 1)
      return h('li', { key: index, class: { here: props.line === index + 1, wrong: wrong.length }, 'data-line': index + 1 }, [h('code', text || ' '), ...wrong.map(one => h('em', said(one.what)))])
    }))

    return () => h('section', { class: 'panel source' }, [
      h('header', [
        h('div', { class: 'tabs', role: 'group', 'aria-label': t('settings.files') }, props.files.map(one => h('button', {
          type: 'button', key: one.name, 'aria-pressed': String(one === props.file), onClick: () => props.onSee(one.name, 0),
        }, one.name.split('/').at(-1)))),
        h('span', { class: 'fill' }),
        h('span', { class: ['badge', props.file.inForce ? 'good' : 'warn'], 'data-in-force': String(props.file.inForce) }, t(props.file.inForce ? 'settings.inForce' : 'settings.notInForce')),
        trying.value || !may('trySettings') ? null : h('button', { class: 'button', type: 'button', 'data-act': 'try', onClick: begin }, t('settings.try')),
      ]),
      trying.value ? trial() : lines(),
    ])
  },
}
