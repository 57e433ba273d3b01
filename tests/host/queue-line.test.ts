/** Who is graded next: the policy of the line, on a real database, without gradings. */
import { Logger, runOnce } from 'graphile-worker'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readSubmission } from '#app/_server/submissions.ts'
import { submit } from '#app/_server/submissions-intake.ts'
import { db } from '#db'
import { orderRegrade } from '#host/queue/regrade.ts'
import { takeRegrade, takeSubmission } from '#host/queue/submissions.ts'
import { recordVerdict } from '#host/queue/verdicts.ts'
import { makeUsers } from '../support/people.ts'
import { emptyQueue, GRADE, stateIs, useQueue } from './queue-fixture.ts'

const lab = vi.hoisted(() => ({ version: 1 }))

// More steps than there are labs for, so that one person can wait for several.
vi.mock('#labs/index.ts', () => ({
  labs: [],
  findStep: (labId: string, stepId: string) =>
    stepId === 'none' ? undefined : { lab: { id: labId, version: lab.version }, step: {} },
}))

const people = Array.from({ length: 40 }, (_, index) => `person-${index}`)
const [ann = '', ben = '', cat = ''] = people

useQueue()

afterEach(async () => {
  lab.version = 1
  await emptyQueue()
  await db.user.deleteMany({ where: { id: { in: people } } })
})

describe('the line', () => {
  it('is first come, first served among people, however much one of them hands in', async () => {
    await makeUsers(people)
    for (const step of ['1', '2', '3']) await handIn(ann, step)
    await handIn(ben, '1')
    await handIn(cat, '1')
    expect(await gradeAll()).toEqual(['0/1', '1/1', '2/1', '0/2', '0/3'])
  })

  it('lets nobody wait behind two of the same person', async () => {
    await makeUsers(people)
    const arrived: string[] = []
    for (const [index, person] of people.entries()) {
      for (let step = 0; step <= index % 3; step++) {
        await handIn(person, String(step))
        arrived.push(`${index}/${step}`)
      }
    }
    const graded = await gradeAll()
    expect(graded.toSorted()).toEqual(arrived.toSorted())
    for (const [index] of people.entries()) {
      const before = graded.slice(0, graded.indexOf(`${index}/0`))
      const counts = people.map(
        (_, other) => before.filter((x) => x.startsWith(`${other}/`)).length,
      )
      expect(Math.max(...counts)).toBeLessThanOrEqual(1)
    }
  })

  it('leaves no gap when one is superseded or its person adds another', async () => {
    await makeUsers(people)
    for (const step of ['1', '2']) await handIn(ann, step)
    await handIn(ann, '1')
    await handIn(ann, '3')
    const open = await db.submission.findMany({
      where: { state: 'queued' },
      orderBy: { turn: 'asc' },
      select: { turn: true, stepId: true },
    })
    expect(open).toEqual([
      { turn: 0, stepId: '1' },
      { turn: 1, stepId: '2' },
      { turn: 2, stepId: '3' },
    ])
  })

  it('takes three steps of one person and no more, and a thousand in all', async () => {
    await makeUsers(people)
    for (const step of ['1', '2', '3']) await handIn(ann, step)
    expect(await submit(order(ann, '4'))).toEqual({ kind: 'too-many-waiting', limit: 3 })
    expect(await submit(order(ann, '3'))).toMatchObject({ kind: 'submitted' })
    expect(await submit(order(ben, 'none'))).toEqual({ kind: 'no-such-step' })
    await db.$executeRaw`
      insert into "Submission" (id, "userId", "labId", "stepId", "labVersion", source)
      select gen_random_uuid(), ${cat}, 'lab', 'many', 1, '' from generate_series(4, 1000)`
    expect(await submit(order(ben, '1'))).toEqual({ kind: 'queue-full' })
    expect(await submit(order(ann, '3'))).toMatchObject({ kind: 'submitted' })
    expect(await db.submission.count({ where: { state: 'queued' } })).toBe(1_000)
    expect(await db.submission.count({ where: { userId: ben } })).toBe(0)
  })

  it('tells everybody their place, and when to expect a verdict', async () => {
    await makeUsers(people)
    const slow = await handIn(ann, 'slow')
    await gradeAll()
    await db.submission.update({ where: { id: slow }, data: { gradingMs: 60_000 } })
    await db.grader.create({
      data: { id: 'grader', workerIds: [], layers: [], concurrency: 2 },
    })
    const first = await handIn(ben, 'slow')
    const second = await handIn(cat, 'slow')
    expect(await readSubmission(first, ben)).toMatchObject({ position: 1, estimateMs: 60_000 })
    expect(await readSubmission(second, cat)).toMatchObject({ position: 2, estimateMs: 90_000 })
    const view = await readSubmission(await handIn(ann, 'never graded'), ann)
    expect(view).toMatchObject({ position: 3, isGraderUp: true })
    expect(view).not.toHaveProperty('estimateMs')
    expect(await readSubmission(first, cat)).toBeUndefined()
  })
})

