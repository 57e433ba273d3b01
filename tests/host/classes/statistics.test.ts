/**
 * What staff are told of a class in figures: first goes at quizzes, checks, days and hours, and who
 * may need them. Only active learners count, and only work that the class is given.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_RULES } from '#app/_classes/at-risk/rules.ts'
import { readGrid } from '#app/_server/classes/grid.ts'
import { readActivity } from '#app/_server/classes/statistics/activity.ts'
import { readAtRisk } from '#app/_server/classes/statistics/at-risk.ts'
import { keepAtRiskRules, readAtRiskRules } from '#app/_server/classes/statistics/at-risk-rules.ts'
import { readCheckOutcomes } from '#app/_server/classes/statistics/check-outcomes.ts'
import { readFirstAnswers } from '#app/_server/classes/statistics/first-answers.ts'
import { readRepeatedClaims } from '#app/_server/classes/statistics/repeated-claims.ts'
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

describe('claims that break again and again', () => {
  const fail = (userId: string, hours: number, stepId?: string) =>
    makeGraded({
      userId,
      outcome: 'failed',
      createdAt: ago(hours),
      // Two checks that find the same claim are one submission.
      checks: [BROKEN, { ...BROKEN, checkId: 'again' }],
      ...(stepId === undefined ? {} : { stepId }),
    })

  async function repeated(atLeast: number) {
    const { units } = await readGrid(world.classId, new Date())
    return readRepeatedClaims(world.classId, units, atLeast)
  }

  test('are counted by submissions, until one passes', async () => {
    for (const hours of [5, 4, 3]) await fail('ada', hours)
    for (const hours of [5, 4, 3]) await fail('bob', hours)
    await makeGraded({ userId: 'bob', outcome: 'passed', createdAt: ago(1) })
    for (const hours of [5, 4, 3]) await fail('gone', hours)
    for (const hours of [5, 4, 3]) await fail('ada', hours, '01-ping')
    const found = await repeated(3)
    expect(found).toMatchObject([
      {
        userId: 'ada',
        stepId: STEP.stepId,
        submissions: 3,
        sentence: 'A term has at most one leader.',
      },
    ])
    expect(found[0]?.since.getTime()).toBeCloseTo(ago(5).getTime(), -4)
    expect(await repeated(4)).toEqual([])
  })

  test('list their learner, with all the rules that are on', async () => {
    for (const hours of [6, 5, 4, 3]) await fail('ada', hours)
    const now = new Date()
    const grid = await readGrid(world.classId, now)
    const off = { ...DEFAULT_RULES, sameClaim: { isOn: false, submissions: 4 } }
    const lists = await readAtRisk(world.classId, grid, [DEFAULT_RULES, off], now)
    expect(lists[0]).toMatchObject([
      { userId: 'ada', reasons: [{ kind: 'same-claim', submissions: 4 }] },
    ])
    expect(lists[1]).toEqual([])
    // Nobody has done a thing for nine days once these have passed.
    const later = new Date(now.getTime() + 4.5 * 24 * HOUR)
    const patient = { ...off, quiet: { isOn: true, days: 4 } }
    const [quiet] = await readAtRisk(
      world.classId,
      await readGrid(world.classId, later),
      [patient],
      later,
    )
    expect(quiet?.map(({ userId }) => userId)).toEqual(['ada', 'bob'])
  })
})

describe('rules', () => {
  const user = { id: 'owner', address: undefined } as Parameters<typeof keepAtRiskRules>[0]

  test('are the defaults until others are kept, with an entry of who did it', async () => {
    expect(await readAtRiskRules(world.classId)).toEqual(DEFAULT_RULES)
    const rules = { ...DEFAULT_RULES, missed: { isOn: false, missed: 1, of: 4 } }
    expect(await keepAtRiskRules(user, world.classId, rules)).toEqual({ kind: 'done' })
    expect(await readAtRiskRules(world.classId)).toEqual(rules)
    const [entry] = await db.auditEntry.findMany({ where: { action: 'at-risk-rules.set' } })
    expect(entry).toMatchObject({ actorId: 'owner', subjectId: world.classId })
    expect(entry?.after).toMatchObject({ missedIsOn: false, missedOf: 4 })
  })

  test('that cannot be are refused, and nothing changes', async () => {
    const rules = { ...DEFAULT_RULES, missed: { isOn: true, missed: 5, of: 4 } }
    expect(await keepAtRiskRules(user, world.classId, rules)).toMatchObject({
      kind: 'refused',
      status: 400,
    })
    expect(await readAtRiskRules(world.classId)).toEqual(DEFAULT_RULES)
  })
})
