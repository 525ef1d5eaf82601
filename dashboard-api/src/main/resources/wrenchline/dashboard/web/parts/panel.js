// A titled box.
import { h } from '../lib/vue.js'

export const Panel = ({ title, more, id }, { slots }) => h('section', { class: 'panel', id }, [
  h('header', [h('h2', title), more ? h('span', { class: 'quiet small' }, more) : null]), slots.default(),
])
Panel.props = ['title', 'more', 'id']
