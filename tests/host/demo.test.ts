/** The demo hands each program in once, and passes its verdict on to all who have the same one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#db'
import { takeSubmission } from '#host/queue/submissions.ts'
import { recordVerdict } from '#host/queue/verdicts.ts'
import { handIn } from '../../scripts/demo/hand-in.ts'
import type { HandedIn } from '../../scripts/demo/programs.ts'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { makeTestDatabase, type TestDatabase } from '../support/database.ts'
import { makeUsers } from '../support/people.ts'
import { GRADE } from './queue-fixture.ts'

const LEARNERS = ['ada', 'bob', 'cem'] as const
const RUN = new Uint8Array([1, 2, 3])

let database: TestDatabase

beforeAll(async () => {
  database = await makeTestDatabase()
  process.env.DATABASE_URL = database.url
  await migrate(database.url)
  await makeUsers(LEARNERS)
})
afterAll(async () => {
  await db.$disconnect()
  await database.remove()
})

const submission = (userId: string, source: string, minute: number): HandedIn => ({
  userId,
  labId: 'raft',
  stepId: '01-timers',
  labVersion: 1,
  source,
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute)),
})

const ALL = [
  submission('ada', 'wrong', 1),
  submission('ada', 'right', 2),
  submission('bob', 'wrong', 3),
  submission('cem', 'wrong', 4),
  submission('cem', 'right', 5),
]

/** Judges whatever waits, as a grader would, until the demo is done; returns how much it judged. */
async function gradeUntil(isDone: () => boolean): Promise<number> {
  let count = 0
  while (!isDone()) {
    const waiting = await db.submission.findFirst({ where: { state: 'queued' } })
    const held = waiting === null ? undefined : await takeSubmission(waiting.id, 'a grader')
    if (held === undefined) continue
    const isWrong = held.source === 'wrong'
    const failures = isWrong ? [{ checkId: 'calm', run: RUN }] : []
    const grade = { ...GRADE, outcome: isWrong ? 'failed' : 'passed', failures } as const
    await recordVerdict(held, grade, { graderId: 'a grader', labVersion: 1 })
    count++
  }
  return count
}

async function runDemo(all: readonly HandedIn[]) {
  let isDone = false
  const demo = handIn(all).finally(() => {
    isDone = true
  })
  const judged = await gradeUntil(() => isDone)
  return { judged, programs: await demo }
}

test('all have a verdict with its runs, though each program was judged once', async () => {
  expect(await runDemo(ALL)).toEqual({ judged: 2, programs: 2 })
  const rows = await db.submission.findMany({
    include: { verdict: { include: { failures: true } } },
    orderBy: { createdAt: 'asc' },
  })
  expect(rows.map(({ userId, source, createdAt }) => ({ userId, source, createdAt }))).toEqual(
    ALL.map(({ userId, source, createdAt }) => ({ userId, source, createdAt })),
  )
  for (const { source, state, verdict } of rows) {
    expect(state).toBe('graded')
    expect(verdict?.outcome).toBe(source === 'wrong' ? 'failed' : 'passed')
    expect(verdict?.failures.map(({ run }) => [...(run ?? [])])).toEqual(
      source === 'wrong' ? [[...RUN]] : [],
    )
  }
  // Only what a grader took counts when the time of a grading is guessed.
  expect(rows.filter(({ startedAt }) => startedAt !== null)).toHaveLength(2)
})

test('goes on where it was stopped, without judging a program again', async () => {
  expect(await runDemo(ALL)).toEqual({ judged: 0, programs: 2 })
  expect(await runDemo([...ALL, submission('bob', 'right', 6)])).toEqual({ judged: 0, programs: 2 })
  expect(await db.submission.count()).toBe(ALL.length + 1)
})
