/** From the queue to the one verdict, with real processes and a real PostgreSQL. */
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { decodeKeptRun, type GradedShrink } from '#core'
import { db } from '#db'
import { gradeTasks } from '#host/queue/grade-task.ts'
import { ATTEMPTS_MAX, listSetAside, retrySetAside } from '#host/queue/set-aside.ts'
import { takeSubmission } from '#host/queue/submissions.ts'
import { sweepStranded } from '#host/queue/sweeper.ts'
import { recordVerdict } from '#host/queue/verdicts.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import { joinLine } from '../../prisma/line.ts'
import { ENDLESS, FIRST_DRAFT } from './first-draft.ts'
import {
  emptyQueue,
  exitOf,
  GRADE,
  kill,
  nothingIsLocked,
  PATIENCE,
  spawnGrader,
  startGraderProcess,
  stateIs,
  store,
  useQueue,
  verdictOf,
} from './queue-fixture.ts'
import { SEED_SECRET } from './sandbox-fixture.ts'

useQueue()

describe('a submission', () => {
  it('gets a verdict with results, traces and progress', { timeout: 60_000 }, async () => {
    await startGraderProcess()
    const id = await store(FIRST_DRAFT)
    const { verdict, ...submission } = await verdictOf(id)
    expect(verdict.outcome).toBe('failed')
    const { checks } = verdict.results as { checks: { checkId: string; verdict: string }[] }
    expect(checks.length).toBeGreaterThan(5)
    expect(submission.seedsTotal).toBeGreaterThan(100)
    expect(submission.seedsDone).toBe(submission.seedsTotal)
    const failures = await db.submissionFailure.findMany({ where: { submissionId: id } })
    expect(failures.map(({ checkId }) => checkId).sort()).toEqual(
      checks
        .filter((check) => check.verdict === 'fail')
        .map(({ checkId }) => checkId)
        .sort(),
    )
    for (const { run } of failures) {
      const { trace, lines } = decodeKeptRun(gunzipSync(run ?? ''))
      expect(trace.events.at(-1)?.kind).toBe('end')
      // Each line is one of the learner's own text.
      expect(lines.length).toBeGreaterThan(0)
      const count = FIRST_DRAFT.split('\n').length
      for (const { line } of lines) expect(line).toBeLessThanOrEqual(count)
    }
    await nothingIsLocked()
  })

  it('gets smaller runs of what failed after its verdict', { timeout: 90_000 }, async () => {
    await startGraderProcess()
    const id = await store(FIRST_DRAFT)
    await verdictOf(id)
    const failures = await vi.waitFor(async () => {
      const verdict = await db.submissionVerdict.findUniqueOrThrow({
        where: { submissionId: id },
        include: { failures: true },
      })
      expect(verdict.isShrinking).toBe(false)
      return verdict.failures
    }, PATIENCE)
    const small = failures.filter((failure) => failure.small !== null)
    expect(small.length).toBeGreaterThan(failures.length / 2)
    for (const { small: found, smallRun, run } of small) {
      const { before, after, failure } = found as unknown as GradedShrink
      const { trace } = decodeKeptRun(gunzipSync(smallRun ?? ''))
      expect(trace.events).toHaveLength(after.events)
      expect(decodeKeptRun(gunzipSync(run ?? '')).trace.events).toHaveLength(before.events)
      expect(failure.eventCount).toBe(after.events)
      expect(after.faults).toBeLessThanOrEqual(before.faults)
    }
    await nothingIsLocked()
  })

  it('that does not compile is told so at once', { timeout: 60_000 }, async () => {
    await startGraderProcess()
    const { verdict } = await verdictOf(await store('class {'))
    expect(verdict).toMatchObject({ outcome: 'does-not-compile', results: { checks: [] } })
    // Grades count the checks that never ran, too.
    expect(verdict).toMatchObject({ checksHeld: 0, checksTotal: expect.toSatisfy((n) => n > 1) })
    expect(verdict.message).toMatch(/^Line 1, column \d+: /)
  })

  it('is taken over by another when its grader is killed', { timeout: 90_000 }, async () => {
    const first = await startGraderProcess()
    const id = await store(ENDLESS)
    await stateIs(id, 'running')
    const { holderId } = await db.submission.findUniqueOrThrow({ where: { id } })
    await kill(first)
    await startGraderProcess()
    const { verdict, fence, triedBy } = await verdictOf(id)
    expect(verdict.outcome).toBe('time-limit')
    expect(fence).toBe(2)
    expect(triedBy).toEqual([holderId])
  })

  it('goes back to the queue when its grader is told to stop', { timeout: 90_000 }, async () => {
    const grader = await startGraderProcess()
    const ids = [await store(ENDLESS), await store(ENDLESS), await store(ENDLESS)]
    await stateIs(ids[0] as string, 'running')
    const ended = exitOf(grader)
    grader.kill('SIGTERM')
    expect(await ended).toBe(0)
    await nothingIsLocked()
    expect(await db.submission.count({ where: { id: { in: ids }, state: 'running' } })).toBe(0)
    expect(await db.grader.count({ where: { id: { contains: `-${grader.pid}-` } } })).toBe(0)
    await emptyQueue()
  })
})

