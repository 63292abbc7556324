// Pages across reports: an indicator, a region, two reports side by side, search.
import { besides, legend, type Beside } from './charts'
import { cells, copy, save, written } from './copy'
import { fill, h } from './dom'
import { headlines } from './headline'
import { growthOf, levelOf, multiples, type Series } from './multiples'
import type { Cell, Fact, Head } from './model'
import { to, toFact } from './route'
import { number, percent, quantity } from './show'
import type { Store } from './store'
import { Table } from './table'
import { t } from './words'

/** The most charts of a page of small ones; the table below has all. */
const most = 60

export async function indicators(store: Store): Promise<HTMLElement> {
  const names = await store.names()
  return h('main', { class: 'list', id: 'main' }, h('h1', {}, t('Headline indicators')),
    h('ul', { class: 'cards', lang: 'zh' }, Object.entries(names).sort((a, b) => a[0].localeCompare(b[0]))
      .map(([code, name]) => h('li', {}, h('a', { href: to('indicator', code) }, name), h('small', { lang: 'en' }, code)))))
}

export async function indicator(store: Store, code: string): Promise<HTMLElement> {
  const [list, names] = await Promise.all([store.panel({ code }), store.names()])
  if (!list.length) return named(store, code)
  const title = names[code] ?? code
  return panelPage(title, code, list, grouped(list, c => c.region, c => to('region', c.region)), c => ({ name: c.region, link: to('region', c.region) }), 'More regions are in the table.')
}

export async function region(store: Store, name: string): Promise<HTMLElement> {
  const [list, names, heads] = await Promise.all([store.panel({ region: name }), store.names(), store.heads()])
  const reports = heads.filter(r => r.region === name).sort((a, b) => (a.year ?? 0) - (b.year ?? 0))
  const label = (c: Cell) => names[c.code] ?? c.code
  const page = panelPage(name, '', list, grouped(list, label, c => to('indicator', c.code)), c => ({ name: label(c), link: to('indicator', c.code) }), 'More indicators are in the table.')
  page.querySelector('h1')!.after(h('ul', { class: 'cards', lang: 'zh' }, reports.map(r => h('li', {}, h('a', { href: to('report', r.id) }, r.title || r.id), h('small', {}, String(r.year ?? ''))))))
  return page
}

interface Named { name: string; link: string }

function grouped(list: Cell[], name: (c: Cell) => string, link: (c: Cell) => string): Map<string, { link: string; cells: Cell[] }> {
  const groups = new Map<string, { link: string; cells: Cell[] }>()
  for (const c of list) {
    const key = name(c) || '—'
    const group = groups.get(key) ?? { link: link(c), cells: [] }
    group.cells.push(c)
    groups.set(key, group)
  }
  return groups
}

function panelPage(title: string, code: string, list: Cell[], groups: Map<string, { link: string; cells: Cell[] }>, named: (c: Cell) => Named, more: string): HTMLElement {
  const series = (of: (c: Cell) => Series['points'][number]): Series[] => [...groups].map(([name, g]) => ({
    name, link: g.link, points: g.cells.map(of).filter(p => p.result !== undefined || p.aim),
  })).filter(s => s.points.length).sort((a, b) => b.points.length - a.points.length)
  const growth = series(growthOf)
  const ratios = series(levelOf).filter(s => groups.get(s.name)!.cells.some(c => (c.unit ?? c.level_aim?.unit) === '1'))
  const oneUnit = code && new Set(list.map(c => c.unit ?? c.level_aim?.unit).filter(Boolean)).size === 1
  const levels = oneUnit && !ratios.length ? series(levelOf) : []
  const table = panelTable(title, list, named)
  const short = Math.max(growth.length, levels.length, ratios.length) > most
  return h('main', { class: 'across', id: 'main' },
    h('h1', { lang: 'zh' }, title, code ? h('small', { lang: 'en' }, code) : null),
    growth.length ? drawn(t('Growth'), growth, '%') : null,
    ratios.length ? drawn(t('Levels'), ratios, '%') : null,
    levels.length ? drawn(t('Levels'), levels, '') : null,
    short ? h('p', { class: 'note' }, t(more)) : null,
    h('section', { class: 'whole' },
      h('p', { class: 'copying' }, h('button', { type: 'button', click: () => save(`${code || title}.csv`, '\ufeff' + cells(list), 'text/csv') }, t('download CSV')),
        h('button', { type: 'button', click: () => void copy(cells(list)) }, t('copy') + ' CSV')),
      table.element))
}

/** The last year that many speak of, a line each; then those that tell of three years or more
 * through the years. */
