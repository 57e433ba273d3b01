/**
 * A learner made of numbers. Its memory follows the same law as FSRS with other constants: it forgets
 * faster or slower than the scheduler believes, card by card, so that a schedule is not
 * judged by its own assumptions. Nothing is random: the same seed gives the same learner.
 */
import type { Day } from '#app/_review/day.ts'
import { daysBetween } from '#app/_review/day.ts'
import type { CardInfo } from '#app/_review/joined.ts'
import { type Memory, type Rating, recall, remembered } from '#app/_review/memory.ts'
import { fraction, type Learner } from '#app/_review/projection.ts'

export interface LearnerTraits {
  readonly seed: number
  /** How long memories really last, against what the scheduler believes: 1 is as long. */
  readonly strength: number
  /** The share of first tries that are right. */
  readonly firstTryRight: number
}

export function simulatedLearner({ seed, strength, firstTryRight }: LearnerTraits): Learner {
  const memories = new Map<string, { readonly memory: Memory; readonly day: Day }>()
  return (card: CardInfo, day: Day): Rating => {
    const known = memories.get(card.id)
    const since = known === undefined ? 0 : daysBetween(known.day, day)
    // Cards differ: half as long to one and a half times as long.
    const own = strength * (0.5 + fraction(`${seed} ${card.id}`))
    const chance =
      known === undefined
        ? firstTryRight
        : recall({ ...known.memory, stability: known.memory.stability * own }, since)
    const rating = fraction(`${seed} ${card.id} ${day}`) < chance ? 'good' : 'again'
    memories.set(card.id, { memory: remembered(known?.memory, rating, since), day })
    return rating
  }
}
