/** Which learners a list shows, and in which order. */
import { isQuiet, type LearnerRow } from './learner-row.ts'

export const ORDERS = ['name', 'quiet', 'stuck', 'done', 'missing'] as const
export type Order = (typeof ORDERS)[number]

export const STATES = ['all', 'quiet', 'stuck', 'missing'] as const
export type ShownState = (typeof STATES)[number]

export interface GridQuery {
  readonly order: Order
  readonly state: ShownState
  /** Id of a section; empty for all. */
  readonly section: string
}

export interface Arrangeable {
  readonly name: string
  readonly sectionId: string | undefined
  readonly row: LearnerRow
}

/** Filters and sorts; who is equal in the order asked for comes by name. */
export function arrange<T extends Arrangeable>(
  learners: readonly T[],
  { order, state, section }: GridQuery,
  now: Date,
): readonly T[] {
  const shown = learners.filter(
    ({ sectionId, row }) => (section === '' || sectionId === section) && isIn(row, state, now),
  )
  const by = new Intl.Collator('en', { numeric: true })
  return shown.toSorted(
    (a, b) => rankOf(a.row, order) - rankOf(b.row, order) || by.compare(a.name, b.name),
  )
}

function isIn(row: LearnerRow, state: ShownState, now: Date): boolean {
  switch (state) {
    case 'all':
      return true
    case 'quiet':
      return isQuiet(row, now)
    case 'stuck':
      return row.stuck !== undefined
    case 'missing':
      return row.missing > 0
  }
}

/** Small numbers come first: the longest time without progress, the most missing work. */
function rankOf(row: LearnerRow, order: Order): number {
  switch (order) {
    case 'name':
      return 0
    case 'quiet':
      return row.quietSince?.getTime() ?? Number.MAX_SAFE_INTEGER
    case 'stuck':
      return row.stuck?.since.getTime() ?? Number.MAX_SAFE_INTEGER
    case 'done':
      return -row.done
    case 'missing':
      return -row.missing
  }
}