describe('a newer submission of a step', () => {
  it('supersedes the one that waits and has its place', async () => {
    await makeUsers(people)
    const older = await handIn(ann, '1')
    await handIn(ben, '1')
    const newer = await handIn(ann, '1')
    expect(await readSubmission(older, ann)).toMatchObject({ state: 'superseded', position: 0 })
    expect(await readSubmission(newer, ann)).toMatchObject({ state: 'queued', position: 1 })
    expect(await gradeAll()).toEqual(['0/1', '1/1'])
    expect(await db.submissionVerdict.count({ where: { submissionId: older } })).toBe(0)
  })

  it('leaves one that runs to its verdict', async () => {
    await makeUsers(people)
    const older = await handIn(ann, '1')
    const held = await takeSubmission(older, 'grader')
    const newer = await handIn(ann, '1')
    await stateIs(older, 'running')
    if (held === undefined) throw new Error('nobody else took it')
    expect(await recordVerdict(held, GRADE, { graderId: 'grader', labVersion: 1 })).toBe(true)
    await stateIs(older, 'graded')
    await stateIs(newer, 'queued')
  })

  it('comes before a grader that has fetched the job but not yet taken it', async () => {
    await makeUsers(people)
    const older = await handIn(ann, '1')
    await db.$executeRaw`
      update graphile_worker._private_jobs set locked_by = 'grader', locked_at = now()`
    await handIn(ann, '1')
    expect(await takeSubmission(older, 'grader')).toBeUndefined()
    await stateIs(older, 'superseded')
  })
})

describe('a regrade', () => {
  it('is ordered once for what an older version judged, and replaces the verdict', async () => {
    await makeUsers(people)
    const id = await handIn(ann, '1')
    await gradeAll()
    const order = { labId: 'lab', stepId: '1' }
    expect(await orderRegrade(order)).toEqual({ kind: 'ordered', labVersion: 1, count: 0 })
    lab.version = 2
    expect(await orderRegrade(order)).toEqual({ kind: 'ordered', labVersion: 2, count: 1 })
    expect(await orderRegrade(order)).toEqual({ kind: 'ordered', labVersion: 2, count: 0 })
    const slow = await takeRegrade(id, 'slow')
    const quick = await takeRegrade(id, 'quick')
    if (slow === undefined || quick === undefined) throw new Error('both were given it')
    const grade = { ...GRADE, outcome: 'failed' } as const
    expect(await readSubmission(id, ann)).toMatchObject({ verdict: { outcome: 'passed' } })
    expect(await recordVerdict(slow, grade, { graderId: 'slow', labVersion: 2 })).toBe(false)
    expect(await recordVerdict(quick, grade, { graderId: 'quick', labVersion: 2 })).toBe(true)
    expect(await recordVerdict(quick, grade, { graderId: 'quick', labVersion: 2 })).toBe(false)
    expect(await readSubmission(id, ann)).toMatchObject({
      state: 'graded',
      verdict: { outcome: 'failed', regraded: { labVersion: 2 } },
    })
    expect(await orderRegrade(order)).toEqual({ kind: 'ordered', labVersion: 2, count: 0 })
    expect(await orderRegrade({ labId: 'lab', stepId: 'none' })).toEqual({ kind: 'no-such-step' })
  })
})

function order(userId: string, stepId: string) {
  return { userId, labId: 'lab', stepId, source: 'class {}' }
}

async function handIn(userId: string, stepId: string): Promise<string> {
  const submitted = await submit(order(userId, stepId))
  if (submitted.kind !== 'submitted') throw new Error(submitted.kind)
  return submitted.id
}

/** Grades everything with one pretended grader; returns `<person>/<step>` in its order. */
async function gradeAll(): Promise<readonly string[]> {
  const order: string[] = []
  await runOnce({
    connectionString: process.env.DATABASE_URL ?? '',
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: {
      async grade(payload) {
        const held = await takeSubmission((payload as { submissionId: string }).submissionId, 'g')
        if (held === undefined) return
        order.push(`${people.indexOf(held.userId)}/${held.stepId}`)
        await recordVerdict(held, GRADE, { graderId: 'g', labVersion: lab.version })
      },
    },
  })
  return order
}
