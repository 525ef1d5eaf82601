// Reads one thing again whenever one of the subjects on which it depends changed, and every few seconds where changes do not tell all.
import { ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { state } from '../state.js'

export function useDetail(path, subjects, everySeconds) {
  const found = ref(undefined)
  async function read() {
    try {
      found.value = await get(path)
    } catch {
      found.value ??= null
    }
  }
  const turn = () => everySeconds ? Math.floor(state.now / 1000 / everySeconds) : 0
  watch(() => [turn(), ...subjects.map(subject => state.revision[subject])].join(), read, { immediate: true })
  return { found, read }
}
