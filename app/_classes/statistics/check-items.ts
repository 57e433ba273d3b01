/** What the submissions of a class say about the checks of a step. */
import { type Discrimination, discriminationOf, itemAndRest } from './discrimination.ts'
import { ANSWERS_MIN } from './quiz-items.ts'
import { lowerMedian, type Range, wilson } from './share.ts'

/** How one learner fared with one check, over the submissions in which it was run. */
export interface CheckOutcome {
  readonly userId: string
  readonly checkId: string
  readonly title: string
  readonly isVisible: boolean
  /** Whether the first submission kept it, and whether the last one does. */
  readonly firstHeld: boolean
  readonly lastHeld: boolean
  /** Which of the learner’s submissions was the first to keep it, from 1; undefined for none. */
  readonly heldFrom: number | undefined
  /** How many of them broke it. */
  readonly broken: number
}

/** What is odd about a check. */
export type CheckFlag =
  /** Nobody ever broke it. */
  | 'never-broken'
  /** Every first submission broke it. */
  | 'broken-at-first'
  /** It held for nobody so far. */
  | 'never-held'

export interface CheckStatistics {
  readonly checkId: string
  readonly title: string
  readonly isVisible: boolean
  /** Learners who handed in something in which it was run. */
  readonly learners: number
  /** Those whose first submission breaks it, and whose last one still does. */
  readonly brokenFirst: number
  readonly brokenLast: number
  /** Shares of the same; undefined with too few learners. */
  readonly shares:
    | { readonly first: number; readonly firstRange: Range; readonly last: number }
    | undefined
  /**
   * The number of submissions after which it holds for half of the learners; undefined when it does not
   * hold for half of them yet. Who never got it to hold counts as needing more than all others.
   */
  readonly medianTries: number | undefined
  /** First submissions: this check against the others. */
  readonly discrimination: Discrimination | undefined
  readonly flag: CheckFlag | undefined
}

/** Visible checks first, each part in the order of titles. */
export function checkItems(outcomes: readonly CheckOutcome[]): readonly CheckStatistics[] {
  const firsts = [...Map.groupBy(outcomes, ({ userId }) => userId).values()].map(
    (own) => new Map(own.map(({ checkId, firstHeld }) => [checkId, Number(firstHeld)])),
  )
  const by = new Intl.Collator('en', { numeric: true })
  return [...Map.groupBy(outcomes, ({ checkId }) => checkId)]
    .map(([checkId, all]) => ({
      ...countsOf(checkId, all),
      discrimination: discriminationOf(itemAndRest(firsts, checkId)),
    }))
    .toSorted((a, b) => Number(b.isVisible) - Number(a.isVisible) || by.compare(a.title, b.title))
}

function countsOf(
  checkId: string,
  all: readonly CheckOutcome[],
): Omit<CheckStatistics, 'discrimination'> {
  const learners = all.length
  const brokenFirst = all.filter(({ firstHeld }) => !firstHeld).length
  const brokenLast = all.filter(({ lastHeld }) => !lastHeld).length
  const tries = lowerMedian(all.map(({ heldFrom = Number.POSITIVE_INFINITY }) => heldFrom))
  return {
    checkId,
    title: all[0]?.title ?? checkId,
    isVisible: all[0]?.isVisible ?? true,
    learners,
    brokenFirst,
    brokenLast,
    shares:
      learners < ANSWERS_MIN
        ? undefined
        : {
            first: brokenFirst / learners,
            firstRange: wilson(brokenFirst, learners),
            last: brokenLast / learners,
          },
    medianTries: tries === Number.POSITIVE_INFINITY ? undefined : tries,
    flag: flagOf(all),
  }
}

/** With a handful of learners any of these is chance. */
function flagOf(all: readonly CheckOutcome[]): CheckFlag | undefined {
  if (all.length < ANSWERS_MIN) return undefined
  if (all.every(({ broken }) => broken === 0)) return 'never-broken'
  if (all.every(({ heldFrom }) => heldFrom === undefined)) return 'never-held'
  return all.every(({ firstHeld }) => !firstHeld) ? 'broken-at-first' : undefined
}
