// The page of a report: outline, text, and beside it the table of facts and charts.
import { besides, bySection, legend } from './charts'
import { Card } from './card'
import { copy, written, type Form } from './copy'
import { framed, h, say } from './dom'
import { Filter, sectionAt } from './filter'
import { headlines, ranks, type Headline } from './headline'
import type { Fact, Report } from './model'
import { typeset, type Prose } from './prose'
import { replace, to } from './route'
import { glyph, number, quantity } from './show'
import { Table } from './table'
import { t } from './words'
import type { Workbench } from './workbench'

const tabs = ['Facts', 'Charts'] as const
const panes = ['Outline', 'Text', 'Facts', 'Charts'] as const

export class ReportPage {
  readonly element: HTMLElement
  private readonly prose: Prose
  private readonly card: Card
  private readonly filter: Filter
  private readonly table: Table<Fact>
  private readonly outline: HTMLElement
  private readonly side: HTMLElement
  private readonly article: HTMLElement
  private current = -1
  private still = 0 // until when scrolling is ours and not the reader's

  constructor(private readonly report: Report, private readonly names: Record<string, string>, private readonly across: boolean, private readonly bench?: Workbench) {
    const facts = bench?.facts ?? report.fact_list
    this.prose = typeset(report, facts)
    this.card = new Card(report.id, {
      inTable: f => { this.pane('Facts'); this.card.close(); if (!this.table.show(f, true)) { this.filter.clear(); this.table.show(f, true) } },
      across,
      edit: bench && (f => { this.card.close(); bench.edit(f) }),
    })
    this.filter = new Filter(report.sections, names, () => this.filtered())
    this.table = this.factTable()
    this.filter.offer(facts)
    this.outline = this.makeOutline()
    this.article = this.makeArticle()
    this.side = this.makeSide()
    this.element = h('main', { class: 'reading', 'data-pane': 'Text', 'data-tab': 'Facts', id: 'main' },
      this.switcher(), this.outline, this.article, this.side, this.card.element)
    this.listen()
    this.filtered()
  }

  /** Goes to what the address names: a fact (398-402), a section (h3), a place (@1200). */
  go(place: string | undefined): void {
    if (!place) return
    this.pane('Text')
    if (place.startsWith('@')) return this.toPoint(Number(place.slice(1)))
    const mark = this.prose.markOf.get(place)
    if (mark) return this.toMark(mark, true)
    const section = this.prose.element.querySelector<HTMLElement>('#' + CSS.escape(place))
    if (section) this.scroll(section)
  }

  destroy(): void { removeEventListener('scroll', this.scrolled) }

  private makeArticle(): HTMLElement {
    const r = this.report
    const counts = (status: string) => r.fact_list.filter(f => (f.status || 'none') === status).length
    const chip = (status: string, words: string) => h('button', {
      type: 'button', class: `chip s-${status}`, 'aria-pressed': 'false', 'data-status': status,
      click: () => { this.filter.set('status', status) },
    }, `${counts(status)} ${t(words)}`)
    return h('article', { 'aria-label': r.title || r.id },
      h('header', { class: 'title' },
        h('h1', { lang: 'zh' }, r.title || r.id),
        h('p', { class: 'meta' }, this.across && r.region ? [h('a', { href: to('region', r.region), lang: 'zh' }, r.region), ' · '] : null, [
          this.across ? '' : r.region, r.province && r.province !== r.region ? r.province : '', r.level && t(r.level), r.year ? String(r.year) : '',
          `${number(r.chars)} ${t('characters')}`, r.digest ? t('digest') : '',
        ].filter(Boolean).join(' · ')),
        h('p', { class: 'chips' }, chip('actual', 'results'), chip('target', 'aims'), chip('none', 'conditions and sizes')),
        h('button', { type: 'button', class: 'contents', click: () => this.pane(this.element.dataset.pane === 'Outline' ? 'Text' : 'Outline') }, '☰ ', t('Outline')),
        h('p', { class: 'keys' }, t('j and k go from fact to fact, Enter opens its card, Esc closes it, / searches.')),
        r.evidence ? h('details', { class: 'evidence' }, h('summary', {}, t('how it was found')), h('p', { lang: 'zh' }, r.evidence)) : null),
      this.bench?.bar, this.prose.element)
  }

