// A first reading of a selected quantity, to be corrected in the form: 1.1万吨 is 11000 吨.
import type { Fact } from './model'

const powers: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 }

/** The units whose own 千 is no multiplier. */
const whole = /^千(瓦|伏|米|克|卡|赫)/

export function draft(start: number, end: number, text: string, near: Fact | undefined): Fact {
  const fact: Fact = {
    id: `${start}-${end}`, start, end, text, kind: 'count', bound: 'exact', aspect: 'level',
    status: near?.status || 'actual', period: near?.period, strength: near?.status === 'target' ? near.strength : undefined,
  }
  const m = /^(\d[\d,，]*(?:\.\d+)?)(?:[-—~至](\d[\d,，]*(?:\.\d+)?))?([余多])?(.*)$/.exec(text)
  if (!m) return fact
  const rest = m[4].replace(/^[余多]/, '')
  const word = whole.test(rest) ? '' : Object.keys(powers).filter(p => rest.startsWith(p)).sort((a, b) => b.length - a.length)[0] ?? ''
  const unit = rest.slice(word.length)
  const value = (s: string) => shift(s.replace(/[,，]/g, ''), powers[word] ?? 0)
  fact.unit = unit.replace('％', '%')
  if (m[2]) Object.assign(fact, { low: value(m[1]), high: value(m[2]), bound: 'range' })
  else fact.value = value(m[1])
  if (m[3] || /^[余多]/.test(m[4])) fact.bound = 'over'
  fact.kind = kindOf(fact.unit)
  if (fact.kind === 'percentage_point') Object.assign(fact, { aspect: 'change_amount', direction: 'up' })
  return fact
}

/** Moves the point of a decimal without rounding. */
function shift(value: string, places: number): string {
  const [units, fraction = ''] = value.split('.')
  const digits = fraction.padEnd(places, '0')
  const moved = (units + digits.slice(0, places)).replace(/^0+(?=\d)/, '')
  const left = digits.slice(places)
  return left ? `${moved}.${left}` : moved
}

function kindOf(unit: string): string {
  if (/^[%‰]$/.test(unit)) return 'percent'
  if (/百分点$/.test(unit)) return 'percentage_point'
  if (/元$/.test(unit)) return 'money'
  if (/^[倍番]$/.test(unit)) return 'multiple'
  if (/^(年|个月|天|小时|分钟|周岁|岁)$/.test(unit)) return 'duration'
  if (/^(公里|千米|米|平方米|平方公里|立方米|亩|公顷|吨|公斤|千克|斤|千瓦|千瓦时|度|千伏|伏|升)$/.test(unit)) return 'measure'
  return 'count'
}
