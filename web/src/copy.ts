// Facts as others want them: cells for a spreadsheet, CSV, JSON.
import { h, say } from './dom'
import type { Cell, Fact } from './model'
import { t } from './words'

const fields = [
  'doc', 'start', 'end', 'text', 'kind', 'value', 'low', 'high', 'unit', 'bound', 'aspect', 'indicator',
  'indicator_code', 'parent_indicator', 'action', 'direction', 'status', 'period', 'strength', 'reference',
  'scope', 'canonical', 'canonical_low', 'canonical_high', 'unit_code', 'rule', 'confidence',
] as const

export type Form = 'TSV' | 'CSV' | 'JSON'

export function written(facts: Fact[], form: Form, doc?: string): string {
  const rows = facts.map(f => ({ ...f, doc: f.doc ?? doc }))
  if (form === 'JSON') {
    return JSON.stringify(rows.map(r => Object.fromEntries(fields.map(k => [k, r[k]]).filter(([, v]) => v !== undefined))), null, 1)
  }
  return grid([[...fields], ...rows.map(r => fields.map(k => r[k] ?? ''))], form)
}

/** A cell that begins like a formula must not be taken for one by a spreadsheet. */
export function grid(rows: (string | number)[][], form: 'TSV' | 'CSV'): string {
  const safe = (cell: string | number) => {
    const s = String(cell)
    return /^[=+@\t\r]|^-(?![\d.]+$)/.test(s) ? "'" + s : s
  }
  if (form === 'TSV') return rows.map(r => r.map(c => safe(c).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n') + '\n'
  const quote = (s: string) => /[",\r\n]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s
  return rows.map(r => r.map(c => quote(safe(c))).join(',')).join('\r\n') + '\r\n'
}

export function cells(list: Cell[]): string {
  const aim = (a: Cell['growth_aim']) => [a?.low ?? '', a?.high ?? '', a?.bound ?? '', a?.fact ?? '']
  return grid([
    ['region_code', 'region', 'year', 'indicator_code', 'level', 'unit', 'level_bound', 'level_fact', 'growth', 'growth_bound', 'growth_fact',
      'growth_aim_low', 'growth_aim_high', 'growth_aim_bound', 'growth_aim_fact', 'level_aim_low', 'level_aim_high', 'level_aim_bound', 'level_aim_fact'],
    ...list.map(c => [c.region_code ?? '', c.region, c.year, c.code, c.level ?? '', c.unit ?? '', c.level_bound ?? '', c.level_fact ?? '',
      c.growth ?? '', c.growth_bound ?? '', c.growth_fact ?? '', ...aim(c.growth_aim), ...aim(c.level_aim)]),
  ], 'CSV')
}

export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say(t('Copied'))
  } catch {
    say(byHand(text) ? t('Copied') : t('Copying failed'))
  }
}

/** Where the clipboard is closed to pages from files. */
function byHand(text: string): boolean {
  const area = h('textarea', { readonly: true, 'aria-hidden': 'true' })
  area.value = text
  const back = document.activeElement as HTMLElement | null
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  back?.focus()
  return done
}

export function save(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = h('a', { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
