/** Released grades on their way to the platform: what it is told, and what it never is. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { setReleased } from '#app/_server/classes/grades/release.ts'
import { passGrades } from '#app/_server/lti/pass-grades.ts'
import { readPassback, sendGradesNow } from '#app/_server/lti/passback-state.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { makePerson } from '../accounts/world.ts'
import { addMembers, type ClassWorld, makeGraded } from '../classes/class-world.ts'
import {
  ADA,
  comeNew,
  makeConnectedClass,
  registerPlatform,
  type School,
  startSchool,
} from './school.ts'
import { Visitor } from './visitor.ts'

const present = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(present.headers),
  cookies: () => Promise.resolve({ set: () => {}, get: () => undefined }),
}))
vi.mock('#app/_server/content.ts', () => ({ readCourse: () => Promise.resolve({ modules: [] }) }))
vi.mock('#app/_server/quizzes.ts', () => ({ readQuizSets: () => Promise.resolve([]) }))

let school: School
let world: ClassWorld & { readonly courseId: string }
let staff: SessionUser
let adaId: string
beforeAll(async () => {
  school = await startSchool()
})
afterAll(() => school.stop())
beforeEach(async () => {
  world = await makeConnectedClass(await registerPlatform(school))
  staff = await makePerson('staff', 'instructor')
  const { services } = school.platform
  services.scores.length = 0
  services.columns.length = 0
  services.scoreTrouble = undefined
  await comeNew(new Visitor(school.platform, present), ADA)
  const ada = await db.user.findUniqueOrThrow({ where: { email: 'ada@school.example' } })
  adaId = ada.id
})

function release(isReleased = true) {
  const { classId, assignmentId } = world
  return setReleased(staff, { classId, assignmentId, isReleased })
}

function pass() {
  return passGrades(world.classId, new Date())
}

async function row() {
  const state = (await readPassback(world.classId, new Date())).get(world.courseId)
  return state?.rows[0]
}

const SENT = { sent: 1, refused: 0, later: 0 }
const NOTHING = { sent: 0, refused: 0, later: 0 }

describe('a grade', () => {
  test('stays here until it is released', async () => {
    await makeGraded({ userId: adaId, outcome: 'passed' })
    expect(await pass()).toEqual(NOTHING)
    expect(school.platform.services.scores).toEqual([])
    expect(school.platform.services.columns).toEqual([])
  })

  test('goes to a column of its assignment, once', async () => {
    await makeGraded({ userId: adaId, outcome: 'passed' })
    await release()
    expect(await row()).toMatchObject({ title: 'Elections', sent: 0, waiting: 1, failed: [] })
    expect(await pass()).toEqual(SENT)
    const { services } = school.platform
    expect(services.columns).toMatchObject([
      { label: 'Elections', scoreMaximum: 100, resourceId: world.assignmentId },
    ])
    expect(services.scores).toMatchObject([
      {
        columnId: services.columns[0]?.id,
        userId: 'ada-there',
        scoreGiven: 10,
        scoreMaximum: 10,
        activityProgress: 'Completed',
        gradingProgress: 'FullyGraded',
      },
    ])
    expect(await row()).toMatchObject({ sent: 1, waiting: 0, failed: [] })
    expect(await pass()).toEqual(NOTHING)
    expect(services.scores).toHaveLength(1)
  })

  test('goes again when it changed, to the column that is there', async () => {
    await makeGraded({ userId: adaId, outcome: 'failed' })
    await release()
    await pass()
    await makeGraded({ userId: adaId, outcome: 'passed' })
    expect(await row()).toMatchObject({ sent: 0, waiting: 1 })
    expect(await pass()).toEqual(SENT)
    const { services } = school.platform
    expect(services.scores.map(({ scoreGiven }) => scoreGiven)).toEqual([0, 10])
    expect(services.columns).toHaveLength(1)
    const [first = '', second = ''] = services.scores.map(({ timestamp }) => timestamp)
    expect(second > first).toBe(true)
  })

  test('is taken back when it is withheld', async () => {
    await makeGraded({ userId: adaId, outcome: 'passed' })
    await release()
    await pass()
    await release(false)
    expect(await pass()).toEqual(SENT)
    const last = school.platform.services.scores.at(-1)
    expect(last).toMatchObject({ gradingProgress: 'Pending' })
    expect(last).not.toHaveProperty('scoreGiven')
    expect(await pass()).toEqual(NOTHING)
  })

  test('of somebody who never came from the course goes nowhere, and staff see that', async () => {
    await makePerson('local', 'member')
    await addMembers(world.classId, 'learner', ['local'])
    await makeGraded({ userId: 'local', outcome: 'passed' })
    await release()
    expect(await pass()).toEqual(NOTHING)
    const state = (await readPassback(world.classId, new Date())).get(world.courseId)
    expect(state?.strangers).toBe(1)
  })

  test('goes to the column of the link that was opened', async () => {
    const { services, registration } = school.platform
    services.columns.push({ id: 'of-the-link', label: 'Linked', scoreMaximum: 100 })
    await comeNew(new Visitor(school.platform, present), {
      ...ADA,
      custom: { netsplit_assignment: world.assignmentId },
      columnUrl: `${registration.issuer}/columns/of-the-link?v=1`,
    })
    await makeGraded({ userId: adaId, outcome: 'passed' })
    await release()
    await pass()
    expect(services.scores).toMatchObject([{ columnId: 'of-the-link' }])
    expect(services.columns).toHaveLength(1)
  })
})

describe('a platform', () => {
  beforeEach(async () => {
    await makeGraded({ userId: adaId, outcome: 'passed' })
    await release()
  })

  test('that is away is asked again, and staff see why', async () => {
    const { services } = school.platform
    services.scoreTrouble = 503
    expect(await pass()).toEqual({ sent: 0, refused: 0, later: 1 })
    expect(await row()).toMatchObject({
      waiting: 0,
      failed: [{ userId: adaId, reason: 'The platform answered 503.' }],
    })
    services.scoreTrouble = undefined
    expect(await pass()).toEqual(SENT)
    expect(await row()).toMatchObject({ sent: 1, failed: [] })
  })

  test('that refuses a grade is not asked in a circle', async () => {
    school.platform.services.scoreTrouble = 422
    expect(await pass()).toEqual({ sent: 0, refused: 1, later: 0 })
    expect(await row()).toMatchObject({ failed: [{ reason: 'The platform answered 422.' }] })
  })

  test('whose column was deleted gets a new one', async () => {
    await pass()
    const { services } = school.platform
    services.columns.length = 0
    await db.ltiScore.deleteMany({})
    expect(await pass()).toEqual({ sent: 0, refused: 0, later: 1 })
    expect(await pass()).toEqual(SENT)
    expect(services.columns).toHaveLength(1)
  })

  test('that permits no columns is told nothing, and staff read what to do', async () => {
    const score = 'https://purl.imsglobal.org/spec/lti-ags/scope/score'
    await db.ltiCourse.updateMany({ data: { scopes: [score] } })
    expect(await pass()).toEqual({ sent: 0, refused: 1, later: 0 })
    expect((await row())?.failed[0]?.reason).toContain('add a link to this assignment')
  })

  test('that takes no grades is not asked at all', async () => {
    await db.ltiCourse.updateMany({ data: { scopes: [] } })
    expect(await pass()).toEqual(NOTHING)
    const state = (await readPassback(world.classId, new Date())).get(world.courseId)
    expect(state?.isOffered).toBe(false)
  })

  test('is told nothing of an archived class', async () => {
    await db.class.updateMany({ data: { archivedAt: new Date() } })
    expect(await pass()).toEqual(NOTHING)
  })
})

describe('the job', () => {
  const jobs = () =>
    db.$queryRaw<{ key: string }[]>`
      select key from graphile_worker.jobs where task_identifier = 'lti-scores'`

  beforeEach(async () => {
    await db.$executeRaw`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`
  })

  test('is there as soon as grades are released, and once', async () => {
    await release()
    await sendGradesNow(staff, world.classId)
    expect(await jobs()).toEqual([{ key: `lti:${world.classId}` }])
  })

  test('is none for a class without a course', async () => {
    await db.ltiCourse.deleteMany({})
    await release()
    expect(await jobs()).toEqual([])
    expect(await sendGradesNow(staff, world.classId)).toMatchObject({ status: 409 })
  })
})
