// What belongs to a machine on paper: its parts with the warranty of each, and its documents.
import { h } from '../lib/vue.js'
import { date, number } from '../format.js'
import { named, t } from '../i18n/words.js'
import { may } from '../session.js'
import { useDetail } from './detail.js'
import { Files } from './files.js'
import { Panel } from './panel.js'

export const MachineParts = {
  props: ['machine'],
  setup(props) {
    const { found } = useDetail(`/equipment/${encodeURIComponent(props.machine)}/parts`, ['ticket'])
    return () => found.value?.items.length ? h(Panel, { title: t('machine.parts'), id: 'machine-parts' }, () =>
      h('ul', { class: 'rows dense' }, found.value.items.map(part))) : null
  },
}

function part({ part: id, names, fitted, used, covered, category, from, until, why }) {
  return h('li', { key: id, 'data-part': id }, [
    h('div', { class: 'row' }, [
      h('b', named(names, id)), h('span', { class: ['badge', covered ? 'good' : 'warn'] }, t('entitled.' + category)),
      h('span', { class: 'fill' }), h('span', { class: 'quiet small number' }, t('machine.dates', { from, until })),
    ]),
    h('p', { class: 'quiet small' }, [
      named(why), fitted && t('machine.fitted', { date: date(fitted) }), used !== null && t('machine.used', { used: number(used) }),
    ].filter(Boolean).join(' · ')),
  ])
}

export const Documents = {
  props: ['machine'],
  setup(props) {
    const path = `/equipment/${encodeURIComponent(props.machine)}/documents`
    const { found, read } = useDetail(path, [])
    return () => found.value ? h(Files, { title: t('machine.documents'), id: 'documents', files: found.value.items, path, adds: may('addDocument'), onDone: read }) : null
  },
}
