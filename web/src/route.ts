// Every state that one may want to come back to has an address, kept after the #.

export interface Route {
  page: string
  args: string[]
  query: URLSearchParams
}

export function parse(hash: string): Route {
  const [path, query] = hash.replace(/^#\/?/, '').split('?', 2)
  const [page, ...args] = path.split('/').map(decode)
  return { page, args, query: new URLSearchParams(query ?? '') }
}

function decode(part: string): string {
  try { return decodeURIComponent(part) } catch { return part }
}

export function to(page: string, ...args: string[]): string {
  return '#/' + [page, ...args.map(a => encodeURIComponent(a).replaceAll('%40', '@'))].join('/')
}

/** A fact's place in its report: fact_id is doc#398-402. */
export function toFact(id: string): string {
  const cut = id.lastIndexOf('#')
  return to('report', id.slice(0, cut), id.slice(cut + 1))
}

/** Changes the address without a step in the history. */
export function replace(hash: string): void {
  history.replaceState(history.state, '', hash)
}
