/** Reviews on a real database: idempotent, in order, one learner's alone, and adopted from a guest. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cardState } from '#app/_review/card-state.ts'
import type { AnswerEntry } from '#app/_review/entry.ts'
import { logFromCsv, logToCsv } from '#app/_review/log-csv.ts'
import { DEFAULT_SETTINGS } from '#app/_review/settings.ts'
import { adoptGuest } from '#app/_server/adopt-guest.ts'
import { readFailedClaims } from '#app/_server/failed-claims.ts'
import { listInterviews, readInterview, storeInterview } from '#app/_server/interviews.ts'
import { followTimeZone, readSettings, storeSettings } from '#app/_server/review-settings.ts'
import {
  type EntryToStore,
  readEntries,
  readStates,
  storeEntries,
} from '#app/_server/review-store.ts'
import type { InterviewNotes } from '#app/interview/_desk/interview-notes.ts'
import { db } from '#db'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { makeTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await makeTestDatabase()
  process.env.DATABASE_URL = database.url
  await migrate(database.url)
})
afterAll(async () => {
  await db.$disconnect()
  await database.remove()
})
beforeEach(async () => {
  await db.user.deleteMany({})
  await db.user.createMany({
    data: ['ada', 'guest'].map((id) => ({
      id,
      name: id,
      email: `${id}@netsplit.example`,
      isAnonymous: id === 'guest',
    })),
  })
})

const CARD = 'question/one'

function answer(minute: number, change: Partial<AnswerEntry> = {}): AnswerEntry {
  const at = new Date(Date.UTC(2026, 10, 21, 12, minute)).toISOString()
  const base = { kind: 'answer', id: randomUUID(), cardId: CARD, at, day: '2026-11-21' } as const
  return { ...base, rating: 'good', share: 1, confidence: undefined, ...change }
}

const statusOf = async (userId: string, entries: readonly EntryToStore[]) =>
  (await storeEntries(userId, entries)).stored.map(({ status, isBeside }) =>
    isBeside ? `${status} beside` : status,
  )

describe('the log', () => {
  it('counts an entry once, however often and however much at once it comes', async () => {
    const one = answer(1)
    expect(await statusOf('ada', [one, one])).toEqual(['stored', 'known'])
    await Promise.all([1, 2, 3].map(() => storeEntries('ada', [one])))
    expect(await readEntries('ada')).toEqual([one])
    expect((await readStates('ada')).get(CARD)).toEqual(cardState([one]))
  })

  it('gives the same state in whatever order devices send', async () => {
    const log = [
      answer(1),
      answer(2, { rating: 'again', share: 0, day: '2026-11-24' }),
      answer(3, { day: '2026-11-26' }),
    ]
    for (const entry of log.toReversed()) await storeEntries('ada', [entry])
    expect((await readStates('ada')).get(CARD)).toEqual(cardState(log))
  })

  it('takes an answer back', async () => {
    const [first, second] = [answer(1), answer(2, { rating: 'again', share: 0 })]
    await storeEntries('ada', [first, second])
    const undo = { ...answer(3), kind: 'undo', undoes: second.id } as const
    await storeEntries('ada', [undo])
    expect((await readStates('ada')).get(CARD)).toEqual(cardState([first]))
  })

  it('reports an answer that another device gave in the meantime, and counts both', async () => {
    const [phone, laptop] = [answer(1), answer(2)]
    expect(await statusOf('ada', [{ ...phone, after: null }])).toEqual(['stored'])
    expect(await statusOf('ada', [{ ...laptop, after: null }])).toEqual(['stored beside'])
    expect((await readStates('ada')).get(CARD)?.answers).toBe(2)
    expect(await statusOf('ada', [{ ...answer(3), after: laptop.id }])).toEqual(['stored'])
  })

  it('reports nothing when what the device knew was taken back', async () => {
    const [first, second] = [answer(1), answer(2)]
    await storeEntries('ada', [first, second])
    const undo = { ...answer(3), kind: 'undo', undoes: second.id } as const
    expect(await statusOf('ada', [undo, { ...answer(4), after: second.id }])).toEqual([
      'stored',
      'stored',
    ])
  })

  it('is its learner’s alone', async () => {
    await storeEntries('ada', [answer(1)])
    expect(await readEntries('guest')).toEqual([])
    expect(await readStates('guest')).toEqual(new Map())
  })

  it('goes out as CSV and comes in again, once', async () => {
    const log = [answer(1, { confidence: 75 }), answer(2, { cardId: 'card/flash' })]
    await storeEntries('ada', log)
    const csv = logToCsv(await readEntries('ada'))
    expect(await statusOf('guest', logFromCsv(csv))).toEqual(['stored', 'stored'])
    expect(await statusOf('guest', logFromCsv(csv))).toEqual(['known', 'known'])
    expect(await readStates('guest')).toEqual(await readStates('ada'))
  })
})

describe('a guest who signs up', () => {
  it('keeps reviews, and those that were sent twice count once', async () => {
    const [shared, own, guests] = [answer(1), answer(2), answer(3, { cardId: 'card/flash' })]
    await storeEntries('ada', [shared, own])
    await storeEntries('guest', [shared, guests])
    await adoptGuest({ guestId: 'guest', accountId: 'ada' })
    const states = await readStates('ada')
    expect(states.get(CARD)).toEqual(cardState([shared, own]))
    expect(states.get('card/flash')).toEqual(cardState([guests]))
    expect(await db.reviewEntry.count()).toBe(3)
  })

  it('keeps settings, unless the account has its own', async () => {
    await storeSettings('guest', { ...DEFAULT_SETTINGS, perDay: 7 })
    await adoptGuest({ guestId: 'guest', accountId: 'ada' })
    expect((await readSettings('ada')).perDay).toBe(7)
    await db.user.create({
      data: { id: 'other', name: 'other', email: 'o@netsplit.example', isAnonymous: true },
    })
    await storeSettings('other', { ...DEFAULT_SETTINGS, perDay: 9 })
    await adoptGuest({ guestId: 'other', accountId: 'ada' })
    expect((await readSettings('ada')).perDay).toBe(7)
  })
})

describe('a mock interview', () => {
  const notes: InterviewNotes = {
    id: randomUUID(),
    scenarioId: 'design',
    minutes: 20,
    isTimed: true,
    pad: { define: 'As if there were one copy.' },
    points: ['define/0'],
    startedAt: '2026-11-21T12:00:00.000Z',
    savedAt: '2026-11-21T12:05:00.000Z',
  }

  it('is kept as it was saved last, even when an older save comes late', async () => {
    const later = { ...notes, pad: { define: 'More.' }, savedAt: '2026-11-21T12:06:00.000Z' }
    await storeInterview('ada', later)
    await storeInterview('ada', notes)
    expect(await readInterview('ada', notes.id)).toEqual(later)
    expect(await readInterview('guest', notes.id)).toBeUndefined()
  })

  it('of a guest becomes the account’s', async () => {
    await storeInterview('guest', notes)
    await adoptGuest({ guestId: 'guest', accountId: 'ada' })
    expect(await listInterviews('ada')).toEqual([notes])
  })
})

describe('settings', () => {
  it('are kept as they were chosen, with and without a deadline', async () => {
    const deadline = { day: '2026-12-12', topics: ['cap'] } as const
    const chosen = { ...DEFAULT_SETTINGS, topics: ['time'], deadline }
    await storeSettings('ada', chosen)
    expect(await readSettings('ada')).toEqual(chosen)
    await storeSettings('ada', { ...chosen, deadline: undefined })
    expect((await readSettings('ada')).deadline).toBeUndefined()
    expect(await readSettings('guest')).toEqual(DEFAULT_SETTINGS)
  })

  it('follow the device on journeys, and change nothing else', async () => {
    await storeSettings('ada', { ...DEFAULT_SETTINGS, perDay: 7 })
    await followTimeZone('ada', 'Asia/Tokyo')
    await followTimeZone('ada', 'Mars/Olympus')
    await followTimeZone('guest', 'Asia/Tokyo')
    expect(await readSettings('ada')).toMatchObject({ perDay: 7, timeZone: 'Asia/Tokyo' })
    expect(await readSettings('guest')).toEqual({ ...DEFAULT_SETTINGS, timeZone: 'Asia/Tokyo' })
  })
})

describe('claims that failed in labs', () => {
  it('are those that submissions of this learner broke', async () => {
    const outcome = { kind: 'claim-broken', claimId: 'one-vote-per-term' }
    const checks = [
      { checkId: 'a', failure: { seed: 1, outcome } },
      { checkId: 'b', failure: { seed: 1, outcome: { kind: 'threw', name: 'TypeError' } } },
      { checkId: 'c' },
    ]
    await db.submission.create({
      data: {
        userId: 'ada',
        labId: 'raft',
        stepId: '03-election',
        labVersion: 1,
        source: '',
        verdict: {
          create: {
            outcome: 'failed',
            message: '',
            results: { checks, runsTooLarge: [] },
            seedBase: 1n,
            graderId: 'g',
            labVersion: 1,
          },
        },
      },
    })
    expect(await readFailedClaims('ada')).toEqual(new Set(['one-vote-per-term']))
    expect(await readFailedClaims('guest')).toEqual(new Set())
  })
})