  private makeOutline(): HTMLElement {
    const link = (i: number) => {
      const s = this.report.sections[i]
      return h('a', { href: to('report', this.report.id, `h${i}`), 'data-section': i, class: `depth${Math.min(s.depth, 4)}` }, `${s.number ?? ''}${s.title}`)
    }
    const items = this.report.sections.flatMap((s, i) => s.title ? [h('li', {}, link(i))] : [])
    return h('nav', { class: 'outline', 'aria-label': t('Outline') }, h('h2', {}, t('Outline')), h('ol', { lang: 'zh' }, items))
  }

  private factTable(): Table<Fact> {
    const section = (f: Fact) => this.report.sections[sectionAt(this.report.sections, f.start)]
    return new Table<Fact>(t('Facts'), [
      { name: 'quantity', class: 'quantity', cell: f => quantity(f), sort: f => Number(f.canonical ?? f.canonical_low ?? f.value ?? NaN) || 0 },
      { name: 'indicator', class: 'indicator', cell: f => h('span', { lang: 'zh', title: f.indicator ?? '' }, f.indicator || '—'), sort: f => f.indicator ?? '' },
      { name: 'aspect', class: 'aspect', cell: f => h('span', {}, h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph(f)), ' ', t(f.aspect || f.kind || '')), sort: f => f.aspect ?? '' },
      { name: 'status', class: 'status', cell: f => t(f.ignore ? 'none' : f.status || 'none'), sort: f => f.status ?? '' },
      { name: 'period', class: 'period', cell: f => f.period ?? '', sort: f => f.period ?? '' },
      { name: 'section', class: 'section', cell: f => h('span', { lang: 'zh' }, section(f)?.title ?? ''), sort: f => f.start },
    ], f => this.follow(f), 38, f => `s-${f.ignore ? 'free' : f.status || 'none'}`, 'No facts match.')
  }

  private makeSide(): HTMLElement {
    const button = (tab: string) => h('button', {
      type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': `panel-${tab}`, 'aria-selected': String(tab === 'Facts'), tabindex: tab === 'Facts' ? 0 : -1,
      click: () => this.pane(tab),
    }, t(tab))
    const forms: Form[] = ['TSV', 'CSV', 'JSON']
    return h('section', { class: 'side', 'aria-label': t('Facts') },
      h('div', { class: 'tabs', role: 'tablist', keydown: (e: KeyboardEvent) => this.tabKey(e) }, tabs.map(button)),
      h('div', { class: 'panel facts', role: 'tabpanel', id: 'panel-Facts', 'aria-labelledby': 'tab-Facts' },
        this.filter.element, this.table.element,
        h('p', { class: 'copying' }, h('span', {}, t('copy')), forms.map(form => h('button', {
          type: 'button', click: () => void copy(written(this.table.shown, form, this.report.id)),
        }, form)))),
      h('div', { class: 'panel charts', role: 'tabpanel', id: 'panel-Charts', 'aria-labelledby': 'tab-Charts', tabindex: 0 }, this.charts()))
  }

  private charts(): (HTMLElement | null)[] {
    const growth = headlines(this.report, 'change_rate', this.names)
    const rates = headlines(this.report, 'level', this.names)
    const rows = ranks(this.report)
    if (!growth.length && !rates.length && !this.report.fact_list.length) return [h('p', {}, t('Nothing to draw.'))]
    return [
      growth.length || rates.length ? legend() : null,
      ...both(t('Growth: result and aim'), t('Growth: told once'), growth),
      ...both(t('Rates: result and aim'), t('Rates: told once'), rates),
      rows.length ? h('section', { class: 'chart' }, h('h3', {}, t('Ranks')), h('ol', { class: 'ranks', lang: 'zh' }, rows
        .sort((a, b) => Number(a.value) - Number(b.value)).map(f => h('li', {},
          h('a', { href: to('report', this.report.id, f.id) }, h('b', {}, f.value ?? ''), h('span', {}, f.indicator || f.text), h('small', {}, f.scope ?? '')))))) : null,
      bySection(this.report),
    ]
  }

  /** On small screens one of the four is shown at a time. */
  private switcher(): HTMLElement {
    return h('nav', { class: 'switcher', 'aria-label': t('Report') }, panes.map(pane => h('button', {
      type: 'button', 'data-pane': pane, 'aria-pressed': String(pane === 'Text'), click: () => this.pane(pane),
    }, t(pane))))
  }

  private pane(pane: string): void {
    this.element.dataset.pane = pane
    for (const b of this.element.querySelectorAll<HTMLElement>('.switcher button')) b.setAttribute('aria-pressed', String(b.dataset.pane === pane))
    if (!(tabs as readonly string[]).includes(pane)) return
    this.element.dataset.tab = pane
    for (const tab of this.side.querySelectorAll<HTMLElement>('[role=tab]')) {
      const chosen = tab.id === `tab-${pane}`
      tab.setAttribute('aria-selected', String(chosen))
      tab.tabIndex = chosen ? 0 : -1
    }
  }

  private tabKey(e: KeyboardEvent): void {
    if (e.key !== 'ArrowRight' && e.key !== 'ArrowLeft') return
    const next = this.element.dataset.tab === 'Facts' ? 'Charts' : 'Facts'
    this.pane(next)
    this.side.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
    e.preventDefault()
  }

  private filtered(): void {
    const shown = this.filter.apply()
    this.table.set(shown)
    const kept = new Set(shown.map(f => this.prose.markOf.get(f.id)))
    for (const mark of this.prose.marks) mark.classList.toggle('dim', this.filter.active && !kept.has(mark))
    for (const chip of this.article.querySelectorAll<HTMLElement>('.chip')) chip.setAttribute('aria-pressed', String(chip.dataset.status === this.filter.get('status')))
  }

  private follow(f: Fact): void {
    const mark = this.prose.markOf.get(f.id)
    if (!mark) return
    this.pane('Text')
    replace(to('report', this.report.id, f.id))
    this.toMark(mark, true)
  }

  private toMark(mark: HTMLElement, flash: boolean): void {
    this.pane('Text')
    this.select(this.prose.marks.indexOf(mark))
    this.scroll(mark)
    mark.focus({ preventScroll: true })
    if (!flash) return
    mark.classList.remove('flash')
    void mark.offsetWidth // starts the animation anew
    mark.classList.add('flash')
  }

  private toPoint(point: number): void {
    let best: HTMLElement | null = null
    for (const p of this.prose.element.querySelectorAll<HTMLElement>('[data-at]')) {
      if (Number(p.dataset.at) > point) break
      best = p
    }
    if (best) this.scroll(best, 'start')
  }

  private scroll(element: HTMLElement, block: ScrollLogicalPosition = element.matches('mark') ? 'center' : 'start'): void {
    this.still = performance.now() + 400
    element.scrollIntoView({ block })
  }

  private select(i: number): void {
    if (this.current >= 0) this.prose.marks[this.current].tabIndex = -1
    this.current = i
    if (i >= 0) this.prose.marks[i].tabIndex = 0
  }

  private step(by: number): void {
    const { marks } = this.prose
    let i = this.current < 0 ? this.firstInSight() - (by > 0 ? 1 : 0) : this.current
    do i += by
    while (marks[i]?.classList.contains('dim'))
    if (!marks[i]) return say(t('No facts match.'))
    this.toMark(marks[i], false)
    this.openCard(marks[i], false)
  }

  private firstInSight(): number {
    const i = this.prose.marks.findIndex(mark => mark.getBoundingClientRect().top > 60)
    return i < 0 ? 0 : i
  }

  private openCard(mark: HTMLElement, pinned: boolean): void {
    this.card.open(mark, this.prose.factsOf.get(mark) ?? [], pinned)
  }

  private listen(): void {
    const text = this.prose.element
    const markOf = (e: Event) => (e.target as HTMLElement).closest?.<HTMLElement>('mark')
    if (this.prose.marks.length) this.prose.marks[0].tabIndex = 0
    text.addEventListener('mouseover', e => { const mark = markOf(e); if (mark) this.openCard(mark, false) })
    text.addEventListener('mouseout', e => {
      const goes = e.relatedTarget as HTMLElement | null
      if (!this.card.pinned && !goes?.closest?.('.card, mark')) this.card.close()
    })
    text.addEventListener('focusin', e => { const mark = markOf(e); if (mark) { this.select(this.prose.marks.indexOf(mark)); this.openCard(mark, false) } })
    text.addEventListener('click', e => { const mark = markOf(e); if (mark) this.choose(mark) })
    text.addEventListener('mouseup', () => this.bench?.selected(this.prose))
    text.addEventListener('keyup', e => { if (e.shiftKey) this.bench?.selected(this.prose) })
    this.element.addEventListener('keydown', e => this.key(e))
    addEventListener('scroll', this.scrolled, { passive: true })
  }

  private choose(mark: HTMLElement): void {
    const fact = this.prose.factsOf.get(mark)?.[0]
    if (!fact) return
    this.select(this.prose.marks.indexOf(mark))
    replace(to('report', this.report.id, fact.id))
    this.table.show(fact)
    this.openCard(mark, true)
  }

  private key(e: KeyboardEvent): void {
    const target = e.target as HTMLElement
    if (e.ctrlKey || e.metaKey || e.altKey || target.matches('input, select, textarea')) return
    if (e.key === 'j' || e.key === 'n' || e.key === 'ArrowRight' && target.matches('mark')) this.step(1)
    else if (e.key === 'k' || e.key === 'p' || e.key === 'ArrowLeft' && target.matches('mark')) this.step(-1)
    else if (e.key === '/') { this.pane('Facts'); this.filter.focus() }
    else if (e.key === 'Escape') this.card.close(true)
    else if ((e.key === 'Enter' || e.key === ' ') && target.matches('mark')) this.choose(target)
    else return
    e.preventDefault()
  }

  /** Keeps the reader's place in the address and in the outline. */
  private readonly scrolled = framed(() => {
    if (!this.element.isConnected) return
    if (!this.card.pinned && performance.now() > this.still) this.card.close()
    let at: HTMLElement | null = null
    for (const p of this.prose.element.querySelectorAll<HTMLElement>('[data-at]')) {
      if (p.getBoundingClientRect().top > 90) break
      at = p
    }
    const point = Number(at?.dataset.at ?? 0)
    const section = sectionAt(this.report.sections, point)
    for (const a of this.outline.querySelectorAll<HTMLElement>('a')) {
      const here = Number(a.dataset.section) === section
      if (here && !a.hasAttribute('aria-current')) a.scrollIntoView({ block: 'nearest' })
      if (here) a.setAttribute('aria-current', 'location')
      else a.removeAttribute('aria-current')
    }
    if (performance.now() > this.still) replace(to('report', this.report.id, ...(at ? [`@${point}`] : [])))
  })
}

/** Pairs first, on a scale of their own: what stands alone may lie far off. */
function both(pairs: string, once: string, rows: Headline[]): HTMLElement[] {
  const paired = rows.filter(r => r.result !== undefined && r.aim)
  const single = rows.filter(r => !paired.includes(r))
  return [...(paired.length ? [besides(pairs, paired)] : []), ...(single.length ? [besides(once, single)] : [])]
}
