// Headline indicators of one report: the result of the year under review beside the aim
// for the year ahead.
import type { Beside } from './charts'
import type { Aim, Fact, Report } from './model'
import { to } from './route'
import { quantity } from './show'

export interface Headline extends Beside { code: string }

/** Growth, or rates that are levels (失业率5.5%), of the indicators with a code. */
export function headlines(report: Report, aspect: 'change_rate' | 'level', names: Record<string, string>): Headline[] {
  const rows = new Map<string, Headline>()
  for (const status of ['actual', 'target'] as const) {
    const period = lastYear(status === 'actual' ? report.review : report.plan)
    const best = new Map<string, Fact>()
    for (const f of report.fact_list) {
      if (!f.indicator_code || f.aspect !== aspect || f.status !== status || f.kind !== 'percent') continue
      if (f.parent_indicator || period && f.period !== period) continue
      const old = best.get(f.indicator_code)
      if (!old || rank(f) > rank(old)) best.set(f.indicator_code, f)
    }
    for (const [code, f] of best) {
      const row = rows.get(code) ?? { code, name: names[code] ?? f.indicator ?? code }
      const link = to('report', report.id, f.id)
      if (status === 'actual') Object.assign(row, { result: middle(f), resultText: quantity(f), resultLink: link })
      else Object.assign(row, { aim: aimOf(f), aimText: quantity(f), aimLink: link })
      rows.set(code, row)
    }
  }
  return [...rows.values()]
}

export function ranks(report: Report): Fact[] {
  return report.fact_list.filter(f => f.kind === 'rank' && f.aspect === 'rank' && Number(f.value) > 0)
}

function rank(f: Fact): number {
  const part = f.part === (f.status === 'actual' ? 'review' : 'targets') ? 2 : 0
  return part + (f.confidence === 'high' ? 1 : 0)
}

function middle(f: Fact): number {
  const sign = f.direction === 'down' ? -1 : 1
  return sign * (f.value ? Number(f.value) : (Number(f.low) + Number(f.high)) / 2)
}

export function aimOf(f: Fact): Aim {
  const down = f.direction === 'down'
  const sign = down ? -1 : 1
  const ends = [f.low || f.value, f.high || f.value].map(v => sign * Number(v)).sort((a, b) => a - b)
  const turned: Record<string, string> = { at_least: 'at_most', over: 'under', at_most: 'at_least', under: 'over' }
  const bound = down ? turned[f.bound ?? ''] ?? f.bound : f.bound
  return { low: ends[0], high: ends[1], bound }
}

function lastYear(period: string | undefined): string { return period?.split('-').pop() ?? '' }
