// The workbench: facts of a report reviewed, corrected, and kept as gold.
import type { Fact } from './model'
import type { Prose } from './prose'

export interface Workbench {
  facts: Fact[]
  bar: HTMLElement
  edit(f: Fact): void
  selected(prose: Prose): void
}
