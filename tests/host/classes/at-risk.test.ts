/** Whom the rules of a class name, from what its learners handed in, and the rules themselves. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_RULES } from '#app/_classes/at-risk/rules.ts'
import { copyClass } from '#app/_server/classes/copy-class.ts'
import { readGrid } from '#app/_server/classes/grid.ts'
import { readAtRisk } from '#app/_server/classes/statistics/at-risk.ts'
import { keepAtRiskRules, readAtRiskRules } from '#app/_server/classes/statistics/at-risk-rules.ts'
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
  readQuizSets: () => Promise.resolve([]),
}))
vi.mock('#app/_server/content.ts', () => ({
  readCourse: () => Promise.resolve({ modules: [] }),
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
  for (const id of ['ada', 'bob', 'gone']) await makePerson(id, 'member')
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', ['ada', 'bob', 'gone'])
  await db.membership.updateMany({ where: { userId: 'gone' }, data: { state: 'removed' } })
})

const BROKEN = brokenCheck('n1 and n2 lead term 1')

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

  /** By this rule alone. */
  async function listed(submissions: number) {
    const now = new Date()
    const off = { isOn: false, days: 1, missed: 1, of: 1, pieces: 1 }
    const rules = { quiet: off, missed: off, behind: off, sameClaim: { isOn: true, submissions } }
    const [list] = await readAtRisk(await readGrid(world.classId, now), [rules], now)
    return list ?? []
  }

  test('are counted by submissions, until one passes', async () => {
    for (const hours of [5, 4, 3]) await fail('ada', hours)
    for (const hours of [5, 4, 3]) await fail('bob', hours)
    await makeGraded({ userId: 'bob', outcome: 'passed', createdAt: ago(1) })
    for (const hours of [5, 4, 3]) await fail('gone', hours)
    for (const hours of [5, 4, 3]) await fail('ada', hours, '01-ping')
    const found = await listed(3)
    expect(found).toMatchObject([
      {
        userId: 'ada',
        reasons: [
          {
            unit: { stepId: STEP.stepId },
            submissions: 3,
            sentence: 'A term has at most one leader.',
          },
        ],
      },
    ])
    expect(found[0]?.reasons[0]?.since.getTime()).toBeCloseTo(ago(5).getTime(), -4)
    expect(await listed(4)).toEqual([])
  })

  test('are not other ends, however many', async () => {
    for (const hours of [6, 5, 4, 3]) {
      await makeGraded({ userId: 'ada', outcome: 'does-not-compile', createdAt: ago(hours) })
    }
    for (const hours of [9, 8]) await fail('ada', hours)
    expect(await listed(3)).toEqual([])
    expect(await listed(2)).toMatchObject([{ reasons: [{ submissions: 2 }] }])
  })

  test('are told by the claim that most submissions break', async () => {
    const { outcome } = BROKEN.failure
    const other = {
      ...BROKEN,
      checkId: 'log',
      claims: [{ id: 'log-matching', sentence: 'Logs agree.', source: '', ask: '' }],
      failure: { ...BROKEN.failure, outcome: { ...outcome, claimId: 'log-matching' } },
    }
    for (const hours of [6, 5]) await fail('ada', hours)
    for (const hours of [4, 3, 2]) {
      const createdAt = ago(hours)
      await makeGraded({ userId: 'ada', outcome: 'failed', createdAt, checks: [other] })
    }
    expect(await listed(2)).toMatchObject([
      { reasons: [{ sentence: 'Logs agree.', submissions: 3 }] },
    ])
  })

  test('list their learner, with all the rules that are on', async () => {
    for (const hours of [6, 5, 4, 3]) await fail('ada', hours)
    const now = new Date()
    const off = { ...DEFAULT_RULES, sameClaim: { isOn: false, submissions: 4 } }
    const lists = await readAtRisk(await readGrid(world.classId, now), [DEFAULT_RULES, off], now)
    expect(lists[0]).toMatchObject([
      { userId: 'ada', reasons: [{ kind: 'same-claim', submissions: 4 }] },
    ])
    expect(lists[1]).toEqual([])
    // Nobody has done a thing for days once these have passed.
    const later = new Date(now.getTime() + 4.5 * 24 * HOUR)
    const patient = { ...off, quiet: { isOn: true, days: 4 } }
    const [quiet] = await readAtRisk(await readGrid(world.classId, later), [patient], later)
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

  test('go along into a copy for another term', async () => {
    const rules = { ...DEFAULT_RULES, behind: { isOn: false, pieces: 9 } }
    await keepAtRiskRules(user, world.classId, rules)
    const details = { title: 'Systems', term: 'Spring', timeZone: 'UTC' }
    const copy = { classId: world.classId, details, firstDay: '2027-03-01' }
    expect(await readAtRiskRules(await copyClass(user, copy))).toEqual(rules)
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
