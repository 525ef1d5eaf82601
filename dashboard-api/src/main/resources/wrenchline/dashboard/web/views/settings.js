// What an operator wrote: policy and models, each value with the file and line that says it, and a place to try a change.
import { h, nextTick, ref, watch } from '../lib/vue.js'
import { get, post } from '../api.js'
import { duration, isoSeconds, number } from '../format.js'
import { named, t } from '../i18n/words.js'
import { note, route } from '../route.js'
import { state } from '../state.js'
import { act } from '../parts/act.js'
import { SeverityBadge } from '../parts/badges.js'
import { Panel } from '../parts/panel.js'
import { SourceText } from '../parts/source-text.js'

export const Settings = {
  setup() {
    const found = ref(undefined)
    const shown = ref(route.value.query.file ?? 'policy.yaml')
    const line = ref(Number(route.value.query.line) || 0)
    const read = async () => { found.value = await get('/settings') }
    read().catch(() => { found.value = null })

    function see(file, at) {
      shown.value = file
      line.value = at
      note({ file, line: at || undefined })
      nextTick(() => document.querySelector('.source .here')?.scrollIntoView({ block: 'center' }))
    }
    watch(shown, () => { line.value ||= 0 })

    return () => {
      if (found.value === undefined) return h('p', { class: 'quiet' }, t('page.loading'))
      if (found.value === null) return h('p', { class: 'quiet' }, t('settings.notYours'))
      const { policy, files } = found.value
      const file = files.find(one => one.name === shown.value) ?? files[0]
      return h('div', [
        h('div', { class: 'head' }, [
          h('h1', t('settings.title')),
          h('span', { class: 'badge accent' }, t('promise.policy', { version: policy.version })),
          h('span', { class: 'quiet' }, t('settings.summary')),
        ]),
        h('div', { class: 'columns even' }, [
          h('div', { class: 'stack' }, [
            h(Panel, { title: t('settings.clauses') }, () => clauses(policy, files[0], see)),
            h(Panel, { title: t('settings.callback') }, () => callback(policy.callback, files[0], see)),
            ...files.filter(one => one.kind === 'MODEL').map(one => model(one, see)),
          ]),
          h(SourceText, { files, file, line: line.value, onSee: see, onTry: (kind, text) => act(() => post('/settings/trial', { kind, text })) }),
        ]),
      ])
    }
  },
}

/** Where it stands; leads there. */
function source(file, path, see) {
  const at = file.lines[path]
  return at ? h('button', { class: 'source-link mono', type: 'button', 'data-source': path, 'aria-label': t('settings.seeLine', { file: file.name, line: at }), onClick: () => see(file.name, at) }, `${file.name.split('/').at(-1)}:${at}`) : null
}

const time = iso => duration(isoSeconds(iso)).split(' ')[0]

function clauses(policy, file, see) {
  return h('ul', { class: 'rows' }, policy.rules.map(({ clause, sources, severities }, index) => h('li', { key: clause.id }, [
    h('div', { class: 'row' }, [
      h('b', t('promise.' + clause.kind)), h('span', { class: 'badge accent' }, t('settings.within', { time: time(clause.within) })),
      ...[...sources].sort().map(one => h('span', { class: 'badge', key: one }, t('settings.source.' + one))),
      ...(severities.length < 3 ? [...severities].sort().map(one => h(SeverityBadge, { severity: one, key: one })) : []),
      h('span', { class: 'fill' }), source(file, `clauses[${index}].within`, see),
    ]),
    h('p', { class: 'quiet small' }, `${clause.id} · ${clause.text}`),
  ])))
}

function callback(rules, file, see) {
  const rows = [
    ['minimumOverlap', time(rules.minimumOverlap)], ['ringFor', time(rules.ringFor)], ['customerRetries', rules.customerRetries.map(time).join(t('list.comma'))],
    ...rules.ladder.map((rung, index) => [`ladder[${index}].after`, `${isoSeconds(rung.after) ? t('proof.after', { time: time(rung.after) }) : t('proof.atOnce')} ${t('target.' + rung.target)}`]),
  ]
  return h('dl', { class: 'inside facts three-wide' }, rows.map(([path, said]) => [
    h('dt', path.startsWith('ladder') ? t('settings.rung') : t('settings.' + path)), h('dd', said), h('dd', source(file, 'callback.' + path, see)),
  ]))
}

// The model in force; its file may say something else by now.
function model(file, see) {
  const id = /^id:\s*(\S+)/m.exec(file.text)?.[1]
  const known = state.models[id]
  if (!known) return null
  const unit = metric => known.metrics.find(one => one.id === metric)?.unit ?? ''
  const name = metric => named(known.metrics.find(one => one.id === metric)?.names, metric)
  return h(Panel, { title: named(known.names, id), more: id, key: id }, () => h('div', { class: 'scroll', tabindex: 0 }, h('table', { class: 'table number' }, [
    h('thead', h('tr', ['metric', 'mode', 'raise', 'clear', 'for', 'where'].map(key => h('th', { scope: 'col' }, t('settings.' + key))))),
    h('tbody', known.limits.map((limit, index) => h('tr', { key: index }, [
      h('td', name(limit.metric)), h('td', [named(limit.names), ' ', h(SeverityBadge, { severity: limit.severity })]),
      h('td', `${limit.side === 'ABOVE' ? '>' : '<'} ${number(limit.raise)} ${unit(limit.metric)}`.trim()), h('td', number(limit.clear)), h('td', time(limit.duration)),
      h('td', source(file, `limits[${index}].raise`, see)),
    ]))),
  ])))
}
