/**
 * What staff are told of a class in figures: first goes at quizzes, misconceptions, checks, days and
 * hours. Only active learners count, and only work that the class is given.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readGrid } from '#app/_server/classes/grid.ts'
import { readActivity } from '#app/_server/classes/statistics/activity.ts'
import { readCheckOutcomes } from '#app/_server/classes/statistics/check-outcomes.ts'
import { readClassMisconceptions } from '#app/_server/classes/statistics/class-misconceptions.ts'
import { readFirstAnswers } from '#app/_server/classes/statistics/first-answers.ts'
import { db } from '#db'
import { RIGHT, WRONG } from '../../support/some-questions.ts'
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

const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR)

let world: ClassWorld
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  await makePerson('owner', 'instructor')
  for (const id of ['ada', 'bob', 'gone', 'eve']) await makePerson(id, 'member')
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', ['ada', 'bob', 'gone'])
  await db.membership.updateMany({ where: { userId: 'gone' }, data: { state: 'removed' } })
})

interface AttemptToMake {
  readonly userId: string
  readonly startedAt: Date
  readonly share: number
  readonly isHandedIn?: boolean
  readonly setId?: string
}

async function makeAttempt(attempt: AttemptToMake): Promise<void> {
  const { userId, startedAt, share, isHandedIn = true, setId = 'cap' } = attempt
  const handedInAt = isHandedIn ? new Date(startedAt.getTime() + 60_000) : null
  const item = {
    questionId: 'one',
    position: 0,
    answer: share === 1 ? RIGHT : WRONG,
    confidence: 95,
    share: isHandedIn ? share : null,
    misconceptions: isHandedIn && share < 1 ? ['myth'] : [],
  }
  await db.quizAttempt.create({
    data: { userId, setId, startedAt, handedInAt, items: { create: item } },
  })
}

describe('answers to a quiz', () => {
  test('are those of the first go that each learner handed in', async () => {
    await makeAttempt({ userId: 'ada', startedAt: ago(9), share: 0 })
    await makeAttempt({ userId: 'ada', startedAt: ago(5), share: 1 })
    await makeAttempt({ userId: 'bob', startedAt: ago(4), share: 1 })
    await makeAttempt({ userId: 'bob', startedAt: ago(3), share: 0, isHandedIn: false })
    expect(await readFirstAnswers(world.classId, 'cap')).toEqual([
      {
        userId: 'ada',
        questionId: 'one',
        answer: WRONG,
        confidence: 95,
        share: 0,
        misconceptions: ['myth'],
      },
      {
        userId: 'bob',
        questionId: 'one',
        answer: RIGHT,
        confidence: 95,
        share: 1,
        misconceptions: [],
      },
    ])
  })

  test('are none of those who left, of others, of an open go, or of another quiz', async () => {
    await makeAttempt({ userId: 'gone', startedAt: ago(9), share: 0 })
    await makeAttempt({ userId: 'eve', startedAt: ago(9), share: 0 })
    await makeAttempt({ userId: 'ada', startedAt: ago(9), share: 0, isHandedIn: false })
    await makeAttempt({ userId: 'bob', startedAt: ago(9), share: 0, setId: 'other' })
    expect(await readFirstAnswers(world.classId, 'cap')).toEqual([])
  })
})

describe('misconceptions of the class', () => {
  test('are counted by learners over the first goes at all of its quizzes', async () => {
    await makeAttempt({ userId: 'ada', startedAt: ago(9), share: 0 })
    await makeAttempt({ userId: 'ada', startedAt: ago(8), share: 0, setId: 'other' })
    await makeAttempt({ userId: 'bob', startedAt: ago(9), share: 1 })
    await makeAttempt({ userId: 'bob', startedAt: ago(8), share: 0 })
    await makeAttempt({ userId: 'gone', startedAt: ago(9), share: 0 })
    const read = (...setIds: readonly string[]) => readClassMisconceptions(world.classId, setIds, 5)
    expect(await read('cap', 'other')).toEqual([{ id: 'myth', holders: 1, sure: 1, setId: 'cap' }])
    await makeAttempt({ userId: 'bob', startedAt: ago(2), share: 0, setId: 'other' })
    expect(await read('cap', 'other')).toMatchObject([{ holders: 2, setId: 'other' }])
    expect(await read()).toEqual([])
  })
})

const { failure: _failure, ...CHECK } = brokenCheck('')
const KEPT = { ...CHECK, verdict: 'pass' }
const BROKEN = brokenCheck('n1 and n2 lead term 1')

function outcomes(stepId: string = STEP.stepId) {
  return readCheckOutcomes(world.classId, STEP.labId, stepId)
}

describe('outcomes of checks', () => {
  test('say how it was first and last, and from which submission on it held', async () => {
    const hand = (hours: number, outcome: string, ...checks: readonly (typeof KEPT)[]) =>
      makeGraded({ userId: 'ada', outcome, createdAt: ago(hours), checks })
    const other = { ...KEPT, checkId: 'other', title: 'Another', visible: false }
    await hand(9, 'does-not-compile')
    await hand(8, 'failed', BROKEN, other)
    await hand(7, 'failed', BROKEN, other)
    await hand(6, 'passed', KEPT, other)
    await hand(5, 'failed', BROKEN, other)
    await hand(4, 'our-fault', KEPT)
    expect(await outcomes()).toEqual([
      {
        userId: 'ada',
        checkId: 'one-leader',
        title: 'Elects a leader',
        isVisible: true,
        firstHeld: false,
        lastHeld: false,
        heldFrom: 3,
        broken: 3,
      },
      {
        userId: 'ada',
        checkId: 'other',
        title: 'Another',
        isVisible: false,
        firstHeld: true,
        lastHeld: true,
        heldFrom: 1,
        broken: 0,
      },
    ])
  })

  test('leave out what was not run, other steps, and people who are no learners', async () => {
    const notRun = { ...KEPT, seedsRun: 0, verdict: 'unknown' }
    await makeGraded({ userId: 'ada', outcome: 'failed', checks: [notRun] })
    await makeGraded({ userId: 'bob', outcome: 'passed', checks: [KEPT], stepId: '01-ping' })
    await makeGraded({ userId: 'gone', outcome: 'passed', checks: [KEPT] })
    await makeGraded({ userId: 'eve', outcome: 'passed', checks: [KEPT] })
    expect(await outcomes()).toEqual([])
    expect(await outcomes('01-ping')).toHaveLength(1)
  })
})

describe('days and hours', () => {
  test('count what was handed in or read of the class’s work, by quarters of an hour', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 16, 9, minute))
    for (const [kind, target] of [
      ['quiz', 'cap'],
      ['lesson', 'healing'],
    ] as const) {
      await db.assignment.create({
        data: { classId: world.classId, title: target, kind, target, opensAt: at(0) },
      })
    }
    await makeGraded({ userId: 'ada', outcome: 'failed', createdAt: at(3) })
    await makeGraded({ userId: 'bob', outcome: 'passed', createdAt: at(14) })
    await makeGraded({ userId: 'bob', outcome: 'passed', createdAt: at(14), stepId: '01-ping' })
    await makeGraded({ userId: 'gone', outcome: 'passed', createdAt: at(14) })
    await makeAttempt({ userId: 'ada', startedAt: at(20), share: 1 })
    await makeAttempt({ userId: 'ada', startedAt: at(20), share: 1, setId: 'other' })
    const read = { openedAt: at(0), touchedAt: at(31), place: '', answers: {} }
    await db.lessonProgress.create({
      data: { userId: 'bob', slug: 'healing', ...read, readAt: at(31) },
    })
    const { units } = await readGrid(world.classId, new Date())
    const counts = await readActivity(world.classId, units, at(0))
    const sorted = counts.toSorted((a, b) => a.from.getTime() - b.from.getTime())
    expect(sorted).toEqual([
      { from: at(0), count: 2 },
      { from: at(15), count: 1 },
      { from: at(30), count: 1 },
    ])
    const later = await readActivity(world.classId, units, at(25))
    expect(later).toEqual([{ from: at(30), count: 1 }])
  })
})
