// The report typeset for reading: headings, paragraphs, and a mark on every fact.
import { append, h } from './dom'
import type { Fact, Report, Section } from './model'
import { Runes } from './runes'
import { glyph, quantity } from './show'
import { t } from './words'

export interface Prose {
  element: HTMLElement
  marks: HTMLElement[]
  /** The mark on which a fact stands, by fact id. */
  markOf: Map<string, HTMLElement>
  factsOf: Map<HTMLElement, Fact[]>
  /** Where a DOM position lies in the text, in code points. */
  pointAt(node: Node, offset: number): number | null
}

export function typeset(report: Report, facts: Fact[]): Prose {
  const setter = new Setter(report, facts)
  return setter.set()
}

/** A line that a page's foot left within a sentence: — 22 —. */
const pageNumber = /^\s*[—–-]+\s*\d+\s*[—–-]+\s*$/

class Setter {
  private readonly runes: Runes
  private readonly marks: HTMLElement[] = []
  private readonly markOf = new Map<string, HTMLElement>()
  private readonly factsOf = new Map<HTMLElement, Fact[]>()
  private readonly starts = new WeakMap<Node, number>()
  private readonly facts: Fact[]
  private next = 0

  constructor(private readonly report: Report, facts: Fact[]) {
    this.runes = new Runes(report.text)
    this.facts = [...facts].sort((a, b) => a.start - b.start || a.end - b.end)
  }

  set(): Prose {
    const element = h('div', { class: 'prose', lang: 'zh' })
    const wrapped = this.wrapped()
    const sections = this.report.sections.length
      ? this.report.sections : [{ start: 0, end: Infinity, depth: 0 } as Section]
    let sentence = 0
    sections.forEach((section, i) => {
      const box = h('section', { id: `h${i}`, class: `part-${section.part ?? 'other'}` })
      let at = this.heading(section, box)
      const breaks: number[] = []
      for (; sentence < this.report.sentences.length && this.report.sentences[sentence] < section.end; sentence++) {
        const start = this.report.sentences[sentence]
        if (start > at && this.breaks(start, wrapped)) breaks.push(start)
      }
      for (const end of [...breaks, Math.min(section.end, this.length())]) {
        if (end > at) this.paragraph(at, end, box)
        at = Math.max(at, end)
      }
      element.append(box)
    })
    return {
      element, marks: this.marks, markOf: this.markOf, factsOf: this.factsOf,
      pointAt: (node, offset) => {
        const start = this.starts.get(node)
        return start === undefined ? null : this.runes.point(start + offset)
      },
    }
  }

  private length(): number { return this.runes.point(this.report.text.length) }

  /** Whether lines break within sentences, as in text out of a PDF. */
  private wrapped(): boolean {
    const { sentences, text } = this.report
    let within = 0
    sentences.forEach((start, i) => {
      const s = text.slice(this.runes.unit(start), this.runes.unit(sentences[i + 1] ?? this.length()))
      if (s.trim().includes('\n')) within++
    })
    return within > sentences.length * 0.15
  }

  /** Whether a paragraph begins with the sentence that starts here. */
  private breaks(start: number, wrapped: boolean): boolean {
    const { text } = this.report
    const unit = this.runes.unit(start)
    const before = text.slice(Math.max(0, unit - 80), unit)
    if (!/\n[ \t]*$/.test(before)) return false
    if (!wrapped) return true
    const line = before.trimEnd().split('\n').pop() ?? ''
    return /^[\s\u3000]{2}/.test(text.slice(unit, unit + 4)) || line.length < 24
  }

  /** Sets a section's heading and returns where its body begins. */
  private heading(section: Section, box: HTMLElement): number {
    const end = this.headingEnd(section)
    if (end === null) return section.start
    const level = Math.min(section.depth + 1, 6)
    const unit = this.runes.unit(end)
    const block = /^[ \t\u3000]*(\n|$)/.test(this.report.text.slice(unit, unit + 8))
    const element = block
      ? h(`h${level}` as 'h2', { class: 'heading', 'data-at': section.start })
      : h('p', { class: 'runin', 'data-at': section.start })
    const inner = block ? element : h('b', { role: 'heading', 'aria-level': level })
    this.runs(section.start, end, inner)
    if (!block) element.append(inner)
    box.append(element)
    if (block) return end
    const rest = this.report.sentences.find(s => s >= end) ?? section.end
    this.runs(end, Math.min(rest, section.end), element)
    return Math.min(rest, section.end)
  }

  /** Where the heading ends: its number and title, whatever spaces stand between. */
  private headingEnd(section: Section): number | null {
    const want = ((section.number ?? '') + (section.title ?? '')).replace(/\s/g, '')
    if (!section.title || !want) return null
    const text = this.report.text
    let at = this.runes.unit(section.start)
    for (const c of want.split('')) {
      while (/\s/.test(text[at] ?? '')) at++
      if (text[at] !== c) return null
      at++
    }
    return this.runes.point(at)
  }

  private paragraph(start: number, end: number, box: HTMLElement): void {
    if (!this.runes.slice(start, end).trim()) return
    const p = h('p', { 'data-at': start })
    this.runs(start, end, p)
    box.append(p)
  }

  /** Sets a stretch of text with the marks of the facts in it. */
  private runs(start: number, end: number, into: HTMLElement): void {
    let at = start
    while (this.next < this.facts.length && this.facts[this.next].start < end) {
      const fact = this.facts[this.next++]
      const last = this.marks[this.marks.length - 1]
      if (fact.start < at || fact.end > end) { // on the span of the one before, or across two
        if (last) this.also(last, fact)
        continue
      }
      this.text(at, fact.start, into)
      into.append(this.mark(fact))
      at = fact.end
    }
    this.text(at, end, into)
  }

  private mark(fact: Fact): HTMLElement {
    const mark = h('mark', {
      class: `fact s-${fact.ignore ? 'free' : fact.status || 'none'} a-${fact.aspect || 'parity'}`,
      id: 'f' + fact.id, tabindex: -1, role: 'button', 'aria-haspopup': 'dialog',
      'data-glyph': glyph(fact),
    })
    this.text(fact.start, fact.end, mark)
    mark.setAttribute('aria-label', [
      mark.textContent, fact.indicator, t(fact.aspect ?? ''), t(fact.status ?? ''), fact.period,
    ].filter(Boolean).join(', '))
    this.marks.push(mark)
    this.factsOf.set(mark, [])
    this.also(mark, fact)
    return mark
  }

  private also(mark: HTMLElement, fact: Fact): void {
    this.factsOf.get(mark)!.push(fact)
    this.markOf.set(fact.id, mark)
    if (this.factsOf.get(mark)!.length > 1) mark.dataset.more = quantity(fact)
  }

  /** Line ends within a paragraph are layout, and so is the indent: they are not shown. */
  private text(start: number, end: number, into: HTMLElement): void {
    let unit = this.runes.unit(start)
    const text = this.report.text.slice(unit, this.runes.unit(end))
    const first = into.childNodes.length === 0 && into.tagName !== 'MARK'
    for (const [i, line] of text.split('\n').entries()) {
      const shown = first && i === 0 || i > 0 ? line.replace(/^[\s\u3000]+/, '') : line
      if (shown) {
        const node = document.createTextNode(shown)
        this.starts.set(node, unit + line.length - shown.length)
        append(into, [i > 0 && pageNumber.test(shown) ? h('span', { class: 'noise' }, node) : node])
      }
      unit += line.length + 1
    }
  }
}
