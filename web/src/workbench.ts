// The workbench: facts of a report reviewed, corrected, and kept as gold.
import { fill, h, say } from './dom'
import { save } from './copy'
import { draft } from './draft'
import { form } from './form'
import type { Fact, Report } from './model'
import type { Prose } from './prose'
import { t } from './words'

interface State { version: string; facts: Fact[] | null }

/** The token stands in the address that zhibiao serve prints, and is kept for this tab. */
export function takeToken(): void {
  const found = /^#token=([\w-]+)/.exec(location.hash)
  if (!found) return
  sessionStorage.setItem('zhibiao.token', found[1])
  history.replaceState(null, '', '#/')
}

export class Workbench {
  readonly bar = h('section', { class: 'bench', 'aria-label': t('Reviewing') })
  private readonly done: Fact[][] = []
  private undone: Fact[][] = []
  private version = ''
  private gold: Fact[] | null = null
  private pending: { start: number; end: number } | null = null

  private constructor(private readonly report: Report, private readonly redraw: (place?: string) => void) {}

  static async open(report: Report, redraw: (place?: string) => void): Promise<Workbench> {
    const bench = new Workbench(report, redraw)
    await bench.read()
    return bench
  }

  /** Gold where there is some, else what the extractor proposes. */
  get facts(): Fact[] { return this.gold ?? this.report.fact_list }

  edit(f: Fact): void {
    form(f, this.report.text, {
      keep: changed => void this.change(this.facts.map(old => old === f ? changed : old), changed.id),
      remove: () => void this.change(this.facts.filter(old => old !== f)),
    })
  }

  /** Offers to add what the reader has selected. */
  selected(prose: Prose): void {
    const selection = getSelection()
    this.pending = null
    if (selection && !selection.isCollapsed && selection.rangeCount) {
      const range = selection.getRangeAt(0)
      const start = prose.pointAt(range.startContainer, range.startOffset)
      const end = prose.pointAt(range.endContainer, range.endOffset)
      if (start !== null && end !== null && start < end && end - start <= 60) this.pending = { start, end }
    }
    this.draw()
  }

  draw(): void {
    const n = this.facts.length
    const token = sessionStorage.getItem('zhibiao.token')
    fill(this.bar,
      h('p', {}, h('b', {}, this.gold ? t('Gold') : t('Reviewing')), ` ${n} ${t(this.gold ? 'in gold' : 'proposals')}`,
        token ? null : h('span', { class: 'warn' }, ' ' + t('No token: open the address that zhibiao serve printed.'))),
      h('div', { class: 'buttons' },
        this.button('Add fact', () => this.add(), !this.pending, 'primary'),
        this.gold ? null : this.button('Accept all', () => void this.change(this.facts)),
        this.button('Undo', () => void this.undo(), !this.done.length),
        this.button('Redo', () => void this.redo(), !this.undone.length),
        this.button('Export for Label Studio', () => void this.export()),
        h('label', { class: 'file' }, t('Import from Label Studio'), h('input', { type: 'file', accept: '.json', change: (e: Event) => void this.import(e) }))),
      h('p', { class: 'keys' }, t('Select a quantity in the text to add it.')))
  }

  private button(words: string, act: () => void, disabled = false, name = ''): HTMLElement {
    return h('button', { type: 'button', class: name, disabled, click: act, mousedown: (e: Event) => e.preventDefault() }, t(words))
  }

  private add(): void {
    if (!this.pending) return
    const { start, end } = this.pending
    const text = [...this.report.text].slice(start, end).join('')
    const fact = draft(start, end, text, this.facts.findLast(f => f.start <= start))
    form(fact, this.report.text, { keep: changed => void this.change([...this.facts, changed], changed.id) })
  }

  private async change(facts: Fact[], place?: string): Promise<void> {
    const before = this.facts
    if (!await this.keep(facts)) return
    this.done.push(before)
    this.undone = []
    this.show(place)
    say(t('Saved'))
  }

  private show(place?: string): void {
    this.pending = null
    this.draw()
    this.redraw(place)
  }

  private async undo(): Promise<void> {
    const before = this.done.at(-1), now = this.facts
    if (!before || !await this.keep(before)) return
    this.done.pop()
    this.undone.push(now)
    this.show()
    say(t('Undone'))
  }

  private async redo(): Promise<void> {
    const next = this.undone.at(-1), now = this.facts
    if (!next || !await this.keep(next)) return
    this.undone.pop()
    this.done.push(now)
    this.show()
    say(t('Redone'))
  }

  private async read(): Promise<void> {
    const response = await fetch('api/gold?id=' + encodeURIComponent(this.report.id))
    if (!response.ok) throw new Error(await response.text())
    this.take(await response.json() as State)
  }

  private take(state: State): void {
    this.version = state.version
    this.gold = state.facts?.map(f => ({ ...f, id: `${f.start}-${f.end}` })) ?? null
    const seen = new Map<string, number>()
    for (const f of this.gold ?? []) { // two facts on one span need names of their own
      const n = (seen.get(f.id) ?? 0) + 1
      seen.set(f.id, n)
      if (n > 1) f.id += '.' + n
    }
    this.draw()
  }

  private keep(facts: Fact[]): Promise<boolean> { return this.put('api/gold', JSON.stringify(facts.map(bare))) }

  /** Writes, unless the file has changed since it was read. */
  private async put(path: string, body: string): Promise<boolean> {
    const response = await fetch(`${path}?id=${encodeURIComponent(this.report.id)}`, {
      method: 'PUT', body, headers: { 'X-Zhibiao-Token': sessionStorage.getItem('zhibiao.token') ?? '', 'If-Match': this.version, 'Content-Type': 'application/json' },
    })
    if (response.ok) {
      this.take(await response.json() as State)
      return true
    }
    if (response.status === 412) {
      await this.read()
      this.done.length = this.undone.length = 0 // they lead back to what is no longer there
      this.show()
      say(t('The file was changed elsewhere. It has been read anew; make your change again.'))
    } else say(response.status === 401 ? t('No token: open the address that zhibiao serve printed.') : await response.text())
    return false
  }

  private async export(): Promise<void> {
    const response = await fetch('api/tasks?id=' + encodeURIComponent(this.report.id))
    if (response.ok) save(this.report.id.replace(/\.\w+$/, '') + '.tasks.json', await response.text(), 'application/json')
    else say(await response.text())
  }

  private async import(e: Event): Promise<void> {
    const file = (e.target as HTMLInputElement).files?.[0]
    if (!file) return
    const before = this.facts
    if (!await this.put('api/tasks', await file.text())) return
    this.done.push(before)
    this.show()
    say(t('Imported'))
  }
}

const kept = [
  'start', 'end', 'text', 'ignore', 'kind', 'value', 'low', 'high', 'unit', 'bound', 'aspect', 'indicator', 'indicator_alt', 'indicator_code',
  'parent_indicator', 'action', 'direction', 'status', 'period', 'strength', 'reference', 'scope',
] as const

/** A fact with the fields of gold only. */
function bare(f: Fact): Partial<Fact> {
  return Object.fromEntries(kept.map(name => [name, f[name]]).filter(([, v]) => v !== undefined && v !== '' && v !== false)) as Partial<Fact>
}