function drawn(title: string, list: Series[], unit: string): HTMLElement {
  const counts = new Map<number, number>()
  for (const s of list) for (const p of s.points) if (p.result !== undefined) counts.set(p.year, (counts.get(p.year) ?? 0) + 1)
  const least = Math.max(...counts.values()) / 2
  const year = [...counts].filter(([, n]) => n >= least).sort((a, b) => b[0] - a[0])[0]?.[0] ?? Math.max(...list.flatMap(s => s.points.map(p => p.year)))
  const rows = list.map(s => beside(s, year)).filter(r => r.result !== undefined || r.aim)
  rows.sort((a, b) => (b.result ?? b.aim?.low ?? -Infinity) - (a.result ?? a.aim?.low ?? -Infinity))
  const long = list.filter(s => new Set(s.points.map(p => p.year)).size > 2)
  const box = h('div', { class: 'drawn' })
  if (unit === '%' && rows.length > 1) box.append(h('section', { class: 'chart' }, legend(), besides(`${title} ${year}, ${t('aim')} ${year + 1}`, rows.slice(0, most))))
  if (long.length) box.append(multiples(`${title}: ${t('over the years')}`, long.slice(0, most), unit))
  return box
}

/** A report tells of the year past and aims at the next. */
function beside(s: Series, year: number): Beside {
  const result = s.points.find(p => p.year === year && p.result !== undefined), aim = s.points.find(p => p.year === year + 1 && p.aim)
  return {
    name: s.name, result: result?.result, resultText: result && `${result.result}%`, resultLink: result?.resultLink,
    aim: aim?.aim, aimText: aim && aimText(aim.aim!, '%'), aimLink: aim?.aimLink,
  }
}

function aimText(a: NonNullable<Cell['growth_aim']>, unit: string): string {
  const signs: Record<string, string> = { about: '≈', at_least: '≥', over: '>', at_most: '≤', under: '<' }
  if (a.bound === 'range') return `${a.low}–${a.high}${unit}`
  const n = a.low ?? a.high
  return n === undefined ? '' : `${signs[a.bound ?? ''] ?? ''}${n}${unit}`
}

function panelTable(title: string, list: Cell[], named: (c: Cell) => Named): Table<Cell> {
  const link = (text: string, fact?: string) => fact && text ? h('a', { href: toFact(fact) }, text) : text
  const value = (n: number | undefined, unit: string | undefined) => n === undefined ? '' : unit === '1' ? percent(n) : `${number(n)} ${unit ?? ''}`
  const ratio = (a: Cell['growth_aim']) => a && aimText({ ...a, low: scaled(a.low), high: scaled(a.high) }, '%')
  const table = new Table<Cell>(title, [
    { name: 'region', class: 'name', cell: c => h('a', { href: named(c).link, lang: 'zh' }, named(c).name), sort: c => named(c).name },
    { name: 'year', class: 'year', cell: c => String(c.year), sort: c => c.year },
    { name: 'level', class: 'number', cell: c => link(value(c.level, c.unit), c.level_fact), sort: c => c.level ?? -Infinity },
    { name: 'growth', class: 'number', cell: c => link(c.growth === undefined ? '' : percent(c.growth), c.growth_fact), sort: c => c.growth ?? -Infinity },
    { name: 'growth aim', class: 'number', cell: c => link(ratio(c.growth_aim) ?? '', c.growth_aim?.fact), sort: c => c.growth_aim?.low ?? -Infinity },
    { name: 'level aim', class: 'number', cell: c => link(c.level_aim ? value(c.level_aim.low ?? c.level_aim.high, c.level_aim.unit) : '', c.level_aim?.fact), sort: c => c.level_aim?.low ?? -Infinity },
    { name: 'rank', class: 'number', cell: c => link(c.rank ? `${c.rank_scope ?? ''} ${c.rank}` : '', c.rank_fact), sort: c => c.rank ?? Infinity },
  ], c => { const fact = c.growth_fact ?? c.level_fact ?? c.growth_aim?.fact ?? c.level_aim?.fact; if (fact) location.hash = toFact(fact) }, 36)
  table.set(list)
  return table
}

function scaled(n: number | undefined): number | undefined { return n === undefined ? n : Number((n * 100).toPrecision(10)) }

/** An indicator that has no code, by its name. */
async function named(store: Store, name: string): Promise<HTMLElement> {
  const facts = await store.facts(name)
  const table = factTable(name, facts)
  return h('main', { class: 'across', id: 'main' }, h('h1', { lang: 'zh' }, name),
    facts.length ? h('section', { class: 'whole' },
      h('p', { class: 'copying' }, h('button', { type: 'button', click: () => save(`${name}.csv`, '\ufeff' + written(facts, 'CSV'), 'text/csv') }, t('download CSV'))),
      table.element) : h('p', {}, t('Nothing found.')))
}

