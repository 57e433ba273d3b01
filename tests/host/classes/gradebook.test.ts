/** The gradebook on a real database: what counts, what learners see of it, and who does not. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Attempt, AttemptPolicy } from '#app/_classes/grades/attempt.ts'
import { gradeOf } from '#app/_classes/grades/grade.ts'
import { breakdownOf } from '#app/_classes/grades/grade-text.ts'
import { scheduleFor } from '#app/_classes/schedule.ts'
import { readGradebook } from '#app/_server/classes/grades/gradebook.ts'
import { readOwnGrades, releasedGrades } from '#app/_server/classes/grades/released.ts'
import { Prng } from '#core'
import { db } from '#db'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { addMembers, type ClassWorld, makeClass, makeGraded, STEP } from './class-world.ts'

vi.mock('#app/_server/quizzes.ts', () => ({
  readQuizSets: () => Promise.resolve([{ id: 'cap', title: 'CAP' }]),
}))
vi.mock('#app/_server/content.ts', () => ({
  readCourse: () => Promise.resolve({ modules: [] }),
}))

const LEARNERS = ['ada', 'ben', 'cy'] as const
const HOUR = 3_600_000
const DUE = new Date('2026-10-12T12:00Z')
const AFTER = new Date('2026-11-01T12:00Z')
const fromDue = (hours: number) => new Date(DUE.getTime() + hours * HOUR)

let site: AccountSite
let world: ClassWorld
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  await makePerson('owner', 'instructor')
  for (const id of LEARNERS) await makePerson(id, 'member')
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', LEARNERS)
  await change({
    opensAt: fromDue(-200),
    dueAt: DUE,
    lateUntil: fromDue(72),
    latePercentDay: 10,
  })
})

function change(data: Parameters<typeof db.assignment.update>[0]['data']) {
  return db.assignment.update({ where: { id: world.assignmentId }, data })
}

/** A submission so many hours after the due date of which so many of ten checks hold. */
async function handIn(userId: string, hours: number, held: number): Promise<string> {
  const outcome = held === 10 ? 'passed' : 'failed'
  const id = await makeGraded({ userId, outcome, createdAt: fromDue(hours) })
  await db.submissionVerdict.update({
    where: { submissionId: id },
    data: { checksHeld: held, checksTotal: 10, gradedAt: fromDue(hours) },
  })
  return id
}

async function gradeFor(userId: string, now = AFTER) {
  const { learners } = await readGradebook(world.classId, now, { userId })
  return learners[0]?.grades[0]
}

