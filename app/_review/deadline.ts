/** Whether all that was chosen can be seen and stable by a day, and what would have to change. */
import { recallOn } from './card-state.ts'
import { addDays, type Day, daysBetween } from './day.ts'
import type { DayQuestion } from './day-plan.ts'
import { type CardInfo, type States, stateOf } from './joined.ts'
import { project } from './projection.ts'
import { type Deadline, PER_DAY_MAX } from './settings.ts'

/** Stable: expected to be recalled this likely on the day itself. */
export const STABLE_RECALL = 0.85

/** Some are always forgotten: reached means that this share is stable, and that all was seen. */
const STABLE_SHARE = 0.9

export interface DeadlineOutlook {
  readonly daysLeft: number
  readonly cards: number
  /** As things are now. */
  readonly seenNow: number
  readonly stableNow: number
  /** As expected on the day, at the present cap. */
  readonly seen: number
  readonly stable: number
  readonly isReached: boolean
  /** A cap with which it is reached; undefined when even the largest is too small. */
  readonly perDayNeeded?: number | undefined
  /** A day by which it is reached with the present cap; undefined when not in a season. */
  readonly reachedOn?: Day | undefined
}

/** Caps and delays to try; who needs an exact number would be misled by one. */
const PER_DAY_CHOICES = [10, 15, 20, 25, 30, 35, 40, 50, 60, 70, 80, 90, PER_DAY_MAX] as const
const LATER_DAYS_CHOICES = [2, 4, 7, 10, 14, 21, 28, 42, 56, 84, 112] as const

/**
 * What the deadline looks like from today. An expectation, not a promise: it assumes that each day
 * is done and that memory goes as FSRS says.
 */
export function deadlineOutlook(question: DayQuestion, deadline: Deadline): DeadlineOutlook {
  const { today, settings } = question
  const chosen = chosenCards(question, deadline)
  const daysLeft = Math.max(0, daysBetween(today, deadline.day))
  const now = countOn(chosen, question.states, deadline.day)
  const then = outcome(question, { deadline, perDay: settings.perDay })
  const isReached = isEnough(then, chosen.length)
  const outlook = {
    daysLeft,
    cards: chosen.length,
    seenNow: now.seen,
    stableNow: now.stable,
    ...then,
    isReached,
  }
  if (isReached) return outlook
  return {
    ...outlook,
    perDayNeeded: daysLeft === 0 ? undefined : perDayNeeded(question, deadline, chosen.length),
    reachedOn: reachedOn(question, deadline, chosen.length),
  }
}

function perDayNeeded(
  question: DayQuestion,
  deadline: Deadline,
  cards: number,
): number | undefined {
  const choices = PER_DAY_CHOICES.filter((perDay) => perDay > question.settings.perDay)
  return firstThat(choices, (perDay) => isEnough(outcome(question, { deadline, perDay }), cards))
}

function reachedOn(question: DayQuestion, deadline: Deadline, cards: number): Day | undefined {
  const { perDay } = question.settings
  const days = LATER_DAYS_CHOICES.map((later) => addDays(deadline.day, later))
  return firstThat(days, (day) =>
    isEnough(outcome(question, { deadline: { ...deadline, day }, perDay }), cards),
  )
}

/** By halving, since each try plays many days: more of either never makes it worse by much. */
function firstThat<T>(choices: readonly T[], isEnoughWith: (choice: T) => boolean): T | undefined {
  let [low, high] = [0, choices.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const choice = choices[middle]
    if (choice !== undefined && isEnoughWith(choice)) high = middle
    else low = middle + 1
  }
  return choices[low]
}

interface Counts {
  readonly seen: number
  readonly stable: number
}

function outcome(
  question: DayQuestion,
  { deadline, perDay }: { readonly deadline: Deadline; readonly perDay: number },
): Counts {
  const settings = { ...question.settings, deadline, perDay }
  const days = Math.max(0, daysBetween(question.today, deadline.day))
  const { states } = project({ ...question, settings }, days)
  return countOn(chosenCards(question, deadline), states, deadline.day)
}

function isEnough({ seen, stable }: Counts, cards: number): boolean {
  return seen === cards && stable >= Math.floor(cards * STABLE_SHARE)
}

function countOn(cards: readonly CardInfo[], states: States, day: Day): Counts {
  const known = cards.map(({ id }) => recallOn(stateOf(states, id), day))
  return {
    seen: known.filter((recall) => recall !== undefined).length,
    stable: known.filter((recall) => (recall ?? 0) >= STABLE_RECALL).length,
  }
}

/** Suspended cards were put aside by choice, and do not count. */
function chosenCards({ cards, states }: DayQuestion, { topics }: Deadline): readonly CardInfo[] {
  const wanted = new Set(topics)
  return cards.filter(({ id, topic }) => wanted.has(topic) && !stateOf(states, id).isSuspended)
}
