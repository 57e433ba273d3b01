/** What is known of one card: nothing but a summary of its entries, which can be made anew. */
import { addDays, type Day, daysBetween } from './day.ts'
import { type ReviewEntry, standing } from './entry.ts'
import { intervalDays, type Memory, recall, remembered } from './memory.ts'

export interface CardState {
  /** Undefined until the first answer. */
  readonly memory?: Memory | undefined
  /** The learner's day of the last answer. */
  readonly lastDay?: Day | undefined
  /** The id of the last answer, with which another device can tell that it missed one. */
  readonly lastId?: string | undefined
  readonly answers: number
  /** How often it was forgotten after it had been known. */
  readonly lapses: number
  readonly isSuspended: boolean
}

export const UNSEEN: CardState = { answers: 0, lapses: 0, isSuspended: false }

/** The state that follows from a card's entries, in whatever order they come. */
export function cardState(entries: readonly ReviewEntry[]): CardState {
  return standing(entries).reduce(withEntry, UNSEEN)
}

function withEntry(before: CardState, entry: ReviewEntry): CardState {
  switch (entry.kind) {
    case 'answer': {
      const since = before.lastDay === undefined ? 0 : daysBetween(before.lastDay, entry.day)
      const isLapse = entry.rating === 'again' && before.memory !== undefined
      return {
        ...before,
        memory: remembered(before.memory, entry.rating, since),
        // Who flew west may answer on a day that is over elsewhere: days do not go back.
        lastDay: before.lastDay !== undefined && since < 0 ? before.lastDay : entry.day,
        lastId: entry.id,
        answers: before.answers + 1,
        lapses: before.lapses + (isLapse ? 1 : 0),
      }
    }
    case 'suspend':
      return { ...before, isSuspended: true }
    case 'resume':
      return { ...before, isSuspended: false }
    case 'undo':
      return before
    default:
      return entry satisfies never
  }
}

/** The day on which it is asked again; undefined for a card that was never answered. */
export function dueDay({ memory, lastDay }: CardState, retention: number): Day | undefined {
  if (memory === undefined || lastDay === undefined) return undefined
  return addDays(lastDay, intervalDays(memory, retention))
}

/** How likely it is recalled on a day, from 0 to 1; undefined for a card never answered. */
export function recallOn({ memory, lastDay }: CardState, day: Day): number | undefined {
  if (memory === undefined || lastDay === undefined) return undefined
  return recall(memory, daysBetween(lastDay, day))
}

/** Forgotten this often, a card is not learnt by being asked: its lesson helps more. */
const STUBBORN_AFTER_LAPSES = 5

export function isStubborn({ lapses }: CardState): boolean {
  return lapses >= STUBBORN_AFTER_LAPSES
}
