// Reads one thing again whenever one of the subjects on which it depends changed.
import { ref, watch } from '../lib/vue.js'
import { get } from '../api.js'
import { state } from '../state.js'

export function useDetail(path, subjects) {
  const found = ref(undefined)
  async function read() {
    try {
      found.value = await get(path)
    } catch {
      found.value ??= null
    }
  }
  watch(() => subjects.map(subject => state.revision[subject]).join(), read, { immediate: true })
  return { found, read }
}
