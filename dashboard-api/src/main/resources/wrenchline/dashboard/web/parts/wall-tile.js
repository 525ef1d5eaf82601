// A machine on the wall: its name, the value that tells most, and the way it came.
import { h, onBeforeUnmount, onMounted, ref, watch } from '../lib/vue.js'
import { number } from '../format.js'
import { named, t } from '../i18n/words.js'
import { to } from '../route.js'
import { beyond, limitsOf, tellingMetric } from '../state.js'
import { colour, dark } from '../theme.js'
import { metricName, unitOf } from './measure.js'

const KEPT = 90
const [WIDTH, HEIGHT] = [240, 72]

export const WallTile = {
  props: ['machine', 'tall'],
  setup(props) {
    const canvas = ref(null)
    // A ring, so that a screen that hangs there for a year takes no more than on its first day.
    const ring = new Float64Array(KEPT)
    let count = 0
    let metric = ''
    let wanted = 0
    const main = () => {
      const telling = tellingMetric(props.machine)
      return props.machine.values.find(value => value.metric === telling)
    }

    function take(value) {
      if (!value) return
      if (value.metric !== metric) {
        metric = value.metric
        count = 0
      }
      ring[count++ % KEPT] = value.value
      if (props.tall) wanted ||= requestAnimationFrame(draw)
    }

    function draw() {
      wanted = 0
      if (canvas.value) paint(canvas.value, ring, count, limitsOf(props.machine, metric)[0]?.raise)
    }

    watch(() => main()?.at, () => take(main()), { immediate: true })
    watch([dark, () => props.tall], () => { wanted ||= requestAnimationFrame(draw) })
    onMounted(draw)
    onBeforeUnmount(() => { cancelAnimationFrame(wanted) })

    return () => {
      const { machine } = props
      const value = main()
      const hot = value && beyond(machine, value)
      const standing = hot ? 'hot' : machine.openTickets.length ? 'open' : machine.online ? 'fine' : 'off'
      return h('a', { class: ['wall-tile', standing], href: to('machines', machine.id), 'data-wall': machine.id, title: named(machine.names, machine.id) }, [
        h('span', { class: 'cut name' }, named(machine.names, machine.id)),
        h('span', { class: 'big number' }, value ? [number(value.value), h('small', unitOf(machine, value.metric))] : t('wall.none')),
        props.tall ? h('canvas', { ref: canvas, width: WIDTH, height: HEIGHT, 'aria-hidden': 'true' }) : null,
        h('span', { class: 'cut small of' }, [t('wall.' + standing), value ? ' · ' + metricName(machine, value.metric) : '']),
      ])
    }
  },
}

function paint(canvas, ring, count, limit) {
  const context = canvas.getContext('2d')
  const points = Math.min(count, KEPT)
  context.clearRect(0, 0, WIDTH, HEIGHT)
  if (points < 2) return
  let [low, high] = limit === undefined ? [Infinity, -Infinity] : [limit, limit]
  for (let index = 0; index < points; index++) {
    low = Math.min(low, ring[index])
    high = Math.max(high, ring[index])
  }
  const scale = (HEIGHT - 4) / (high - low || 1)
  context.strokeStyle = strokes()
  context.lineWidth = 2
  context.beginPath()
  for (let index = 0; index < points; index++) {
    const value = ring[(count - points + index) % KEPT]
    context.lineTo(WIDTH * (KEPT - points + index) / (KEPT - 1), HEIGHT - 2 - (value - low) * scale)
  }
  context.stroke()
}

// Asked of the style sheet once for each theme, not once for each tile and second.
const known = new Map()
function strokes() {
  if (!known.has(dark.value)) known.set(dark.value, colour('--chart'))
  return known.get(dark.value)
}
