// Charts, drawn by Observable Plot as SVG: they print, follow the theme and take links.
import * as Plot from '@observablehq/plot'
import { h } from './dom'
import type { Aim, Report } from './model'
import { t } from './words'
import { sectionAt } from './filter'

/** A row of a dot and range plot: a result, an aim, or both. */
export interface Beside {
  name: string
  result?: number
  resultText?: string
  resultLink?: string
  aim?: Aim
  aimText?: string
  aimLink?: string
}

/** Redraws a chart whenever its place gets another width. */
function figure(title: string, draw: (width: number) => SVGElement | HTMLElement, table?: HTMLElement): HTMLElement {
  const place = h('div', { class: 'plot' })
  let last = 0
  new ResizeObserver(() => {
    const width = Math.floor(place.clientWidth)
    if (!width || width === last) return
    last = width
    place.replaceChildren(bare(draw(width)))
  }).observe(place)
  return h('figure', { class: 'chart' }, h('figcaption', {}, h('h3', {}, title)), place, table && h('details', {}, h('summary', {}, t('as a table')), table))
}

/** Plot puts a style element into its drawing, which the page's policy forbids (app.css
 * holds the same rules), and names its marks (dot, rule) to screen readers, which says
 * nothing; the table below the drawing does. */
export function bare(drawing: SVGElement | HTMLElement): SVGElement | HTMLElement {
  for (const style of drawing.querySelectorAll('style')) style.remove()
  for (const g of drawing.querySelectorAll('g[aria-label]')) {
    g.setAttribute('data-mark', g.getAttribute('aria-label')!)
    g.removeAttribute('aria-label')
  }
  drawing.setAttribute('role', 'group')
  return drawing
}

function text(rows: Beside[]): HTMLElement {
  return h('table', { class: 'plain' },
    h('thead', {}, h('tr', {}, [t('indicator'), t('result'), t('aim')].map(w => h('th', { scope: 'col' }, w)))),
    h('tbody', {}, rows.map(r => h('tr', {},
      h('th', { scope: 'row', lang: 'zh' }, r.name),
      h('td', {}, r.resultLink ? h('a', { href: r.resultLink }, r.resultText ?? '') : r.resultText),
      h('td', {}, r.aimLink ? h('a', { href: r.aimLink }, r.aimText ?? '') : r.aimText)))))
}

export function legend(): HTMLElement {
  return h('p', { class: 'legend' },
    h('span', { class: 'key actual' }, `● ${t('result')}`),
    h('span', { class: 'key target' }, `◆ ${t('aim')}`),
    h('span', { class: 'key target' }, `━ ${t('range')}`),
    h('span', { class: 'key target' }, `◇ ${t('about')}`),
    h('span', { class: 'key target' }, `▷ ${t('at_least')}  ◁ ${t('at_most')}`))
}

interface Ends { x1: number; x2: number }

/** The marks of aims: a diamond, hollow where the text says about; a bar for a range; an
 * arrow into the side that a bound leaves open. */
function aims(rows: Beside[], reach: number, y: Plot.ChannelValueSpec): Plot.Markish[] {
  const named = rows.filter(r => r.aim && (r.aim.low !== undefined || r.aim.high !== undefined))
  const ranges = named.filter(r => r.aim!.bound === 'range' && r.aim!.low !== undefined && r.aim!.high !== undefined)
  const points = named.filter(r => !ranges.includes(r))
  const at = (r: Beside) => r.aim!.low ?? r.aim!.high!
  const open = points.filter(r => opensUp(r.aim!) || opensDown(r.aim!))
  const ends = (r: Beside): Ends => {
    return { x1: at(r), x2: at(r) + (opensUp(r.aim!) ? reach : -reach) }
  }
  const link = (r: Beside) => r.aimLink
  const title = (r: Beside) => `${r.name}\n${t('aim')} ${r.aimText ?? ''}`
  return [
    Plot.link(ranges, { x1: (r: Beside) => r.aim!.low, x2: (r: Beside) => r.aim!.high, y1: y, y2: y, stroke: 'var(--target)', strokeWidth: 7, strokeOpacity: 0.75, strokeLinecap: 'round', href: link, title } as Plot.LinkOptions),
    Plot.arrow(open, { x1: (r: Beside) => ends(r).x1, x2: (r: Beside) => ends(r).x2, y1: y, y2: y, stroke: 'var(--target)', strokeWidth: 1.6, headLength: 7 } as Plot.ArrowOptions),
    Plot.dot(points, {
      x: at, y, symbol: 'diamond2', r: 5.5, stroke: 'var(--target)', strokeWidth: 1.8,
      fill: (r: Beside) => r.aim!.bound === 'about' ? 'var(--paper)' : 'var(--target)', href: link, title,
    } as Plot.DotOptions),
  ]
}

/** Results as dots, aims as ranges, a line for each name. Numbers are per cent; charts that
 * stand side by side share the scale of all their rows. */
