// Where reports come from: the page itself, or the program that serves it.
import type { Cell, Fact, Found, Head, Hit, NameCount, Report } from './model'

export interface Store {
  heads(): Promise<Head[]>
  report(id: string): Promise<Report>
  panel(by: { code?: string; region?: string }): Promise<Cell[]>
  names(): Promise<Record<string, string>>
  facts(name: string): Promise<Fact[]>
  search(words: string): Promise<Found>
  /** Set where gold can be written. */
  gold?: string
  version: string
}

interface Payload {
  version: string
  heads: Head[]
  report?: Report
  packed?: string[]
  panel: Cell[]
  names: Record<string, string>
  served?: boolean
  edit?: boolean
}

export function open(): Store {
  const data = JSON.parse(document.getElementById('data')!.textContent!) as Payload
  return data.served ? new Served(data) : new Within(data)
}

/** Reports that the page carries. */
class Within implements Store {
  readonly version: string
  private readonly unpacked = new Map<string, Promise<Report>>()

  constructor(private readonly data: Payload) { this.version = data.version }

  async heads() { return this.data.heads }

  report(id: string): Promise<Report> {
    if (this.data.report?.id === id) return Promise.resolve(this.data.report)
    const i = this.data.heads.findIndex(head => head.id === id)
    if (i < 0 || !this.data.packed) return Promise.reject(new Error('No such report.'))
    let report = this.unpacked.get(id)
    if (!report) this.unpacked.set(id, report = unpack(this.data.packed[i]))
    return report
  }

  async panel(by: { code?: string; region?: string }) {
    return this.data.panel.filter(c => by.code ? c.code === by.code : c.region === by.region)
  }

  async names() { return this.data.names }

  async facts(name: string) {
    const list: Fact[] = []
    for (const report of await this.all()) {
      for (const f of report.fact_list) {
        if (f.indicator === name) list.push({ ...f, doc: report.id, region: report.region, year: report.year })
      }
    }
    return list
  }

  async search(words: string): Promise<Found> {
    const hits: Hit[] = []
    const counts = new Map<string, NameCount>()
    for (const r of await this.all()) {
      hits.push(...find(r, words))
      for (const f of r.fact_list) {
        if (!f.indicator?.includes(words)) continue
        const n = counts.get(f.indicator) ?? { name: f.indicator, code: f.indicator_code, facts: 0 }
        n.facts++
        counts.set(f.indicator, n)
      }
    }
    const names = [...counts.values()].sort((a, b) => b.facts - a.facts).slice(0, 30)
    return { hits: hits.slice(0, 200), more: hits.length > 200, names }
  }

  private all() { return Promise.all(this.data.heads.map(head => this.report(head.id))) }
}

async function unpack(packed: string): Promise<Report> {
  const bytes = Uint8Array.from(atob(packed), c => c.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return await new Response(stream).json() as Report
}

function find(r: Report, words: string): Hit[] {
  const hits: Hit[] = []
  for (let at = r.text.indexOf(words); at >= 0 && hits.length < 5; at = r.text.indexOf(words, at + words.length)) {
    hits.push({
      doc: r.id, title: r.title, region: r.region, year: r.year, at: [...r.text.slice(0, at)].length,
      before: line(r.text.slice(Math.max(0, at - 30), at)).replace(/^.*[。！？]/, ''), words,
      after: line(r.text.slice(at + words.length, at + words.length + 40)),
    })
  }
  return hits
}

function line(s: string): string { return s.replace(/[\n\u3000]+/g, ' ') }

/** Reports of zhibiao serve. */
class Served implements Store {
  readonly version: string
  readonly gold?: string
  private list?: Promise<Head[]>
  private called?: Promise<Record<string, string>>

  constructor(data: Payload) {
    this.version = data.version
    if (data.edit) this.gold = 'api/gold/'
  }

  heads() { return this.list ??= get<Head[]>('api/reports') }
  report(id: string) { return get<Report>('api/report?id=' + encodeURIComponent(id)) }
  panel(by: { code?: string; region?: string }) {
    return get<Cell[]>('api/panel?' + new URLSearchParams(by as Record<string, string>))
  }
  names() { return this.called ??= get<Record<string, string>>('api/names') }
  facts(name: string) { return get<Fact[]>('api/facts?name=' + encodeURIComponent(name)) }
  search(words: string) { return get<Found>('api/search?q=' + encodeURIComponent(words)) }
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error((await response.text()).trim())
  return await response.json() as T
}