describe('a grader', () => {
  it('ends with the process that started it', { timeout: 60_000 }, async () => {
    const grader = await startGraderProcess({ NETSPLIT_PARENT_PIPE: '1' })
    const ended = exitOf(grader)
    grader.stdin?.end()
    expect(await ended).toBe(0)
  })

  it('says in one line what is missing', async () => {
    const grader = spawnGrader({ NETSPLIT_SEED_SECRET: '' })
    expect(await exitOf(grader.child)).toBe(1)
    expect(grader.output()).toBe(
      'grader: NETSPLIT_SEED_SECRET must be at least 16 characters long.\n',
    )
  })
})

describe('the fence', () => {
  it('lets only the newest holder record a verdict, once', async () => {
    const id = await store(FIRST_DRAFT)
    const slow = await takeSubmission(id, 'slow')
    const quick = await takeSubmission(id, 'quick')
    if (slow === undefined || quick === undefined) throw new Error('both were given it')
    expect(await recordVerdict(slow, GRADE, { graderId: 'slow', labVersion: 1 })).toBe(false)
    expect(await recordVerdict(quick, GRADE, { graderId: 'quick', labVersion: 1 })).toBe(true)
    expect(await recordVerdict(quick, GRADE, { graderId: 'quick', labVersion: 1 })).toBe(false)
    expect(await takeSubmission(id, 'late')).toBeUndefined()
    expect(await verdictOf(id)).toMatchObject({ verdict: { graderId: 'quick' } })
    await emptyQueue()
  })
})

describe('two graders with the same submission', () => {
  it('both grade it, and one verdict is recorded', { timeout: 90_000 }, async () => {
    await emptyQueue()
    await Promise.all([startGraderProcess(), startGraderProcess()])
    const id = await store(ENDLESS)
    await stateIs(id, 'running')
    const { holderId: first } = await db.submission.findUniqueOrThrow({ where: { id } })
    // As if the first had been taken for dead.
    await db.$transaction((transaction) =>
      joinLine(transaction, { lane: 'interactive', ids: [id] }),
    )
    const { verdict, fence, triedBy } = await verdictOf(id)
    expect(fence).toBe(2)
    expect(verdict.graderId).not.toBe(first)
    expect(triedBy).toEqual([])
    await nothingIsLocked()
    expect(await db.submissionVerdict.count({ where: { submissionId: id } })).toBe(1)
  })
})