export function besides(title: string, rows: Beside[], scale: Beside[] = rows): HTMLElement {
  const draw = (width: number) => {
    const numbers = scale.flatMap(r => [r.result, r.aim?.low, r.aim?.high]).filter(n => n !== undefined)
    const reach = Math.max(0.2, (Math.max(...numbers, 0) - Math.min(...numbers, 0)) * 0.045)
    const longest = Math.max(...rows.map(r => r.name.length))
    const left = Math.min(width * 0.42, longest * 13 + 16)
    const fits = Math.floor((left - 16) / 13)
    return Plot.plot({
      width, height: rows.length * 26 + 46, marginLeft: left, marginRight: 48, marginTop: 24, marginBottom: 8,
      ariaLabel: title, style: { background: 'transparent' },
      x: { axis: 'top', grid: true, nice: true, domain: [Math.min(0, ...numbers), Math.max(0, ...numbers)], label: null, insetLeft: 30, insetRight: 12, tickFormat: (n: number) => `${n}%`, ticks: Math.max(3, Math.floor(width / 110)) },
      y: { domain: rows.map(r => r.name), label: null, tickSize: 0, tickFormat: (s: string) => s.length > fits ? s.slice(0, fits - 1) + '…' : s },
      marks: [
        Plot.ruleX([0], { stroke: 'var(--ink-3)' }),
        Plot.link(rows.filter(r => r.result !== undefined && r.aim), {
          x1: (r: Beside) => r.result, x2: (r: Beside) => r.aim!.low ?? r.aim!.high, y1: 'name', y2: 'name', stroke: 'var(--line)', strokeWidth: 3,
        }),
        ...aims(rows, reach, 'name'),
        Plot.dot(rows.filter(r => r.result !== undefined), {
          x: 'result', y: 'name', r: 5, fill: 'var(--actual)', href: (r: Beside) => r.resultLink,
          title: (r: Beside) => `${r.name}\n${t('result')} ${r.resultText ?? ''}`,
        }),
        ...labels(rows, reach),
      ],
    })
  }
  return figure(title, draw, text(rows))
}

export function opensUp(a: Aim): boolean { return a.bound === 'at_least' || a.bound === 'over' }
export function opensDown(a: Aim): boolean { return a.bound === 'at_most' || a.bound === 'under' }

/** The numbers beside their signs, each on the side away from the other. */
function labels(rows: Beside[], reach: number): Plot.Markish[] {
  const aim = (r: Beside) => r.aim?.low ?? r.aim?.high
  const leftOf = (r: Beside) => r.aim !== undefined && aim(r)! >= r.result!
  const put = (list: Beside[], x: (r: Beside) => number | undefined, words: keyof Beside, side: -1 | 1, fill: string) => Plot.text(list, {
    x, y: 'name', text: words, fill, fontSize: 11, fontVariant: 'tabular-nums', textAnchor: side < 0 ? 'end' : 'start', dx: side * (words === 'aimText' ? 14 : 10),
  } as Plot.TextOptions)
  const results = rows.filter(r => r.result !== undefined), aims = rows.filter(r => aim(r) !== undefined)
  const result = (r: Beside) => r.result
  const end = (r: Beside) => (r.aim!.high ?? r.aim!.low)! + (opensUp(r.aim!) ? reach : 0)
  const start = (r: Beside) => aim(r)! - (opensDown(r.aim!) ? reach : 0)
  return [
    put(results.filter(leftOf), result, 'resultText', -1, 'var(--actual)'),
    put(results.filter(r => !leftOf(r)), result, 'resultText', 1, 'var(--actual)'),
    put(aims.filter(r => r.result === undefined || leftOf(r)), end, 'aimText', 1, 'var(--target)'),
    put(aims.filter(r => r.result !== undefined && !leftOf(r)), start, 'aimText', -1, 'var(--target)'),
  ]
}

/** Facts of each section, results and aims apart. */
export function bySection(report: Report): HTMLElement | null {
  const counts = new Map<string, number>()
  const labels = new Map<number, string>()
  for (const f of report.fact_list) {
    let i = sectionAt(report.sections, f.start)
    while (i > 0 && report.sections[i].depth > 1) i-- // a subsection counts with its section
    const s = report.sections[i]
    labels.set(i, `${s?.number ?? ''}${s?.title ?? t('other')}`.replace(/\s+/g, ''))
    const key = `${i} ${f.status || 'none'}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  if (!counts.size) return null
  const domain = [...labels].sort((a, b) => a[0] - b[0]).map(([i, label]) => ({ i, label }))
  const rows = [...counts].map(([key, n]) => {
    const [i, status] = key.split(' ')
    return { i: Number(i), status, n }
  })
  const order = ['actual', 'target', 'none']
  rows.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  const draw = (width: number) => {
    const left = Math.min(width * 0.45, Math.max(...domain.map(d => d.label.length)) * 13 + 16)
    const fits = Math.floor((left - 16) / 13)
    return Plot.plot({
      width, height: domain.length * 26 + 40, marginLeft: left, marginTop: 22, marginBottom: 8, marginRight: 20,
      ariaLabel: t('Facts by section'), style: { background: 'transparent' },
      x: { axis: 'top', grid: true, label: null, ticks: 4 },
      y: { domain: domain.map(d => d.i), label: null, tickSize: 0, tickFormat: (i: number) => { const s = labels.get(i) ?? ''; return s.length > fits ? s.slice(0, fits - 1) + '…' : s } },
      marks: [
        Plot.barX(rows, {
          x: 'n', y: 'i', fill: (r: { status: string }) => `var(--${r.status})`, inset: 3, offset: null,
          title: (r: { i: number; status: string; n: number }) => `${labels.get(r.i)}\n${t(r.status === 'none' ? 'condition or size' : r.status)}: ${r.n}`,
        } as unknown as Plot.BarXOptions),
      ],
    })
  }
  return figure(t('Facts by section'), draw, h('table', { class: 'plain' }, h('tbody', {}, domain.map(d => h('tr', {},
    h('th', { scope: 'row', lang: 'zh' }, d.label), order.map(s => h('td', {}, String(rows.find(r => r.i === d.i && r.status === s)?.n ?? 0))))))))
}
