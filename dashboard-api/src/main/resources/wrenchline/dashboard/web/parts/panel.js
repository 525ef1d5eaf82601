// A titled box.
import { h } from '../lib/vue.js'

export const Panel = ({ title }, { slots }) => h('section', { class: 'panel' }, [h('header', h('h2', title)), slots.default()])
Panel.props = ['title']
