// A table of any number of rows, of which only those in sight are made.
import { fill, framed, h } from './dom'
import { t } from './words'

export interface Column<T> {
  name: string
  cell: (row: T) => Node | string
  sort?: (row: T) => string | number
  class?: string
}

export class Table<T> {
  readonly element: HTMLElement
  private readonly body: HTMLElement
  private readonly view: HTMLElement
  private readonly head: HTMLElement
  private rows: T[] = []
  private sorted: T[] = []
  private by: Column<T> | null = null
  private down = false
  private current = 0
  private drawn = new Map<number, HTMLElement>()

  constructor(
    label: string, private readonly columns: Column<T>[],
    private readonly open: (row: T) => void,
    private readonly height: number,
    private readonly className: (row: T) => string = () => '',
    private readonly empty = '',
  ) {
    this.head = h('div', { role: 'row', class: 'row head', 'aria-rowindex': 1 }, columns.map(c => this.header(c)))
    this.body = h('div', { role: 'rowgroup', class: 'rows' })
    this.view = h('div', { class: 'window', scroll: framed(() => this.draw()) },
      h('div', { role: 'rowgroup', class: 'headgroup' }, this.head), this.body)
    this.element = h('div', { role: 'table', 'aria-label': label, class: 'table', keydown: (e: KeyboardEvent) => this.key(e) }, this.view)
    new ResizeObserver(framed(() => this.draw())).observe(this.view)
  }

  set(rows: T[]): void {
    this.rows = rows
    this.order()
    this.view.scrollTop = 0
    this.current = 0
    this.redraw()
  }

  /** The rows as filtered and sorted. */
  get shown(): T[] { return this.sorted }

  /** Brings a row into sight and marks it as the current one. */
  show(row: T, focus = false): boolean {
    const i = this.sorted.indexOf(row)
    if (i < 0) return false
    this.go(i, focus)
    return true
  }

  private header(c: Column<T>): HTMLElement {
    if (!c.sort) return h('div', { role: 'columnheader', class: c.class }, t(c.name))
    return h('div', { role: 'columnheader', class: c.class, 'aria-sort': 'none' },
      h('button', { type: 'button', click: () => this.sortBy(c) }, t(c.name)))
  }

  private sortBy(c: Column<T>): void {
    if (this.by !== c) [this.by, this.down] = [c, false]
    else if (!this.down) this.down = true
    else this.by = null
    this.columns.forEach((column, i) => {
      if (column.sort) this.head.children[i].setAttribute('aria-sort', this.by !== column ? 'none' : this.down ? 'descending' : 'ascending')
    })
    this.order()
    this.redraw()
  }

  private order(): void {
    const key = this.by?.sort
    this.sorted = this.rows
    if (!key) return
    const keyed = this.rows.map((row, i) => ({ row, i, key: key(row) }))
    const sign = this.down ? -1 : 1
    const collator = new Intl.Collator('zh', { numeric: true })
    keyed.sort((a, b) => sign * compare(a.key, b.key, collator) || a.i - b.i)
    this.sorted = keyed.map(k => k.row)
  }

  private redraw(): void {
    this.drawn.clear()
    this.body.textContent = ''
    this.body.style.height = `${this.sorted.length * this.height}px`
    this.element.setAttribute('aria-rowcount', String(this.sorted.length + 1))
    if (!this.sorted.length) {
      this.body.style.height = ''
      fill(this.body, h('div', { role: 'row' }, h('div', { role: 'cell', class: 'empty' }, t(this.empty))))
    }
    this.draw()
  }

  private draw(): void {
    const top = this.view.scrollTop
    const seen = this.view.clientHeight || 600
    const from = Math.max(0, Math.floor(top / this.height) - 6)
    const to = Math.min(this.sorted.length, Math.ceil((top + seen) / this.height) + 6)
    for (const [i, row] of this.drawn) {
      if ((i < from || i >= to) && row !== document.activeElement) {
        row.remove()
        this.drawn.delete(i)
      }
    }
    for (let i = from; i < to; i++) if (!this.drawn.has(i)) this.make(i)
  }

  private make(i: number): HTMLElement {
    const row = this.sorted[i]
    const element = h('div', {
      role: 'row', class: `row ${this.className(row)}`, 'aria-rowindex': i + 2, tabindex: i === this.current ? 0 : -1,
      'aria-current': i === this.current ? 'true' : null,
      click: () => { this.mark(i); this.open(row) }, focus: () => this.mark(i),
    }, this.columns.map(c => h('div', { role: 'cell', class: c.class }, c.cell(row))))
    element.style.transform = `translateY(${i * this.height}px)`
    this.drawn.set(i, element)
    const after = [...this.drawn.keys()].filter(k => k > i).sort((a, b) => a - b)[0]
    this.body.insertBefore(element, after === undefined ? null : this.drawn.get(after)!)
    return element
  }

  private key(e: KeyboardEvent): void {
    if (!(e.target instanceof HTMLElement) || !e.target.matches('.row:not(.head)')) return
    const page = Math.max(1, Math.floor(this.view.clientHeight / this.height) - 2)
    const step: Record<string, number> = {
      ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity,
    }
    if (e.key in step) this.go(Math.max(0, Math.min(this.sorted.length - 1, this.current + step[e.key])), true)
    else if (e.key === 'Enter' || e.key === ' ') this.open(this.sorted[this.current])
    else return
    e.preventDefault()
    e.stopPropagation()
  }

  private go(i: number, focus: boolean): void {
    const head = this.head.offsetHeight
    const top = i * this.height
    if (top < this.view.scrollTop) this.view.scrollTop = top
    else if (top + this.height + head > this.view.scrollTop + this.view.clientHeight) {
      this.view.scrollTop = top + this.height + head - this.view.clientHeight
    }
    this.draw()
    this.mark(i)
    if (focus) this.drawn.get(i)?.focus({ preventScroll: true })
  }

  private mark(i: number): void {
    const old = this.drawn.get(this.current)
    old?.setAttribute('tabindex', '-1')
    old?.removeAttribute('aria-current')
    this.current = i
    const row = this.drawn.get(i)
    row?.setAttribute('tabindex', '0')
    row?.setAttribute('aria-current', 'true')
  }
}

function compare(a: string | number, b: string | number, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}