describe('a fault of ours', () => {
  const broken = { command: '/bin/false', args: [], descriptor3: undefined }

  /** Takes the submission as this grader and fails, once. */
  async function failOn(id: string, graderId: string): Promise<readonly string[]> {
    const faults: string[] = []
    const pool = new SandboxPool(broken, 0)
    const { tasks } = gradeTasks({
      pool,
      workerCount: 2,
      seedSecret: SEED_SECRET,
      graderId,
      signal: new AbortController().signal,
      onFault: (line) => faults.push(line),
    })
    await tasks.grade?.({ submissionId: id }, {} as never)
    pool.close()
    return faults
  }

  it('costs nothing, and sets the submission aside when it comes each time', async () => {
    const id = await store(FIRST_DRAFT)
    for (let attempt = 1; attempt < ATTEMPTS_MAX; attempt++) {
      expect((await failOn(id, `grader ${attempt}`)).join()).toContain('it is tried again')
      await stateIs(id, 'queued')
    }
    expect((await failOn(id, 'the last')).join()).toContain('it is set aside')
    expect(await db.submission.findUnique({ where: { id }, include: { verdict: true } })).toEqual(
      expect.objectContaining({ state: 'setAside', verdict: null }),
    )
    const [aside] = await listSetAside()
    expect(aside).toMatchObject({ id, lane: 'interactive' })
    expect(aside?.triedBy).toEqual(['grader 1', 'grader 2', 'grader 3', 'the last'])
    expect(aside?.reason).not.toBe('')
    expect(await db.$queryRaw`select 1 from graphile_worker.jobs where key = ${id}`).toEqual([])
  })

  it('that is mended ends in a verdict after a retry', { timeout: 60_000 }, async () => {
    const ids = (await listSetAside()).map(({ id }) => id)
    expect(ids).toHaveLength(1)
    expect(await retrySetAside(ids)).toEqual(ids)
    expect(await listSetAside()).toEqual([])
    await startGraderProcess()
    expect(await verdictOf(ids[0] ?? '')).toMatchObject({ triedBy: [] })
    expect(await retrySetAside(ids)).toEqual([])
  })

  it('is tried by others first, where there are any', async () => {
    await emptyQueue()
    const id = await store(FIRST_DRAFT)
    await failOn(id, 'first')
    await db.grader.create({ data: { id: 'second', workerIds: [], layers: [] } })
    expect(await takeSubmission(id, 'first')).toBeUndefined()
    await stateIs(id, 'queued')
    expect(await takeSubmission(id, 'second')).toMatchObject({ id })
    await db.grader.deleteMany({})
    expect(await takeSubmission(id, 'first')).toMatchObject({ id })
    await emptyQueue()
  })

  it('counts when a grader dies, but not when only its job is lost', async () => {
    const id = await store(FIRST_DRAFT)
    await takeSubmission(id, 'dead')
    await db.$executeRaw`select graphile_worker.remove_job(${id})`
    expect(await sweepStranded(0)).toEqual([id])
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({
      state: 'queued',
      triedBy: ['dead'],
    })
    await db.$executeRaw`select graphile_worker.remove_job(${id})`
    expect(await sweepStranded(0)).toEqual([id])
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ triedBy: ['dead'] })
    expect(await sweepStranded(0)).toEqual([])
    await emptyQueue()
  })
})

describe('a job', () => {
  it('that a living grader forgot is taken back', async () => {
    const id = await store(FIRST_DRAFT)
    await db.$executeRaw`
      update graphile_worker._private_jobs
      set locked_by = 'pool', locked_at = now() - interval '1 minute' where key = ${id}`
    const grader = { id: 'alive', workerIds: ['pool'], layers: [] }
    await db.grader.create({ data: { ...grader, holding: [id] } })
    expect(await sweepStranded(5)).toEqual([])
    await db.grader.update({ where: { id: 'alive' }, data: { holding: [] } })
    await vi.waitFor(async () => expect(await sweepStranded(5)).toEqual([id]), PATIENCE)
    await emptyQueue()
  })
})
