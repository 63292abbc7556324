// Filters of facts: by typing, and by status, aspect, unit, indicator and section.
import { fill, h } from './dom'
import type { Fact, Section } from './model'
import { t } from './words'

export class Filter {
  readonly element: HTMLElement
  private readonly typed: HTMLInputElement
  private readonly choices = new Map<string, HTMLSelectElement>()
  private readonly count = h('output', { class: 'count', 'aria-live': 'polite' })
  private facts: Fact[] = []

  constructor(private readonly sections: Section[], private readonly names: Record<string, string>, private readonly changed: () => void) {
    this.typed = h('input', {
      type: 'search', class: 'typed', placeholder: t('Filter facts'), 'aria-label': t('Filter facts'), input: () => changed(), autocomplete: 'off',
    })
    const selects = ['status', 'aspect', 'unit', 'indicator', 'section'].map(name => {
      const select = h('select', { 'aria-label': t(name), 'data-name': name, change: () => changed() })
      this.choices.set(name, select)
      return select
    })
    this.element = h('div', { class: 'filter', role: 'search', 'aria-label': t('Filter facts') },
      h('div', { class: 'typing' }, this.typed, this.count),
      h('div', { class: 'selects' }, selects,
        h('button', { type: 'button', click: () => this.clear() }, t('clear'))))
  }

  /** Offers what the facts have, the most frequent first. */
  offer(facts: Fact[]): void {
    this.facts = facts
    for (const [name, select] of this.choices) {
      const was = select.value
      const counts = new Map<string, number>()
      for (const f of facts) {
        const v = this.valueOf(name, f)
        if (v !== '') counts.set(v, (counts.get(v) ?? 0) + 1)
      }
      const list = [...counts]
      if (name !== 'section') list.sort((a, b) => b[1] - a[1])
      fill(select, h('option', { value: '' }, `${t(name)}: ${t('any')}`),
        list.map(([v, n]) => h('option', { value: v }, `${this.label(name, v)} (${n})`)))
      select.value = counts.has(was) ? was : ''
    }
  }

  apply(): Fact[] {
    const words = this.typed.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
    const wanted = [...this.choices].filter(([, select]) => select.value !== '')
    const list = this.facts.filter(f =>
      wanted.every(([name, select]) => this.valueOf(name, f) === select.value) && words.every(word => textOf(f).includes(word)))
    this.count.textContent = `${list.length} ${t('of')} ${this.facts.length}`
    return list
  }

  get active(): boolean {
    return this.typed.value.trim() !== '' || [...this.choices.values()].some(select => select.value !== '')
  }

  set(name: string, value: string): void {
    const select = this.choices.get(name)
    if (select) select.value = select.value === value ? '' : value
    this.changed()
  }

  get(name: string): string { return this.choices.get(name)?.value ?? '' }

  clear(): void {
    this.typed.value = ''
    for (const select of this.choices.values()) select.value = ''
    this.changed()
  }

  focus(): void { this.typed.focus() }

  private valueOf(name: string, f: Fact): string {
    switch (name) {
      case 'status': return f.status || 'none'
      case 'aspect': return f.aspect || (f.kind === 'parity' ? 'parity' : '')
      case 'unit': return f.unit ?? ''
      case 'indicator': return f.indicator_code ?? ''
      default: return String(sectionAt(this.sections, f.start))
    }
  }

  private label(name: string, v: string): string {
    if (name === 'section') {
      const s = this.sections[Number(v)]
      return s ? `${s.number ?? ''}${s.title ?? t('other')}`.slice(0, 40) : v
    }
    if (name === 'indicator') return this.names[v] ?? v
    if (name === 'status') return t(v === 'none' ? 'condition or size' : v)
    return name === 'unit' ? v : t(v)
  }
}

const texts = new WeakMap<Fact, string>()

function textOf(f: Fact): string {
  let s = texts.get(f)
  if (s === undefined) {
    s = [f.text, f.indicator, f.indicator_code, f.action, f.value, f.unit, f.period, f.reference, f.scope, f.region, f.rule].join(' ').toLowerCase()
    texts.set(f, s)
  }
  return s
}

export function sectionAt(sections: Section[], point: number): number {
  let low = 0, high = sections.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sections[middle].start <= point) low = middle
    else high = middle - 1
  }
  return low
}
