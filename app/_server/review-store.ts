/** The log of reviews and what follows from it, as the database keeps them. It knows no sessions. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../prisma/line.ts'
import type { Answer } from '../_quiz/answer.ts'
import { type CardState, cardState } from '../_review/card-state.ts'
import { type Day, parseDay } from '../_review/day.ts'
import { byCard, CONFIDENCES, type ReviewEntry } from '../_review/entry.ts'
import type { Rating } from '../_review/memory.ts'

/** An entry with what only the server keeps of it. */
export type EntryToStore = ReviewEntry & {
  readonly answer?: Answer | undefined
  readonly misconceptions?: readonly string[] | undefined
  /** For an answer: the last one that the device knew of; null when there was none. */
  readonly after?: string | null | undefined
}

/** A file that is taken in may hold thousands. */
const TIME_FOR_A_FILE = { timeout: 60_000 } as const

export interface StoredEntry {
  readonly id: string
  /** `known`: it had been stored before, and counts once. */
  readonly status: 'stored' | 'known'
  /** Another device answered the same card in the meantime. */
  readonly isBeside: boolean
}

/** Stores what is new, and brings the states of its cards up to date. */
export async function storeEntries(
  userId: string,
  entries: readonly EntryToStore[],
): Promise<{
  readonly stored: readonly StoredEntry[]
  readonly states: ReadonlyMap<string, CardState>
}> {
  return await db.$transaction(async (tx) => {
    await lockReviews(tx, userId)
    const cardIds = [...new Set(entries.map(({ cardId }) => cardId))]
    const before = await tx.reviewEntry.findMany({ where: { userId, cardId: { in: cardIds } } })
    const known = new Set(before.map(({ id }) => id))
    const lastIds = new Map(
      [...byCard(before.map(entryOf))].map(([cardId, own]) => [cardId, cardState(own).lastId]),
    )
    const fresh = new Map<string, EntryToStore>()
    for (const entry of entries) {
      if (!known.has(entry.id) && !fresh.has(entry.id)) fresh.set(entry.id, entry)
    }
    await tx.reviewEntry.createMany({
      data: [...fresh.values()].map((entry) => rowOf(userId, entry)),
      // An id may be taken by an entry of another card: the first one stands.
      skipDuplicates: true,
    })
    const times = new Map(before.map(({ id, at }) => [id, at.getTime()]))
    const stored = entries.map((entry): StoredEntry => {
      // The second of two with one id is known by then.
      const isNew = fresh.delete(entry.id)
      if (!isNew || entry.kind !== 'answer') {
        return { id: entry.id, status: isNew ? 'stored' : 'known', isBeside: false }
      }
      const last = lastIds.get(entry.cardId)
      // Answers that come in one parcel know of each other.
      lastIds.set(entry.cardId, entry.id)
      times.set(entry.id, Date.parse(entry.at))
      const isUnknownTo = entry.after !== undefined && last !== undefined && last !== entry.after
      // What the device knew may have been taken back since: then the last one is older.
      const isLater = (times.get(last ?? '') ?? 0) > (times.get(entry.after ?? '') ?? 0)
      return { id: entry.id, status: 'stored', isBeside: isUnknownTo && isLater }
    })
    return { stored, states: await renewStates(tx, userId, cardIds) }
  }, TIME_FOR_A_FILE)
}

/** Everything that this learner did, in no order. */
export async function readEntries(userId: string): Promise<readonly ReviewEntry[]> {
  return (await db.reviewEntry.findMany({ where: { userId } })).map(entryOf)
}

export async function readStates(userId: string): Promise<ReadonlyMap<string, CardState>> {
  const rows = await db.cardState.findMany({ where: { userId } })
  return new Map(rows.map((row) => [row.cardId, stateOfRow(row)]))
}

/** Gives the account what its guest reviewed. Call it before the guest is removed. */
export async function adoptReviews(
  transaction: Transaction,
  { guestId, accountId }: { readonly guestId: string; readonly accountId: string },
): Promise<void> {
  await lockReviews(transaction, guestId)
  await lockReviews(transaction, accountId)
  const cards = await transaction.reviewEntry.findMany({
    where: { userId: guestId },
    distinct: ['cardId'],
    select: { cardId: true },
  })
  // What was sent as the guest and again as the account is one entry.
  await transaction.$executeRaw`
    delete from "ReviewEntry" own where own."userId" = ${guestId} and exists (
      select 1 from "ReviewEntry" other where other."userId" = ${accountId} and other.id = own.id)`
  await transaction.reviewEntry.updateMany({
    where: { userId: guestId },
    data: { userId: accountId },
  })
  await renewStates(
    transaction,
    accountId,
    cards.map(({ cardId }) => cardId),
  )
}

/** Two tabs that store at the same moment would each make states without the other's entries. */
async function lockReviews(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$queryRaw`
    select 1 from pg_advisory_xact_lock(hashtextextended(${`reviews of ${userId}`}, 0))`
}

async function renewStates(
  tx: Transaction,
  userId: string,
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, CardState>> {
  const rows = await tx.reviewEntry.findMany({ where: { userId, cardId: { in: [...cardIds] } } })
  const states = new Map<string, CardState>()
  for (const [cardId, own] of byCard(rows.map(entryOf))) {
    const state = cardState(own)
    states.set(cardId, state)
    const row = rowOfState(state)
    await tx.cardState.upsert({
      where: { userId_cardId: { userId, cardId } },
      create: { userId, cardId, ...row },
      update: row,
    })
  }
  return states
}

function rowOfState({ memory, lastDay, lastId, answers, lapses, isSuspended }: CardState) {
  return {
    stability: memory?.stability ?? null,
    difficulty: memory?.difficulty ?? null,
    lastDay: lastDay ?? null,
    lastId: lastId ?? null,
    answers,
    lapses,
    isSuspended,
  }
}

type StateRow = Awaited<ReturnType<typeof db.cardState.findMany>>[number]

function stateOfRow(row: StateRow): CardState {
  const { stability, difficulty, lastDay, lastId, answers, lapses, isSuspended } = row
  return {
    memory: stability === null || difficulty === null ? undefined : { stability, difficulty },
    lastDay: lastDay === null ? undefined : parseDay(lastDay),
    lastId: lastId ?? undefined,
    answers,
    lapses,
    isSuspended,
  }
}

type EntryRow = Awaited<ReturnType<typeof db.reviewEntry.findMany>>[number]

function rowOf(userId: string, entry: EntryToStore) {
  const { id, cardId, kind, day } = entry
  const base = { userId, id, cardId, kind, day, at: new Date(entry.at) }
  if (entry.kind === 'undo') return { ...base, undoes: entry.undoes }
  if (entry.kind !== 'answer') return base
  const { rating, share, confidence, answer, misconceptions = [] } = entry
  return {
    ...base,
    rating,
    share,
    confidence: confidence ?? null,
    ...(answer === undefined ? {} : { answer }),
    misconceptions: [...misconceptions],
  }
}

/** The table holds what was checked when it was stored. */
function entryOf(row: EntryRow): ReviewEntry {
  const { id, cardId, kind } = row
  const base = { id, cardId, at: row.at.toISOString(), day: row.day as Day }
  switch (kind) {
    case 'undo':
      return { ...base, kind, undoes: row.undoes ?? '' }
    case 'suspend':
    case 'resume':
      return { ...base, kind }
    default:
      return {
        ...base,
        kind: 'answer',
        rating: (row.rating ?? 'again') as Rating,
        share: row.share ?? 0,
        confidence: CONFIDENCES.find((each) => each === row.confidence),
      }
  }
}
