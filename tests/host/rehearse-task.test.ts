/** A submission is graded again for a preview: its verdict stays, and no preview waits in vain. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '#db'
import { rehearse, sweepRehearsals } from '#host/queue/rehearse-task.ts'
import { raft } from '#labs/raft/lab.ts'
import { joinRehearsalLine, type Rehearsal } from '../../prisma/line.ts'
import { makeClass } from './classes/class-world.ts'
import { FIRST_DRAFT } from './first-draft.ts'
import { emptyQueue, PATIENCE, startGraderProcess, store, useQueue } from './queue-fixture.ts'
import { SEED_SECRET, useSandbox } from './sandbox-fixture.ts'

useQueue()
const sandbox = useSandbox()
const never = new AbortController().signal

beforeEach(async () => {
  await emptyQueue()
  await db.class.deleteMany({})
})

/** A submission that is to be graded again for the grades of an assignment. */
async function ordered(labVersion: number = raft.version): Promise<Rehearsal> {
  const submissionId = await store(FIRST_DRAFT)
  const { assignmentId } = await makeClass('learner')
  await db.regradeResult.create({ data: { assignmentId, submissionId, labVersion } })
  return { assignmentId, submissionId }
}

function run(rehearsal: Rehearsal, signal: AbortSignal = never): Promise<void> {
  const { pool } = sandbox()
  return rehearse(rehearsal, { pool, workerCount: 1, seedSecret: SEED_SECRET, signal })
}

function resultOf({ submissionId }: Rehearsal) {
  return db.regradeResult.findFirstOrThrow({ where: { submissionId } })
}

const jobs = () => db.$queryRaw<{ attempts: number; isLocked: boolean }[]>`
  select attempts, locked_by is not null as "isLocked" from graphile_worker.jobs
  where task_identifier = 'rehearse'`

async function join(rehearsal: Rehearsal): Promise<void> {
  await db.$transaction((transaction) => joinRehearsalLine(transaction, [rehearsal]))
}

describe('a rehearsal', () => {
  it('says what the present version of the lab makes of it, and touches no verdict', async () => {
    const rehearsal = await ordered()
    await run(rehearsal)
    const result = await resultOf(rehearsal)
    expect(result).toMatchObject({ outcome: 'failed', labVersion: raft.version, isApplied: false })
    expect(result.checksTotal).toBeGreaterThan(result.checksHeld)
    expect(await db.submissionVerdict.count()).toBe(0)
  })

  it('makes way for a learner and comes back', async () => {
    const rehearsal = await ordered()
    await run(rehearsal, AbortSignal.abort())
    expect((await resultOf(rehearsal)).outcome).toBeNull()
    expect(await jobs()).toEqual([{ attempts: 0, isLocked: false }])
  })

  it('is left to a grader that knows the version', async () => {
    const rehearsal = await ordered(raft.version + 1)
    await run(rehearsal)
    expect((await resultOf(rehearsal)).outcome).toBeNull()
    expect(await jobs()).toHaveLength(1)
  })

  it('is taken by a grader that runs, once nobody waits', async () => {
    const rehearsal = await ordered()
    await join(rehearsal)
    await startGraderProcess()
    await vi.waitFor(async () => {
      expect((await resultOf(rehearsal)).outcome).toBe('failed')
      expect(await jobs()).toEqual([])
    }, PATIENCE)
  })

  it('of what was discarded does nothing', async () => {
    const rehearsal = await ordered()
    await db.regradeResult.deleteMany({})
    await run(rehearsal)
    expect(await db.regradeResult.count()).toBe(0)
    expect(await jobs()).toEqual([])
  })
})

describe('a sweep', () => {
  it('leaves alone what waits', async () => {
    const rehearsal = await ordered()
    await join(rehearsal)
    await db.$executeRaw`update graphile_worker._private_jobs set attempts = 2`
    await sweepRehearsals(10)
    expect(await jobs()).toEqual([{ attempts: 2, isLocked: false }])
  })

  it('gives what lost its job, or whose grader died, a new one', async () => {
    const rehearsal = await ordered()
    await sweepRehearsals(10)
    expect(await jobs()).toHaveLength(1)
    await db.$executeRaw`
      update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now(), attempts = 1`
    await sweepRehearsals(10)
    expect(await jobs()).toContainEqual({ attempts: 0, isLocked: false })
    expect((await resultOf(rehearsal)).fault).toBeNull()
  })

  it('says of what failed too often that nobody could grade it', async () => {
    const rehearsal = await ordered()
    await join(rehearsal)
    await db.$executeRaw`update graphile_worker._private_jobs set attempts = max_attempts`
    await sweepRehearsals(10)
    expect((await resultOf(rehearsal)).fault).toContain('No grader could grade it again')
    expect(await jobs()).toEqual([])
  })
})
