// The form in which a fact is corrected or added.
import { h } from './dom'
import type { Fact } from './model'
import { t } from './words'

export interface FormActions {
  keep(changed: Fact): void
  remove?(): void
}

const lists: Record<string, string[]> = {
  kind: ['percent', 'percentage_point', 'money', 'measure', 'count', 'multiple', 'fraction', 'rank', 'duration', 'parity'],
  bound: ['exact', 'about', 'almost', 'over', 'at_least', 'under', 'at_most', 'range'],
  aspect: ['', 'level', 'change_rate', 'change_amount', 'gap', 'baseline', 'rank', 'streak', 'threshold', 'scale', 'duration'],
  direction: ['', 'up', 'down'],
  status: ['', 'actual', 'target'],
  strength: ['', 'ensure', 'strive', 'expect', 'plain'],
}

const fields: [keyof Fact, string][] = [
  ['indicator', 'indicator'], ['action', 'action'], ['value', 'value'], ['low', 'lowest'], ['high', 'highest'], ['unit', 'unit'], ['kind', 'kind'], ['bound', 'bound'],
  ['aspect', 'aspect'], ['direction', 'direction'], ['status', 'status'], ['strength', 'strength'], ['period', 'period'], ['indicator_code', 'code'],
  ['parent_indicator', 'part of'], ['reference', 'reference'], ['scope', 'scope'],
]

export function form(f: Fact, text: string, actions: FormActions): void {
  const points = [...text]
  const inputs = new Map<keyof Fact, HTMLInputElement | HTMLSelectElement>()
  const label = (name: keyof Fact, words: string) => {
    const value = String(f[name] ?? '')
    const input = lists[name]
      ? h('select', { name }, lists[name].map(v => h('option', { value: v, selected: v === value }, v ? t(v) : '—')))
      : h('input', { name, autocomplete: 'off', lang: 'zh' })
    if (input instanceof HTMLInputElement) input.value = value
    inputs.set(name, input)
    return h('label', { class: `field-${name}` }, h('span', {}, t(words)), input)
  }
  const others = h('input', { name: 'indicator_alt', lang: 'zh' })
  others.value = f.indicator_alt?.join('、') ?? ''
  const ignore = h('input', { type: 'checkbox', name: 'ignore' })
  ignore.checked = f.ignore ?? false
  const start = h('input', { type: 'number', name: 'start', min: 0, max: points.length - 1 })
  const end = h('input', { type: 'number', name: 'end', min: 1, max: points.length })
  start.value = String(f.start)
  end.value = String(f.end)
  const words = h('q', { lang: 'zh' })
  const around = h('p', { class: 'around', lang: 'zh' })
  const show = () => {
    const [from, to] = [Number(start.value), Number(end.value)]
    words.textContent = points.slice(from, to).join('')
    around.replaceChildren(points.slice(Math.max(0, from - 18), from).join(''), h('b', {}, words.textContent), points.slice(to, to + 18).join(''))
  }
  start.addEventListener('input', show)
  end.addEventListener('input', show)
  show()

  const dialog = h('dialog', { class: 'form', 'aria-label': t('Edit'), close: () => dialog.remove() },
    h('form', { method: 'dialog', submit: (e: Event) => { e.preventDefault(); keep() } },
      around,
      h('div', { class: 'fields' }, fields.map(([name, w]) => label(name, w)),
        h('label', {}, h('span', {}, t('other names')), others),
        h('label', {}, h('span', {}, t('place')), h('span', { class: 'ends' }, start, '–', end))),
      h('label', { class: 'check' }, ignore, h('span', {}, t('free: neither required nor wrong'))),
      h('div', { class: 'buttons' },
        h('button', { type: 'submit', class: 'primary' }, t('Save')),
        h('button', { type: 'button', click: () => dialog.close() }, t('Cancel')),
        h('span', { class: 'space' }),
        actions.remove && h('button', { type: 'button', class: 'remove', click: () => { dialog.close(); actions.remove!() } }, t('Remove')))))

  function keep(): void {
    const changed: Fact = { ...f, start: Number(start.value), end: Number(end.value), text: words.textContent ?? '' }
    changed.id = `${changed.start}-${changed.end}`
    for (const [name, input] of inputs) Object.assign(changed, { [name]: input.value.trim() || undefined })
    changed.indicator_alt = others.value.split('、').map(s => s.trim()).filter(Boolean)
    if (!changed.indicator_alt.length) delete changed.indicator_alt
    changed.ignore = ignore.checked || undefined
    dialog.close()
    actions.keep(changed)
  }
  document.body.append(dialog)
  dialog.showModal()
  inputs.get('indicator')!.focus()
}
