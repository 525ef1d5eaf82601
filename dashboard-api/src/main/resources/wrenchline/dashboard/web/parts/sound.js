// A recording: how loud it is from beginning to end, where it plays now, and the file to keep.
import { h, ref, watch } from '../lib/vue.js'
import { get, url } from '../api.js'
import { duration } from '../format.js'
import { t } from '../i18n/words.js'
import { may } from '../session.js'

const HEIGHT = 40

export const Sound = {
  props: ['path', 'label'],
  setup(props) {
    const wave = ref(null)
    const at = ref(0)
    const audio = ref(null)

    const listens = may('getCallRecording')
    watch(() => props.path, async path => {
      if (!listens) return
      wave.value = await get(path + '/waveform').catch(() => null)
    }, { immediate: true })

    function jump(event) {
      const box = event.currentTarget.getBoundingClientRect()
      audio.value.currentTime = (event.clientX - box.left) / box.width * wave.value.seconds
      audio.value.play()
    }

    const drawing = ({ peaks, seconds }) => h('svg', { class: 'wave', viewBox: `0 0 ${peaks.length} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': t('sound.wave', { time: duration(seconds) }), onClick: jump }, [
      h('path', { d: outline(peaks) }),
      h('rect', { class: 'played', x: 0, y: 0, height: HEIGHT, width: seconds ? at.value / seconds * peaks.length : 0 }),
    ])

    return () => !listens ? h('p', { class: 'quiet small' }, t('sound.notYours')) : h('div', { class: 'sound' }, [
      wave.value?.peaks.length ? drawing(wave.value) : null,
      h('div', { class: 'row' }, [
        h('audio', { controls: true, preload: 'none', ref: audio, src: url(props.path), 'aria-label': props.label, onTimeupdate: event => { at.value = event.target.currentTime } }),
        h('a', { class: 'small', href: url(props.path), download: '' }, t('sound.download')),
      ]),
    ])
  },
}

function outline(peaks) {
  const half = HEIGHT / 2
  const lines = peaks.map((peak, index) => {
    const reach = Math.max(0.5, peak / 100 * half)
    return `M${index} ${half - reach}V${half + reach}`
  })
  return lines.join('')
}
