// The keys that work everywhere, told by "?"; those of a single character can be switched off (WCAG 2.1.4).
import { h, nextTick, ref, watch } from '../lib/vue.js'
import { t } from '../i18n/words.js'
import { GO, keysOn, setKeys, shortcutsShown } from '../keyboard.js'
import { may, maySee } from '../session.js'

const KEYS = [['/'], ['?'], ['g', 'n'], ['g', 'm'], ['g', 't'], ['g', 'c'], ['g', 'p'], ['g', 's'], ['g', 'r'], ['g', 'q'], ['g', 'w'], ['Esc'], ['+ −'], ['← →'], ['0']]

export const Shortcuts = {
  setup() {
    const dialog = ref(null)
    watch(shortcutsShown, async shown => {
      if (!shown) return
      await nextTick()
      dialog.value.showModal()
    })
    return () => shortcutsShown.value ? h('dialog', { class: 'shortcuts', ref: dialog, 'aria-label': t('keys.title'), onClose: () => { shortcutsShown.value = false } }, [
      h('h2', t('keys.title')),
      h('dl', KEYS.filter(mine).map(keys => h('div', { key: keys.join('') }, [h('dt', keys.map(key => h('kbd', key))), h('dd', t('keys.' + keys.join('')))]))),
      h('label', { class: 'row' }, [h('input', { type: 'checkbox', checked: keysOn.value, onChange: event => setKeys(event.target.checked) }), t('keys.on')]),
      h('button', { class: 'button', type: 'button', onClick: () => dialog.value.close() }, t('keys.done')),
    ]) : null
  },
}

// A key that leads to what one may not see is no key.
function mine([first, second]) {
  return first === 'g' ? maySee(GO[second]) : first !== '/' || may('search')
}
