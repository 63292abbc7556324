// How facts are written for people.
import type { Fact } from './model'

const signs: Record<string, string> = {
  about: '≈', almost: '↗', over: '>', at_least: '≥', under: '<', at_most: '≤',
}

/** 6.7%, ≥5000元, 6–7%; growth carries its sign, as in a table of statistics. */
export function quantity(f: Fact): string {
  if (f.kind === 'parity') return f.text
  const sign = f.direction === 'down' ? '−' : f.direction === 'up' ? '+' : ''
  const bound = signs[f.bound ?? ''] ?? ''
  const unit = f.unit ?? ''
  if (f.low || f.high) return `${bound}${sign}${grouped(f.low)}–${grouped(f.high)}${unit}`
  if (f.kind === 'rank') return f.text
  return `${bound}${sign}${grouped(f.value).replace(/^-/, '−')}${unit}`
}

/** 9250000 is 925万, as Chinese tables have it; the exact value is in the card. */
export function grouped(value: string | undefined): string {
  if (!value) return ''
  const m = /^(-?)(\d+)$/.exec(value)
  if (m && m[2].length > 5) {
    for (const [zeros, word] of [[12, '万亿'], [8, '亿'], [4, '万']] as const) {
      const digits = m[2]
      if (digits.length > zeros) {
        const fraction = digits.slice(-zeros).replace(/0+$/, '')
        if (fraction.length <= 4) return m[1] + digits.slice(0, -zeros) + (fraction ? '.' + fraction : '') + word
      }
    }
  }
  return value
}

export function canonical(f: Fact): string {
  const value = f.canonical || [f.canonical_low, f.canonical_high].filter(Boolean).join(' – ')
  if (!value) return ''
  return `${value} ${f.unit_code === '1' ? '' : f.unit_code ?? ''}`.trim()
}

/** A shape for each aspect, so that none is told by colour alone. */
export function glyph(f: Fact): string {
  switch (f.aspect) {
    case 'change_rate': case 'change_amount': return f.direction === 'down' ? '▼' : '▲'
    case 'gap': return '⇕'
    case 'rank': return '№'
    case 'streak': return '∞'
    case 'threshold': return '⊢'
    case 'scale': return '▭'
    case 'duration': return '◷'
    case 'baseline': return '○'
    default: return f.kind === 'parity' ? '=' : '●'
  }
}

export function number(n: number): string { return n.toLocaleString('en-GB') }

export function percent(ratio: number): string { return `${Number((ratio * 100).toPrecision(10))}%` }
