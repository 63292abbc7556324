// Small multiples: one small chart for each region or indicator, its years across.
import * as Plot from '@observablehq/plot'
import { bare, legend, opensDown, opensUp } from './charts'
import { h } from './dom'
import type { Aim, Cell } from './model'
import { toFact } from './route'
import { t } from './words'

export interface Series { name: string; link?: string; points: { year: number; result?: number; resultLink?: string; aim?: Aim; aimLink?: string }[] }

export function multiples(title: string, list: Series[], unit: string): HTMLElement {
  const numbers = list.flatMap(s => s.points.flatMap(p => [p.result, p.aim?.low, p.aim?.high])).filter(n => n !== undefined)
  const low = Math.min(...numbers, 0), high = Math.max(...numbers)
  const box = h('div', { class: 'multiples', role: 'group', 'aria-label': title })
  for (const series of list) {
    const rows = series.points.map(p => ({ ...p, name: series.name }))
    const years = [...new Set(rows.map(r => r.year))].sort((a, b) => a - b)
    const reach = (high - low) * 0.08 || 1
    const up = (a: Aim) => opensUp(a) ? reach : opensDown(a) ? -reach : 0
    const from = (a: Aim) => a.low ?? a.high!
    const aimed = rows.filter(r => r.aim && (r.aim.low !== undefined || r.aim.high !== undefined))
    const svg = Plot.plot({
      width: 220, height: 120, marginLeft: 34, marginRight: 10, marginTop: 8, marginBottom: 20, ariaLabel: series.name, style: { background: 'transparent' },
      x: { domain: [years[0] - 0.5, years[years.length - 1] + 0.5], ticks: ticksOf(years), tickFormat: (y: number) => String(y), label: null, tickSize: 0 },
      y: { domain: [low, high + reach], nice: true, ticks: 3, label: null, grid: true, tickFormat: (n: number) => short(n) + unit },
      marks: [
        Plot.ruleX(aimed.filter(r => r.aim!.bound === 'range'), { x: 'year', y1: (r: Row) => r.aim!.low, y2: (r: Row) => r.aim!.high, stroke: 'var(--target)', strokeWidth: 6, strokeOpacity: 0.75, strokeLinecap: 'round' }),
        Plot.arrow(aimed.filter(r => up(r.aim!)), { x1: 'year', x2: 'year', y1: (r: Row) => from(r.aim!), y2: (r: Row) => from(r.aim!) + up(r.aim!), stroke: 'var(--target)', headLength: 5 }),
        Plot.dot(aimed.filter(r => r.aim!.bound !== 'range'), { x: 'year', y: (r: Row) => from(r.aim!), symbol: 'diamond2', r: 4.5, stroke: 'var(--target)', fill: (r: Row) => r.aim!.bound === 'about' ? 'var(--paper)' : 'var(--target)', href: 'aimLink', title: (r: Row) => `${r.year} ${t('aim')} ${short(from(r.aim!))}${unit}` } as Plot.DotOptions),
        Plot.dot(rows.filter(r => r.result !== undefined), { x: 'year', y: 'result', r: 4, fill: 'var(--actual)', href: 'resultLink', title: (r: Row) => `${r.year} ${t('result')} ${short(r.result!)}${unit}` }),
      ],
    })
    box.append(h('figure', { class: 'multiple' },
      h('figcaption', { lang: 'zh' }, series.link ? h('a', { href: series.link }, series.name) : series.name), bare(svg)))
  }
  return h('section', { class: 'chart' }, h('h3', {}, title), legend(), box)
}

/** A year at each end, and one between where there is room. */
function ticksOf(years: number[]): number[] {
  const first = years[0], last = years[years.length - 1]
  return last - first > 3 ? [first, Math.round((first + last) / 2), last] : [...new Set([first, last])]
}

type Row = Series['points'][number] & { name: string }

function short(n: number): string {
  const a = Math.abs(n)
  if (a >= 1e8) return `${Number((n / 1e8).toPrecision(3))}亿`
  if (a >= 1e4) return `${Number((n / 1e4).toPrecision(3))}万`
  return String(Number(n.toPrecision(4)))
}

const hundred = (n: number | undefined) => n === undefined ? undefined : Number((n * 100).toPrecision(12))

/** A cell of the panel as growth in per cent. */
export function growthOf(c: Cell): Series['points'][number] {
  return {
    year: c.year, result: hundred(c.growth), resultLink: c.growth_fact && toFact(c.growth_fact), aim: inPercent(c.growth_aim),
    aimLink: c.growth_aim?.fact && toFact(c.growth_aim.fact),
  }
}

export function levelOf(c: Cell): Series['points'][number] {
  const ratio = (c.unit ?? c.level_aim?.unit) === '1'
  return {
    year: c.year, result: ratio ? hundred(c.level) : c.level, resultLink: c.level_fact && toFact(c.level_fact),
    aim: ratio ? inPercent(c.level_aim) : c.level_aim, aimLink: c.level_aim?.fact && toFact(c.level_aim.fact),
  }
}

function inPercent(a: Aim | undefined): Aim | undefined {
  return a && { ...a, low: hundred(a.low), high: hundred(a.high) }
}
