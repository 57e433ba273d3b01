/**
 * What a learner did with cards: a log that only grows. Each entry has an id that its maker chose,
 * so the same entry may arrive many times and counts once; and what a card's state is follows from
 * the set of its entries, whatever the order in which they arrived. That is what lets two devices
 * work without a network and agree afterwards.
 */
import type { Day } from './day.ts'
import type { Rating } from './memory.ts'

/** How sure the learner was, before the answer was judged: chances of being right, in per cent. */
export const CONFIDENCES = [25, 50, 75, 95] as const
export type Confidence = (typeof CONFIDENCES)[number]

interface EntryBase {
  /** A UUID, chosen by whoever made the entry. */
  readonly id: string
  /** `question/<id>` or `card/<id>`. */
  readonly cardId: string
  /** ISO 8601, by the clock of the device. */
  readonly at: string
  /** The learner's day at that moment, where they were. */
  readonly day: Day
}

export interface AnswerEntry extends EntryBase {
  readonly kind: 'answer'
  readonly rating: Rating
  /** How much of it was right, from 0 to 1. */
  readonly share: number
  readonly confidence?: Confidence | undefined
}

export type ReviewEntry =
  | AnswerEntry
  | (EntryBase & {
      readonly kind: 'undo'
      /** The id of the entry that is to count no more. */
      readonly undoes: string
    })
  | (EntryBase & { readonly kind: 'suspend' })
  | (EntryBase & { readonly kind: 'resume' })

/** By time; at the same moment by id, so that everybody sorts alike. */
export function byTime(a: ReviewEntry, b: ReviewEntry): number {
  const [one, other] = [Date.parse(a.at), Date.parse(b.at)]
  return one === other ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : one - other
}

/** Each entry once, without undone ones and without the undoings, in the order of time. */
export function standing(entries: readonly ReviewEntry[]): readonly ReviewEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const undone = new Set(
    [...byId.values()].flatMap((entry) => (entry.kind === 'undo' ? [entry.undoes] : [])),
  )
  return [...byId.values()]
    .filter(({ id, kind }) => kind !== 'undo' && !undone.has(id))
    .toSorted(byTime)
}

/** The entries of each card. */
export function byCard(
  entries: readonly ReviewEntry[],
): ReadonlyMap<string, readonly ReviewEntry[]> {
  const groups = new Map<string, ReviewEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.cardId)
    if (group === undefined) groups.set(entry.cardId, [entry])
    else group.push(entry)
  }
  return groups
}
