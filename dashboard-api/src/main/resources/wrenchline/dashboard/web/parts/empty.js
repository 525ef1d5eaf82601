// Nothing there, and what to do about it.
import { h } from '../lib/vue.js'

export const Empty = ({ title, hint }) => h('div', { class: 'empty' }, [h('strong', title), hint])
Empty.props = ['title', 'hint']
