/** What staff see of the work of a class: facts, the grid, broken claims, and nothing beyond. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { rankClaims } from '#app/_classes/claims/rank-claims.ts'
import { readStepFailures } from '#app/_server/classes/broken-checks.ts'
import { readGrid } from '#app/_server/classes/grid.ts'
import {
  listSubmissionsOf,
  readRunBytes,
  readRunOfClass,
} from '#app/_server/classes/learner-submissions.ts'
import { db } from '#db'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import {
  addMembers,
  brokenCheck,
  type ClassWorld,
  makeClass,
  makeGraded,
  STEP,
} from './class-world.ts'

vi.mock('#app/_server/quizzes.ts', () => ({
  readQuizSets: () => Promise.resolve([{ id: 'cap', title: 'CAP' }]),
}))
vi.mock('#app/_server/content.ts', () => ({
  readCourse: () =>
    Promise.resolve({ modules: [{ lessons: [{ slug: 'healing', title: 'Healing' }] }] }),
}))

let site: AccountSite
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())

const LEARNERS = ['ada', 'bob', 'carol', 'dan']
const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR)

let world: ClassWorld
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  await makePerson('owner', 'instructor')
  for (const id of LEARNERS) await makePerson(id, 'member')
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', LEARNERS)
})

async function gridRow(userId: string) {
  const { learners } = await readGrid(world.classId, new Date())
  return learners.find((one) => one.userId === userId)?.row
}

describe('the grid', () => {
  test('marks each learner’s work by their submissions, ours faults left out', async () => {
    await makeGraded({ userId: 'ada', outcome: 'failed', createdAt: ago(5) })
    await makeGraded({ userId: 'ada', outcome: 'passed', createdAt: ago(4) })
    for (const hours of [9, 8, 7]) {
      await makeGraded({ userId: 'bob', outcome: 'failed', createdAt: ago(hours) })
    }
    for (const hours of [9, 8, 7]) {
      await makeGraded({ userId: 'carol', outcome: 'our-fault', createdAt: ago(hours) })
    }
    expect((await gridRow('ada'))?.cells).toMatchObject([{ mark: 'done', tries: 2 }])
    expect(await gridRow('bob')).toMatchObject({ stuck: { tries: 3 }, done: 0 })
    expect((await gridRow('carol'))?.cells).toMatchObject([{ mark: 'untouched', tries: 0 }])
  })

  test('has lessons beside steps', async () => {
    await db.assignment.create({
      data: {
        classId: world.classId,
        title: 'Read',
        kind: 'lesson',
        target: 'healing',
        opensAt: ago(10),
      },
    })
    await db.lessonProgress.create({
      data: {
        userId: 'ada',
        slug: 'healing',
        openedAt: ago(2),
        touchedAt: ago(1),
        readAt: ago(1),
        place: '',
        answers: {},
      },
    })
    const { units, learners } = await readGrid(world.classId, new Date())
    expect(units.map(({ title }) => title)).toContain('Healing')
    const at = units.findIndex(({ kind }) => kind === 'lesson')
    expect(learners.find(({ userId }) => userId === 'ada')?.row.cells[at]?.mark).toBe('done')
  })

  test('has quizzes, done when they were first handed in', async () => {
    await db.assignment.create({
      data: {
        classId: world.classId,
        title: 'Quiz',
        kind: 'quiz',
        target: 'cap',
        opensAt: ago(10),
      },
    })
    await db.quizAttempt.create({ data: { userId: 'ada', setId: 'cap', handedInAt: ago(1) } })
    await db.quizAttempt.create({ data: { userId: 'bob', setId: 'cap' } })
    const { units, learners } = await readGrid(world.classId, new Date())
    const at = units.findIndex(({ kind }) => kind === 'quiz')
    expect(units[at]?.title).toBe('CAP')
    const marks = learners.map(({ row }) => row.cells[at]?.mark)
    expect(marks).toEqual(['done', 'trying', 'untouched', 'untouched'])
  })

  test('counts what somebody did in other steps for nothing', async () => {
    await makeGraded({ userId: 'ada', outcome: 'passed', stepId: '01-ping' })
    expect((await gridRow('ada'))?.done).toBe(0)
  })

  test('counts a step of one lab for none of another that is called the same', async () => {
    const stepIds = ['01-g-counter']
    const other = { title: 'Counters', kind: 'step' as const, target: 'crdt', stepIds }
    await db.assignment.create({ data: { ...other, classId: world.classId, opensAt: ago(10) } })
    await makeGraded({ userId: 'ada', outcome: 'passed', stepId: '01-g-counter' })
    expect((await gridRow('ada'))?.done).toBe(0)
  })

  test('has the active learners, under the names of the roster', async () => {
    await db.rosterEntry.create({
      data: { classId: world.classId, email: 'a@x.example', name: 'Ada L.', userId: 'ada' },
    })
    await db.membership.updateMany({ where: { userId: 'dan' }, data: { state: 'removed' } })
    const { learners } = await readGrid(world.classId, new Date())
    expect(learners.map(({ name }) => name)).toEqual(['Ada L.', 'bob', 'carol'])
  })
})

describe('broken claims', () => {
  test('are ranked by learners, from the newest submission of each', async () => {
    const fail = (userId: string, message: string, hours: number, events = 10) =>
      makeGraded({
        userId,
        outcome: 'failed',
        createdAt: ago(hours),
        checks: [brokenCheck(message, events)],
      })
    await fail('ada', 'something else broke long ago', 20)
    await fail('ada', 'n1 and n2 lead term 4', 2, 30)
    const smallest = await fail('bob', 'n3 and n2 lead term 17', 2, 20)
    await fail('carol', 'n1 leads twice', 2)
    await fail('dan', 'n1 leads twice', 3)
    await makeGraded({ userId: 'dan', outcome: 'passed', createdAt: ago(1) })
    const { broken, judged, passed } = await readStepFailures(
      world.classId,
      STEP.labId,
      STEP.stepId,
    )
    expect({ judged, passed }).toEqual({ judged: 4, passed: 1 })
    const [first] = rankClaims(broken)
    expect(first).toMatchObject({
      claimId: 'election-safety',
      learners: 3,
      dominant: { learners: 2 },
    })
    expect(first?.runs.map(({ events }) => events)).toEqual([20, 30, 10])
    expect(first?.runs[0]?.submissionId).toBe(smallest)
  })

  test('have other ends beside them', async () => {
    await makeGraded({ userId: 'ada', outcome: 'does-not-compile' })
    const failures = await readStepFailures(world.classId, STEP.labId, STEP.stepId)
    expect(failures.otherEnds).toEqual([{ outcome: 'does-not-compile', learners: 1 }])
  })
})

describe('a run of a learner', () => {
  const failed = (userId: string, stepId?: string) =>
    makeGraded({
      userId,
      outcome: 'failed',
      checks: [brokenCheck('n1 leads twice')],
      ...(stepId === undefined ? {} : { stepId }),
    })

  test('is shown to their class', async () => {
    const id = await failed('ada')
    expect(await readRunBytes(world.classId, id, 'one-leader')).toBeDefined()
    expect((await readRunOfClass(world.classId, id, 'one-leader'))?.check.title).toBe(
      'Elects a leader',
    )
  })

  test('of a step that nobody assigned is nobody’s affair', async () => {
    const id = await failed('ada', '01-ping')
    expect(await readRunBytes(world.classId, id, 'one-leader')).toBeUndefined()
  })

  test('of somebody who is not a learner of the class is not there', async () => {
    await makePerson('eve', 'member')
    expect(await readRunBytes(world.classId, await failed('eve'), 'one-leader')).toBeUndefined()
    const other = await makeClass('eve')
    expect(await readRunBytes(other.classId, await failed('ada'), 'one-leader')).toBeUndefined()
  })

  test('is one of their submissions, newest first', async () => {
    await makeGraded({ userId: 'ada', outcome: 'passed', createdAt: ago(1) })
    await makeGraded({
      userId: 'ada',
      outcome: 'failed',
      createdAt: ago(2),
      checks: [brokenCheck('n1 leads twice')],
    })
    const list = await listSubmissionsOf('ada', STEP.labId, STEP.stepId)
    expect(list.map(({ outcome }) => outcome)).toEqual(['passed', 'failed'])
    expect(list[1]?.broken).toBe('A term has at most one leader.')
  })
})
