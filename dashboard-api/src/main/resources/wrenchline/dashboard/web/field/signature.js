// A signature written on the screen. toBlob gives a PNG, or null when nobody wrote.
import { el } from './dom.js'

export function signature(label) {
  const canvas = el('canvas', { width: 640, height: 240, role: 'img', 'aria-label': label })
  const pen = canvas.getContext('2d')
  let written = false
  const clear = () => {
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    written = false
  }
  clear()
  const at = event => {
    const box = canvas.getBoundingClientRect()
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height]
  }
  canvas.addEventListener('pointerdown', event => {
    canvas.setPointerCapture(event.pointerId)
    Object.assign(pen, { lineWidth: 4, lineCap: 'round', lineJoin: 'round', strokeStyle: '#10162a' })
    pen.beginPath()
    pen.moveTo(...at(event))
  })
  canvas.addEventListener('pointermove', event => {
    if (!canvas.hasPointerCapture(event.pointerId)) return
    pen.lineTo(...at(event))
    pen.stroke()
    written = true
  })
  return { canvas, clear, blob: () => written ? new Promise(resolve => canvas.toBlob(resolve, 'image/png')) : Promise.resolve(null) }
}
