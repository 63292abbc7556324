// What the program in Go hands to the pages; the names are those of view/*.go.

export interface Head {
  id: string
  title?: string
  region?: string
  region_code?: string
  province?: string
  level?: string
  year?: number
  chars: number
  facts: number
  digest?: boolean
}

export interface Section {
  start: number
  end: number
  depth: number
  number?: string
  title?: string
  part?: string
}

/** Offsets count code points of the text. */
export interface Fact {
  id: string
  start: number
  end: number
  text: string
  kind?: string
  value?: string
  low?: string
  high?: string
  unit?: string
  bound?: string
  aspect?: string
  indicator?: string
  indicator_code?: string
  parent_indicator?: string
  action?: string
  direction?: string
  status?: string
  period?: string
  strength?: string
  reference?: string
  scope?: string
  canonical?: string
  canonical_low?: string
  canonical_high?: string
  unit_code?: string
  dimension?: string
  part?: string
  rule?: string
  steps?: string
  confidence?: string
  doc?: string
  region?: string
  year?: number
  /** Set in the workbench only. */
  ignore?: boolean
  indicator_alt?: string[]
}

export interface Report extends Head {
  review?: string
  plan?: string
  evidence?: string
  text: string
  sections: Section[]
  sentences: number[]
  fact_list: Fact[]
}

export interface Aim {
  low?: number
  high?: number
  bound?: string
  unit?: string
  fact?: string
}

export interface Cell {
  region: string
  province?: string
  region_code?: string
  region_level?: string
  year: number
  code: string
  level?: number
  unit?: string
  level_bound?: string
  level_fact?: string
  growth?: number
  growth_bound?: string
  growth_fact?: string
  rank?: number
  rank_scope?: string
  rank_fact?: string
  growth_aim?: Aim
  level_aim?: Aim
}

export interface NameCount {
  name: string
  code?: string
  facts: number
}

export interface Hit {
  doc: string
  title?: string
  region?: string
  year?: number
  at: number
  before: string
  words: string
  after: string
}

export interface Found {
  hits: Hit[]
  more: boolean
  names: NameCount[]
}