export function factTable(label: string, facts: Fact[]): Table<Fact> {
  const table = new Table<Fact>(label, [
    { name: 'region', class: 'name', cell: f => h('span', { lang: 'zh' }, f.region || f.doc || ''), sort: f => f.region ?? '' },
    { name: 'period', class: 'year', cell: f => f.period ?? '', sort: f => f.period ?? '' },
    { name: 'quantity', class: 'number', cell: f => h('a', { href: to('report', f.doc!, f.id) }, quantity(f)), sort: f => Number(f.canonical ?? f.value ?? NaN) || 0 },
    { name: 'aspect', class: 'level', cell: f => t(f.aspect ?? ''), sort: f => f.aspect ?? '' },
    { name: 'status', class: 'level', cell: f => t(f.status || 'none'), sort: f => f.status ?? '' },
  ], f => { location.hash = to('report', f.doc!, f.id) }, 36, f => `s-${f.status || 'none'}`, 'Nothing found.')
  table.set(facts)
  return table
}

export async function compare(store: Store, a?: string, b?: string): Promise<HTMLElement> {
  const [heads, names] = await Promise.all([store.heads(), store.names()])
  const choose = (mine: string | undefined, go: (id: string) => string) => h('select', { 'aria-label': t('choose a report'), change: (e: Event) => { location.hash = go((e.target as HTMLSelectElement).value) } },
    h('option', { value: '' }, t('choose a report')), heads.map(r => h('option', { value: r.id, selected: r.id === mine }, titleOf(r))))
  const page = h('main', { class: 'across', id: 'main' }, h('h1', {}, t('Compare')),
    h('p', { class: 'pair' }, choose(a, id => to('compare', id, b ?? '')), choose(b, id => to('compare', a ?? '', id))))
  if (!a || !b) return page
  const [one, two] = await Promise.all([store.report(a), store.report(b)])
  const box = h('div', { class: 'two' })
  for (const aspect of ['change_rate', 'level'] as const) {
    const lists = [one, two].map(r => headlines(r, aspect, names))
    const shared = new Set(lists[0].map(r => r.code).filter(code => lists[1].some(r => r.code === code)))
    if (!shared.size) continue
    const pairs = lists.map(list => list.filter(r => shared.has(r.code)).sort((a, b) => a.code.localeCompare(b.code)))
    pairs.forEach((rows, i) => box.append(h('div', {}, besides(
      `${titleOf([one, two][i])} · ${t(aspect === 'level' ? 'Rates: result and aim' : 'Growth: result and aim')}`, rows, pairs.flat()))))
  }
  const left = headlines(one, 'change_rate', names), right = new Map(headlines(two, 'change_rate', names).map(r => [r.code, r]))
  const both = left.filter(r => right.has(r.code))
  page.append(legend(), box, h('table', { class: 'plain wide' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('indicator')), [one, two].flatMap(r => [h('th', { scope: 'col', lang: 'zh' }, `${titleOf(r)} ${t('result')}`), h('th', { scope: 'col' }, t('aim'))]))),
    h('tbody', {}, both.map(r => h('tr', {}, h('th', { scope: 'row', lang: 'zh' }, r.name), [r, right.get(r.code)!].flatMap(x => [
      h('td', {}, x.resultLink ? h('a', { href: x.resultLink }, x.resultText ?? '') : ''), h('td', {}, x.aimLink ? h('a', { href: x.aimLink }, x.aimText ?? '') : '')]))))))
  return page
}

function titleOf(r: Head): string { return r.title || [r.region, r.year].filter(Boolean).join(' ') || r.id }

export async function search(store: Store, words: string): Promise<HTMLElement> {
  const page = h('main', { class: 'across found', id: 'main' }, h('h1', {}, t('Search')))
  const typed = h('input', { type: 'search', name: 'q', placeholder: t('Search all reports'), 'aria-label': t('Search all reports') })
  typed.value = words
  const results = h('div', { 'aria-live': 'polite' })
  page.append(h('form', { role: 'search', submit: (e: Event) => { e.preventDefault(); location.hash = '#/search?' + new URLSearchParams({ q: typed.value.trim() }) } }, typed,
    h('button', { type: 'submit', class: 'primary' }, t('Search'))), results)
  if (!words) return page
  const found = await store.search(words)
  fill(results,
    found.names.length ? h('section', {}, h('h2', {}, t('Indicators')), h('ul', { class: 'cards', lang: 'zh' }, found.names.map(n => h('li', {},
      h('a', { href: to('indicator', n.code || n.name) }, n.name), h('small', {}, `${n.facts} ${t('facts')}`))))) : null,
    h('section', {}, h('h2', {}, t('In the reports')), found.hits.length ? h('ol', { class: 'hits', lang: 'zh' }, found.hits.map(hit => h('li', {},
      h('a', { href: to('report', hit.doc, `@${hit.at}`) }, h('small', {}, hit.title || hit.doc), h('span', {}, hit.before, h('b', {}, hit.words), hit.after))))) : h('p', {}, t('Nothing found.')),
    found.more ? h('p', { class: 'note' }, t('More than are shown; search for more words.')) : null))
  return page
}