describe('the gradebook', () => {
  test('takes what counts, with the extension of a learner, and leaves our faults out', async () => {
    await handIn('ada', -50, 4)
    await handIn('ada', -10, 8)
    await makeGraded({ userId: 'ada', outcome: 'our-fault', createdAt: fromDue(-5) })
    await handIn('ada', 10, 10)
    await handIn('ben', 10, 10)
    await db.extension.create({
      data: {
        assignmentId: world.assignmentId,
        userId: 'ben',
        dueAt: fromDue(24),
        reason: 'Ill',
      },
    })
    const ada = await gradeFor('ada')
    expect(ada && breakdownOf(ada)).toEqual(['9 of 10: attempt 3 passed, 1 day late (−10 %).'])
    expect((await gradeFor('ben'))?.hundredths).toBe(1_000)
    expect((await gradeFor('cy'))?.kind).toBe('graded')
    expect((await gradeFor('cy', fromDue(1)))?.kind).toBe('none')
  })

  test('agrees with all attempts for each policy, although it reads only some', async () => {
    const random = new Prng(7, 'attempts of three learners')
    const all = new Map<string, Attempt[]>()
    for (const userId of LEARNERS) {
      const hours = Array.from({ length: 12 }, () => random.between(-150, 120))
      const attempts: Attempt[] = []
      for (const [index, hour] of hours.toSorted((a, b) => a - b).entries()) {
        const held = random.between(0, 10)
        await handIn(userId, hour, held)
        const at = fromDue(hour)
        const base = { number: index + 1, at, held, total: 10, gradedAt: at }
        attempts.push({ ...base, isPassed: held === 10, regradedBy: undefined })
      }
      all.set(userId, attempts)
    }
    const dueAt = fromDue(36)
    await db.extension.create({
      data: { assignmentId: world.assignmentId, userId: 'cy', dueAt, reason: 'Ill' },
    })
    const policies: readonly AttemptPolicy[] = ['best', 'last', 'lastBeforeDue']
    for (const attemptPolicy of policies) {
      for (const shareRule of ['share', 'allOrNothing'] as const) {
        await change({ attemptPolicy, shareRule })
        const { assignments, learners } = await readGradebook(world.classId, AFTER)
        for (const { userId, grades } of learners) {
          const rules = assignments[0]
          if (rules === undefined) throw new Error('the class has one assignment')
          const schedule = scheduleFor(rules, userId === 'cy' ? dueAt : undefined)
          const units = [{ title: '', kind: 'step' as const, attempts: all.get(userId) ?? [] }]
          const expected = gradeOf({ rules: { ...rules, schedule }, units }, AFTER)
          expect(grades[0]?.hundredths, `${userId} ${attemptPolicy} ${shareRule}`).toBe(
            expected.hundredths,
          )
        }
      }
    }
  })

  test('counts lessons that were read, and what is right in quizzes', async () => {
    const at = fromDue(-1)
    const dates = { opensAt: fromDue(-200), dueAt: DUE }
    await db.assignment.createMany({
      data: [
        { classId: world.classId, title: 'Map', kind: 'lesson', target: 'the-map', ...dates },
        { classId: world.classId, title: 'CAP', kind: 'quiz', target: 'cap', ...dates },
      ],
    })
    await db.lessonProgress.create({
      data: {
        userId: 'ada',
        slug: 'the-map',
        openedAt: at,
        touchedAt: at,
        readAt: at,
        place: '',
        answers: {},
      },
    })
    const shares = [1, 0.5, 0, null]
    for (const handedInAt of [at, null]) {
      await db.quizAttempt.create({
        data: {
          userId: 'ada',
          setId: 'cap',
          handedInAt,
          items: {
            create: shares.map((share, position) => ({
              questionId: `q${position}`,
              position,
              share,
            })),
          },
        },
      })
    }
    const { assignments, learners } = await readGradebook(world.classId, AFTER, { userId: 'ada' })
    const points = new Map(
      assignments.map(({ title }, index) => [title, learners[0]?.grades[index]?.hundredths]),
    )
    expect(points).toEqual(
      new Map([
        ['Elections', 0],
        ['Map', 1_000],
        ['CAP', 375],
      ]),
    )
    expect(learners[0]?.total).toEqual({ hundredths: 1_375, hundredthsMax: 3_000 })
  })

  test('adds what published reviews give, and nothing of drafts', async () => {
    const { assignmentId } = world
    const item = (id: string, points: number) => ({ id, title: id, points })
    await db.rubric.create({
      data: {
        assignmentId,
        version: 1,
        criteria: [
          {
            id: 'style',
            title: 'Style',
            scoring: 'add',
            points: 4,
            items: [item('a', 1.5), item('b', 2.5)],
          },
        ],
      },
    })
    await handIn('ada', -1, 8)
    await handIn('ben', -1, 8)
    for (const [userId, state] of [
      ['ada', 'published'],
      ['ben', 'draft'],
    ] as const) {
      const publishedAt = state === 'draft' ? null : fromDue(1)
      await db.codeReview.create({
        data: { assignmentId, userId, state, publishedAt, chosen: ['b'] },
      })
    }
    const told = await Promise.all(
      ['ada', 'ben'].map(async (userId) => {
        const grade = await gradeFor(userId)
        return [grade?.hundredths, grade?.hundredthsMax, grade && breakdownOf(grade).at(-1)]
      }),
    )
    expect(told).toEqual([
      [1_050, 1_400, 'Review by hand: 2.5 of 4.'],
      [800, 1_400, 'Review by hand, 0 of 4: none is published yet.'],
    ])
  })

  test('is about active learners, and work of this class', async () => {
    await handIn('ada', -1, 10)
    await db.membership.update({
      where: { classId_userId: { classId: world.classId, userId: 'ada' } },
      data: { state: 'removed' },
    })
    await makeGraded({ userId: 'ben', outcome: 'passed', stepId: '04-pre-vote', createdAt: DUE })
    const { learners } = await readGradebook(world.classId, AFTER)
    expect(learners.map(({ userId, total }) => [userId, total.hundredths])).toEqual([
      ['ben', 0],
      ['cy', 0],
    ])
  })
})

describe('what is not released', () => {
  test('is told to nobody but staff', async () => {
    await handIn('ada', -1, 7)
    expect(await releasedGrades(world.classId, AFTER)).toEqual([])
    const before = await readOwnGrades(world.classId, 'ada', AFTER)
    expect(before).toEqual({
      works: [{ assignmentId: world.assignmentId, title: 'Elections', grade: undefined }],
      total: { hundredths: 0, hundredthsMax: 0 },
    })
    const releasedAt = fromDue(100)
    await change({ releasedAt })
    const after = await readOwnGrades(world.classId, 'ada', AFTER)
    expect(after?.total).toEqual({ hundredths: 700, hundredthsMax: 1_000 })
    const grades = await releasedGrades(world.classId, AFTER)
    expect(grades.find(({ userId }) => userId === 'ada')).toEqual({
      userId: 'ada',
      assignmentId: world.assignmentId,
      points: 7,
      pointsMax: 10,
      gradedAt: releasedAt,
    })
  })

  test('leaves out who may still begin', async () => {
    await change({ releasedAt: fromDue(-100) })
    await handIn('ada', -1, 7)
    const early = await releasedGrades(world.classId, fromDue(1))
    expect(early.map(({ userId, gradedAt }) => [userId, gradedAt])).toEqual([['ada', fromDue(-1)]])
    expect(await releasedGrades(world.classId, AFTER)).toHaveLength(LEARNERS.length)
  })

  test('is nothing for whoever is no learner', async () => {
    expect(await readOwnGrades(world.classId, 'owner', AFTER)).toBeUndefined()
  })
})

test('of a step that two assignments ask for, each has its own dates', async () => {
  await handIn('ada', 10, 10)
  const { id } = await db.assignment.create({
    data: {
      classId: world.classId,
      title: 'Again',
      kind: 'step',
      target: STEP.labId,
      stepIds: [STEP.stepId],
      opensAt: fromDue(1),
      dueAt: fromDue(100),
      attemptPolicy: 'last',
    },
  })
  const { assignments, learners } = await readGradebook(world.classId, AFTER, { userId: 'ada' })
  const ids = assignments.map((one) => one.id)
  const points = learners[0]?.grades.map(({ hundredths }) => hundredths) ?? []
  expect([points[ids.indexOf(world.assignmentId)], points[ids.indexOf(id)]]).toEqual([900, 1_000])
})
