/** A regrade never delays a learner: with the real grader process. */
import { describe, expect, it, vi } from 'vitest'
import { db } from '#db'
import { BulkGate } from '#host/queue/bulk-gate.ts'
import { orderRegrade } from '#host/queue/regrade.ts'
import { ENDLESS } from './first-draft.ts'
import {
  exitOf,
  PATIENCE,
  startGraderProcess,
  store,
  useQueue,
  verdictOf,
} from './queue-fixture.ts'
import { LAB } from './sandbox-fixture.ts'

useQueue()

describe('a bulk job', () => {
  it('makes way for a learner at once, and is done afterwards', { timeout: 120_000 }, async () => {
    const grader = await startGraderProcess()
    const old = await store(ENDLESS)
    const { fence } = await verdictOf(old)
    await db.submissionVerdict.update({ where: { submissionId: old }, data: { labVersion: 0 } })
    expect(await orderRegrade(LAB)).toMatchObject({ count: 1 })
    await vi.waitFor(async () => {
      expect(await held(old)).toMatchObject({ holderId: expect.any(String) })
    }, PATIENCE)
    const urgent = await store('class {')
    await verdictOf(urgent)
    expect(await held(old)).toMatchObject({ regradeVersion: expect.any(Number) })
    await vi.waitFor(async () => {
      expect(await held(old)).toMatchObject({ regradeVersion: null, holderId: null, triedBy: [] })
    }, PATIENCE)
    const after = await verdictOf(old)
    expect(after.verdict.regradedAt).not.toBeNull()
    expect(after.verdict.outcome).toBe('time-limit')
    // Taken, stopped for the learner, and taken again.
    expect(after.fence).toBeGreaterThanOrEqual(fence + 2)
    const ended = exitOf(grader)
    grader.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('is left alone by a grader for learners only', { timeout: 60_000 }, async () => {
    await startGraderProcess({ NETSPLIT_GRADER_LANES: 'interactive' })
    await db.submissionVerdict.updateMany({ data: { labVersion: 0 } })
    expect(await orderRegrade(LAB)).toMatchObject({ count: 2 })
    await verdictOf(await store('class {'))
    expect(await db.submission.count({ where: { regradeVersion: { not: null } } })).toBe(2)
    expect(await db.submission.count({ where: { holderId: { not: null } } })).toBe(0)
  })
})

describe('the gate', () => {
  it('is shut while any learner is inside, and stops who has begun', async () => {
    const gate = new BulkGate()
    const stopped = gate.pass(
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve('made way'))
        }),
    )
    const [first, second] = [gate.enter(), gate.enter()]
    expect(await stopped).toBe('made way')
    first()
    first()
    expect(gate.isShut).toBe(true)
    expect(await gate.pass(async ({ aborted }) => aborted)).toBe(true)
    second()
    expect(gate.isShut).toBe(false)
    expect(await gate.pass(async ({ aborted }) => aborted)).toBe(false)
  })
})

function held(id: string) {
  return db.submission.findUniqueOrThrow({ where: { id } })
}
