// The list of reports, with search and facets.
import { fill, h } from './dom'
import type { Head } from './model'
import { parse, replace, to } from './route'
import { number } from './show'
import type { Store } from './store'
import { Table } from './table'
import { t } from './words'

export async function home(store: Store): Promise<HTMLElement> {
  const heads = await store.heads()
  const query = parse(location.hash).query
  const table = new Table<Head>(t('Reports'), [
    { name: 'report', class: 'name', cell: r => h('a', { href: to('report', r.id), lang: 'zh' }, r.title || r.id), sort: r => r.title || r.id },
    { name: 'region', class: 'region', cell: r => r.region ? h('a', { href: to('region', r.region), lang: 'zh' }, r.region) : '', sort: r => r.region_code ?? r.region ?? '' },
    { name: 'year', class: 'year', cell: r => r.year ? String(r.year) : '', sort: r => r.year ?? 0 },
    { name: 'level', class: 'level', cell: r => t(r.level ?? ''), sort: r => r.level ?? '' },
    { name: 'Facts', class: 'number', cell: r => number(r.facts), sort: r => r.facts },
  ], r => { location.hash = to('report', r.id) }, 40, () => '', 'No reports match.')
  const typed = h('input', { type: 'search', placeholder: t('Search titles and regions'), 'aria-label': t('Search titles and regions'), input: () => apply() })
  typed.value = query.get('q') ?? ''
  const tree = new Tree(heads, query, () => apply())
  const count = h('output', { class: 'count', 'aria-live': 'polite' })

  function apply(): void {
    const words = typed.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
    const list = heads.filter(r => {
      const text = [r.title, r.id, r.region, r.province, r.year, r.region_code].join(' ').toLowerCase()
      return words.every(word => text.includes(word)) && tree.keeps(r)
    })
    table.set(list)
    count.textContent = `${number(list.length)} ${t('of')} ${number(heads.length)}`
    const kept = new URLSearchParams(tree.chosen())
    if (typed.value.trim()) kept.set('q', typed.value.trim())
    replace('#/' + (kept.size ? '?' + kept : ''))
  }
  apply()
  return h('main', { class: 'home', id: 'main' },
    h('h1', {}, t('Reports')),
    h('div', { class: 'typing' }, typed, count),
    h('div', { class: 'columns' }, tree.element, table.element))
}

/** Facets: province, with its regions below it, level and year. */
class Tree {
  readonly element: HTMLElement
  private readonly chosenOf = new Map<string, string>()

  constructor(private readonly heads: Head[], query: URLSearchParams, private readonly changed: () => void) {
    for (const name of ['province', 'region', 'level', 'year']) {
      const v = query.get(name)
      if (v) this.chosenOf.set(name, v)
    }
    this.element = h('nav', { class: 'facets', 'aria-label': t('filter') })
    this.draw()
  }

  chosen(): Record<string, string> { return Object.fromEntries(this.chosenOf) }

  keeps(r: Head): boolean { return [...this.chosenOf].every(([name, v]) => of(r, name) === v) }

  private draw(): void {
    const province = this.chosenOf.get('province')
    fill(this.element, this.facet('level', 'Level'), this.facet('year', 'Year'), this.facet('province', 'Province'),
      province ? this.facet('region', 'Region', r => of(r, 'province') === province) : null)
  }

  private facet(name: string, label: string, within: (r: Head) => boolean = () => true): HTMLElement {
    const counts = new Map<string, number>()
    for (const r of this.heads) {
      const v = of(r, name)
      if (v && within(r)) counts.set(v, (counts.get(v) ?? 0) + 1)
    }
    const list = [...counts].sort((a, b) => name === 'year' ? Number(b[0]) - Number(a[0]) : b[1] - a[1])
    return h('section', {}, h('h2', {}, t(label)), h('ul', {}, list.map(([v, n]) => h('li', {}, h('button', {
      type: 'button', 'aria-pressed': String(this.chosenOf.get(name) === v), click: () => this.choose(name, v),
    }, h('span', { lang: 'zh' }, name === 'level' ? t(v) : v), h('small', {}, String(n)))))))
  }

  private choose(name: string, v: string): void {
    if (this.chosenOf.get(name) === v) this.chosenOf.delete(name)
    else this.chosenOf.set(name, v)
    if (name === 'province') this.chosenOf.delete('region')
    const place = this.element.scrollTop
    this.draw()
    this.element.scrollTop = place
    ;[...this.element.querySelectorAll<HTMLElement>('button')].find(b => b.textContent!.startsWith(name === 'level' ? t(v) : v))?.focus()
    this.changed()
  }
}

function of(r: Head, name: string): string {
  switch (name) {
    case 'province': return r.province || r.region || ''
    case 'region': return r.region ?? ''
    case 'level': return r.level ?? ''
    default: return r.year ? String(r.year) : ''
  }
}
