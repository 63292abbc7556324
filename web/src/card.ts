// The card of a fact: all that is known of it, beside the words that say it.
import { fill, h } from './dom'
import { copy } from './copy'
import type { Fact } from './model'
import { to, toFact } from './route'
import { canonical, quantity } from './show'
import { t } from './words'

/** On small screens the card covers the foot of the text, and comes only when asked for. */
const wide = matchMedia('(min-width: 821px)')

export interface CardActions {
  inTable?: (f: Fact) => void
  edit?: (f: Fact) => void
  /** Whether there are other reports to look in. */
  across?: boolean
}

export class Card {
  readonly element = h('aside', { class: 'card', role: 'dialog', 'aria-label': t('indicator'), hidden: true, tabindex: -1 })
  private from: HTMLElement | null = null
  pinned = false

  constructor(private readonly doc: string, private readonly actions: CardActions) {
    this.element.addEventListener('keydown', e => { if (e.key === 'Escape') this.close(true) })
    this.element.addEventListener('mouseleave', () => { if (!this.pinned) this.close() })
  }

  /** Shows facts beside their mark; pinned it stays until it is closed. */
  open(mark: HTMLElement, facts: Fact[], pinned: boolean): void {
    if (this.pinned && !pinned || !pinned && !wide.matches) return
    this.pinned = pinned
    this.from = mark
    fill(this.element, facts.map(f => this.fact(f)),
      pinned && h('button', { type: 'button', class: 'close', 'aria-label': t('close'), click: () => this.close(true) }, '×'))
    this.element.hidden = false
    this.place(mark)
    if (pinned) this.element.focus({ preventScroll: true })
  }

  close(back = false): void {
    if (this.element.hidden) return
    this.element.hidden = true
    this.pinned = false
    if (back) this.from?.focus({ preventScroll: true })
  }

  /** Below the mark, or above where there is no room; CSS lays it at the foot of small screens. */
  private place(mark: HTMLElement): void {
    if (!wide.matches) {
      const hidden = mark.getBoundingClientRect().bottom - (innerHeight - this.element.offsetHeight)
      if (hidden > -20) scrollBy(0, hidden + 60)
      return
    }
    const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = this.element
    const left = Math.max(8, Math.min(at.left - 12, innerWidth - width - 8))
    const below = at.bottom + 6
    const top = below + height < innerHeight || at.top < height + 6 ? below : at.top - height - 6
    this.element.style.setProperty('--left', `${left + scrollX}px`)
    this.element.style.setProperty('--top', `${top + scrollY}px`)
  }

  private fact(f: Fact): HTMLElement {
    const doc = f.doc ?? this.doc
    const rows: [string, string | undefined][] = [
      ['action', f.action], ['part of', f.parent_indicator], ['kind', f.kind && t(f.kind)],
      ['value', [f.value || [f.low, f.high].filter(Boolean).join(' – '), f.unit].filter(Boolean).join(' ')],
      ['canonical', canonical(f)], ['bound', f.bound && t(f.bound)],
      ['aspect', [f.aspect, f.direction].filter(Boolean).map(w => t(w!)).join(' ')],
      ['status', [f.status, f.strength].filter(Boolean).map(w => t(w!)).join(', ')], ['period', f.period],
      ['reference', f.reference], ['scope', f.scope], ['code', f.indicator_code],
      ['rule', f.rule], ['steps', f.steps], ['confidence', f.confidence && t(f.confidence)], ['place', `${f.start}–${f.end}`],
    ]
    return h('section', { class: `s-${f.status || 'none'}` },
      h('h3', { lang: 'zh' }, h('span', { class: 'big' }, quantity(f)), ' ', h('span', {}, f.indicator || f.text)),
      h('dl', {}, rows.filter(([, v]) => v).map(([k, v]) => [h('dt', {}, t(k)), h('dd', { lang: 'zh' }, v!)])),
      h('div', { class: 'buttons' },
        this.actions.inTable && h('button', { type: 'button', click: () => this.actions.inTable!(f) }, t('show in table')),
        h('button', { type: 'button', click: () => void copy(location.href.split('#')[0] + toFact(`${doc}#${f.id}`)) }, t('copy link')),
        this.actions.across && f.indicator && h('a', { class: 'button', href: to('indicator', f.indicator_code || f.indicator) }, t('in all reports')),
        this.actions.edit && h('button', { type: 'button', class: 'primary', click: () => this.actions.edit!(f) }, t('Edit'))))
  }
}
