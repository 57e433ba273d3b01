/** The list of a class's reviews of one assignment: who waits, in which order, and who is next. */

export const REVIEW_STATES = ['waiting', 'draft', 'published', 'newer', 'nothing'] as const
/**
 * `nothing`: nothing was handed in. `waiting`: handed in, and no review. `newer`: handed in
 * again after the review was published.
 */
export type ReviewState = (typeof REVIEW_STATES)[number]

export const REVIEW_NAMES: Readonly<
  Record<ReviewState, { readonly sign: string; readonly name: string }>
> = {
  waiting: { sign: '○', name: 'not reviewed' },
  draft: { sign: '◐', name: 'draft' },
  published: { sign: '✓', name: 'published' },
  newer: { sign: '▲', name: 'published, and handed in again' },
  nothing: { sign: '–', name: 'nothing handed in' },
}

interface Handed {
  /** When they last handed something in. */
  readonly handedInAt: Date | undefined
  readonly review:
    | { readonly state: 'draft' | 'published'; readonly publishedAt: Date | undefined }
    | undefined
}

export function reviewStateOf({ handedInAt, review }: Handed): ReviewState {
  if (review?.state === 'draft') return 'draft'
  if (review === undefined) return handedInAt === undefined ? 'nothing' : 'waiting'
  const { publishedAt } = review
  const isNewer = handedInAt !== undefined && publishedAt !== undefined && handedInAt > publishedAt
  return isNewer ? 'newer' : 'published'
}

export const REVIEW_ORDERS = ['name', 'oldest', 'newest'] as const
export type ReviewOrder = (typeof REVIEW_ORDERS)[number]

export interface WorklistQuery {
  readonly state: ReviewState | 'all'
  /** Id of a section; empty for all. */
  readonly section: string
  readonly order: ReviewOrder
}

export interface WorklistRow {
  readonly userId: string
  /** As it is shown, so that hidden names are not told by the order. */
  readonly name: string
  readonly sectionId: string | undefined
  readonly handedInAt: Date | undefined
  readonly state: ReviewState
}

/** Filters and sorts; who is equal in the order asked for comes by name. */
export function arrangeWorklist<Row extends WorklistRow>(
  rows: readonly Row[],
  { state, section, order }: WorklistQuery,
): readonly Row[] {
  const by = new Intl.Collator('en', { numeric: true })
  return rows
    .filter(
      (row) =>
        (state === 'all' || row.state === state) && (section === '' || row.sectionId === section),
    )
    .toSorted((a, b) => byTime(a, b, order) || by.compare(a.name, b.name))
}

function byTime(a: WorklistRow, b: WorklistRow, order: ReviewOrder): number {
  if (order === 'name') return 0
  const [first, second] = [a, b].map(({ handedInAt }) => handedInAt?.getTime())
  // Who handed in nothing comes last either way.
  if (first === undefined || second === undefined) {
    return Number(first === undefined) - Number(second === undefined)
  }
  return order === 'oldest' ? first - second : second - first
}

/** Whose work is to be looked at. */
const TO_DO: readonly ReviewState[] = ['waiting', 'draft', 'newer']

/** The next learner in this list who waits, after the one given, round to its beginning. */
export function nextToReview(
  rows: readonly WorklistRow[],
  after: string | undefined,
): WorklistRow | undefined {
  const at = rows.findIndex(({ userId }) => userId === after)
  const round = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  return round.find(({ state }) => TO_DO.includes(state))
}
