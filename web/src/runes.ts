// Go counts code points, JavaScript UTF-16 units; 𠮷 is one of the first and two of the
// second.

export class Runes {
  private readonly units: Uint32Array | null

  constructor(readonly text: string) {
    this.units = /[\ud800-\udfff]/.test(text) ? index(text) : null
  }

  /** The offset in UTF-16 units of a code point. */
  unit(point: number): number {
    if (!this.units) return Math.min(point, this.text.length)
    return this.units[Math.min(point, this.units.length - 1)]
  }

  /** The number of code points before an offset in UTF-16 units. */
  point(unit: number): number {
    if (!this.units) return unit
    let low = 0, high = this.units.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.units[middle] < unit) low = middle + 1
      else high = middle
    }
    return low
  }

  slice(start: number, end: number): string { return this.text.slice(this.unit(start), this.unit(end)) }
}

function index(text: string): Uint32Array {
  const units = new Uint32Array(text.length + 1)
  let points = 0
  let at = 0
  for (const c of text) {
    units[points++] = at
    at += c.length
  }
  units[points] = at
  return units.slice(0, points + 1)
}
