/** The three ways in which the same panes can lie on a wide screen, and how large they are. */

export type Arrangement = 'read' | 'code' | 'investigate'

export interface PaneSizes {
  /** Width of the left pane, in percent of all. */
  readonly left: number
  /** Height of the editor, in percent of its column. */
  readonly code: number
}

interface ArrangementEntry {
  readonly id: Arrangement
  readonly title: string
  /** What it is good for, in a few words. */
  readonly purpose: string
}

/** In the order of the work: read, write, look into what broke. */
export const ARRANGEMENTS: readonly ArrangementEntry[] = [
  { id: 'read', title: 'Read', purpose: 'the task or the lesson beside your code' },
  { id: 'code', title: 'Code', purpose: 'your code with the checks below it' },
  { id: 'investigate', title: 'Investigate', purpose: 'a failed check beside its run' },
]

/** Sizes of each arrangement. */
export type AllSizes = Readonly<Record<Arrangement, PaneSizes>>

export const DEFAULT_SIZES: AllSizes = {
  // In Read the results are one line under the editor, which takes what height it needs.
  read: { left: 54, code: 80 },
  code: { left: 30, code: 60 },
  investigate: { left: 32, code: 28 },
}

/** Smallest and largest share of a pane in percent, and how far a key moves it. */
export const SIZE_RANGE = { min: 15, max: 80, step: 3 } as const

/** Sizes as a browser kept them: what is missing or out of range is as it was at first. */
export function asSizes(kept: unknown): AllSizes | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const all = kept as Partial<Record<Arrangement, Partial<Record<keyof PaneSizes, unknown>>>>
  const one = (id: Arrangement): PaneSizes => ({
    left: asPercent(all[id]?.left) ?? DEFAULT_SIZES[id].left,
    code: asPercent(all[id]?.code) ?? DEFAULT_SIZES[id].code,
  })
  return { read: one('read'), code: one('code'), investigate: one('investigate') }
}

function asPercent(kept: unknown): number | undefined {
  const { min, max } = SIZE_RANGE
  return typeof kept === 'number' && kept >= min && kept <= max ? kept : undefined
}
