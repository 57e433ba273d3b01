/** Searches for smaller runs wait for learners, and nobody waits for a search in vain. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '#db'
import { grade } from '#host/grade.ts'
import { giveUpLostSearches, shrinkSubmission } from '#host/queue/shrink-task.ts'
import { takeSubmission } from '#host/queue/submissions.ts'
import { sweepStranded } from '#host/queue/sweeper.ts'
import { recordVerdict } from '#host/queue/verdicts.ts'
import { RunRoom } from '#host/run-room.ts'
import { raft } from '#labs/raft/lab.ts'
import { shrinkKey } from '../../prisma/line.ts'
import { FIRST_DRAFT } from './first-draft.ts'
import { emptyQueue, store, useQueue } from './queue-fixture.ts'
import { LAB, SEED_SECRET, useSandbox } from './sandbox-fixture.ts'

useQueue()
const sandbox = useSandbox()
const never = new AbortController().signal

beforeEach(() => emptyQueue())

/** A submission with a verdict that failed, whose smaller runs nobody has looked for yet. */
async function failed(labVersion: number): Promise<string> {
  const id = await store(FIRST_DRAFT)
  const held = await takeSubmission(id, 'grader')
  if (held === undefined) throw new Error('it waits')
  const context = { pool: sandbox().pool, workerCount: 1, signal: never, onProgress: () => {} }
  const request = { ...LAB, submissionId: id, source: FIRST_DRAFT, seedSecret: SEED_SECRET }
  const result = await grade(request, context)
  expect(await recordVerdict(held, result, { graderId: 'grader', labVersion })).toBe(true)
  expect(await isShrinking(id)).toBe(true)
  return id
}

async function isShrinking(id: string): Promise<boolean> {
  const verdict = await db.submissionVerdict.findUniqueOrThrow({ where: { submissionId: id } })
  return verdict.isShrinking
}

function smallRuns(id: string): Promise<number> {
  return db.submissionFailure.count({ where: { submissionId: id, smallRun: { not: null } } })
}

async function jobsOf(id: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs
    where key = ${shrinkKey(id)} and locked_by is null`
  return row?.count ?? 0
}

const dropJob = (id: string) => db.$executeRaw`select graphile_worker.remove_job(${shrinkKey(id)})`

const { version } = raft

describe('a search for smaller runs', () => {
  it('makes way for a learner and comes back', async () => {
    const id = await failed(version)
    await dropJob(id)
    await shrinkSubmission(id, { pool: sandbox().pool, signal: AbortSignal.abort() })
    expect({ jobs: await jobsOf(id), small: await smallRuns(id) }).toEqual({ jobs: 1, small: 0 })
    expect(await isShrinking(id)).toBe(true)
  })

  it('is not made for what a newer submission has replaced', async () => {
    const id = await failed(version)
    await store(FIRST_DRAFT)
    await shrinkSubmission(id, { pool: sandbox().pool, signal: never })
    expect({ open: await isShrinking(id), small: await smallRuns(id) }).toEqual({
      open: false,
      small: 0,
    })
  })

  it('is not made for a verdict by another version of the lab', async () => {
    const id = await failed(version - 1)
    await shrinkSubmission(id, { pool: sandbox().pool, signal: never })
    expect({ open: await isShrinking(id), small: await smallRuns(id) }).toEqual({
      open: false,
      small: 0,
    })
  })

  it('whose result comes after a new grading is forgotten', async () => {
    const id = await failed(version)
    // Somebody takes the submission when the first run of the search is to begin.
    vi.spyOn(RunRoom.prototype, 'run').mockImplementationOnce(async () => {
      await db.submission.update({ where: { id }, data: { fence: { increment: 1 } } })
      return undefined
    })
    await shrinkSubmission(id, { pool: sandbox().pool, signal: never })
    expect({ open: await isShrinking(id), small: await smallRuns(id) }).toEqual({
      open: true,
      small: 0,
    })
  })

  it('that was lost with its grader is given up', async () => {
    const [lost, waiting] = [await failed(version), await failed(version)]
    await dropJob(lost)
    await giveUpLostSearches(10)
    expect([await isShrinking(lost), await isShrinking(waiting)]).toEqual([false, true])
    await dropJob(waiting)
    await sweepStranded()
    expect(await isShrinking(waiting)).toBe(false)
  })
})
