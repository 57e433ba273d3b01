/** Coming from a platform by LTI 1.3, and what it does to accounts, classes and roles. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { getAuth } from '#app/_server/auth.ts'
import { db } from '#db'
import { LEARNER, MEMBERSHIP } from '../../support/lti/claims.ts'
import { addMembers, makeClass } from '../classes/class-world.ts'
import {
  ADA,
  comeNew,
  makeConnectedClass,
  registerPlatform,
  type School,
  startSchool,
  TEACHER,
  whoIs,
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
let platformId: string
beforeAll(async () => {
  school = await startSchool()
})
afterAll(() => school.stop())
beforeEach(async () => {
  platformId = await registerPlatform(school)
})

function newVisitor(): Visitor {
  return new Visitor(school.platform, present)
}

describe('somebody who comes for the first time', () => {
  test('is asked who they are here before anything is made', async () => {
    await makeConnectedClass(platformId)
    expect(await newVisitor().pathAfter(ADA)).toBe('/lti/welcome')
    expect(await db.user.count()).toBe(1)
    expect(await db.membership.count()).toBe(1)
  })

  test('gets an account whose address is not confirmed, and is in the class', async () => {
    const { classId } = await makeConnectedClass(platformId)
    const visitor = newVisitor()
    expect(await comeNew(visitor, ADA)).toBe(`/classes/${classId}`)
    expect(await whoIs(visitor)).toBe('ada@school.example')
    const user = await db.user.findUniqueOrThrow({
      where: { email: 'ada@school.example' },
      include: { accounts: true, memberships: true },
    })
    expect(user).toMatchObject({ name: 'Ada Lovelace', emailVerified: false, role: 'member' })
    expect(user.accounts).toMatchObject([{ accountId: 'ada-there' }])
    expect(user.memberships).toMatchObject([{ classId, role: 'learner', state: 'active' }])
    const actions = await db.auditEntry.findMany({ where: { actorId: user.id } })
    expect(actions.map(({ action }) => action)).toEqual(['sign-in.added', 'member.joined'])
  })

  test('comes again on another machine without being asked', async () => {
    const { classId } = await makeConnectedClass(platformId)
    await comeNew(newVisitor(), ADA)
    const elsewhere = newVisitor()
    expect(await elsewhere.pathAfter(ADA)).toBe(`/classes/${classId}`)
    expect(await whoIs(elsewhere)).toBe('ada@school.example')
    expect(await db.membership.count()).toBe(2)
  })

  test('has an account even where the platform tells neither name nor address', async () => {
    await makeConnectedClass(platformId)
    const visitor = newVisitor()
    await comeNew(visitor, { ...ADA, person: { sub: 'a-number' } })
    expect(await whoIs(visitor)).toMatch(/@lti\.invalid$/)
  })

  test('is not let into the account that has their address', async () => {
    await makeConnectedClass(platformId)
    await db.user.create({
      data: { id: 'ada', name: 'Ada', email: 'ada@school.example', emailVerified: true },
    })
    const visitor = newVisitor()
    expect(await visitor.pathAfter(ADA)).toBe('/lti/welcome')
    const made = await visitor.ask('POST', '/api/lti/account', { arrival: visitor.arrival })
    expect(made.status).toBe(409)
    expect(await made.text()).toContain('sign in to it')
    expect(await db.account.count()).toBe(0)
    expect(await whoIs(visitor)).toBeUndefined()
  })

  test('connects the account that they sign in to', async () => {
    const { classId } = await makeConnectedClass(platformId)
    const visitor = newVisitor()
    // Signed in here with an account that has nothing to do with the platform.
    await comeNew(visitor, { ...ADA, person: { sub: 'earlier' }, courseId: 'course-1' })
    await visitor.pathAfter(ADA)
    const made = await visitor.ask('POST', '/api/lti/connection', { arrival: visitor.arrival })
    expect(made.status).toBe(200)
    const last = await visitor.ask('GET', '/lti/arrive')
    expect(last.headers.get('location')).toBe(`http://localhost:3000/classes/${classId}`)
    expect(await db.account.count()).toBe(2)
    expect(await db.user.count({ where: { accounts: { some: {} } } })).toBe(1)
  })

  test('connects no account that was left open hours ago', async () => {
    await makeConnectedClass(platformId)
    const visitor = newVisitor()
    await comeNew(visitor, { ...ADA, person: { sub: 'earlier' } })
    await db.session.updateMany({ data: { createdAt: new Date(Date.now() - 2 * 3_600_000) } })
    await visitor.pathAfter(ADA)
    const made = await visitor.ask('POST', '/api/lti/connection', { arrival: visitor.arrival })
    expect(made.status).toBe(403)
    expect(await db.account.count()).toBe(1)
  })

  test('never takes over whom somebody else has connected', async () => {
    await makeConnectedClass(platformId)
    await comeNew(newVisitor(), ADA)
    const other = newVisitor()
    await comeNew(other, { ...ADA, person: { sub: 'bob-there' } })
    const visit = newVisitor()
    await visit.hand(await visit.begin(ADA))
    // Bob's session and Ada's visit in one browser.
    const made = await other.ask('POST', '/api/lti/connection', { arrival: visit.arrival })
    expect(made.status).toBe(409)
  })

  test('takes along what they did as a guest', async () => {
    await makeConnectedClass(platformId)
    const visitor = newVisitor()
    await comeNew(visitor, ADA)
    const { headers } = await getAuth().api.signInAnonymous({ returnHeaders: true })
    const [, value = ''] = /session_token=([^;]*)/.exec(headers.get('set-cookie') ?? '') ?? []
    const name = [...visitor.cookies.keys()].find((one) => one.includes('session_token')) ?? ''
    visitor.cookies.set(name, value)
    visitor.show()
    const guest = await db.user.findFirstOrThrow({ where: { isAnonymous: true } })
    await db.sharedRun.create({
      data: {
        id: 'a-run',
        userId: guest.id,
        labId: 'raft',
        stepId: '03-election',
        labVersion: 1,
        checkId: 'c',
        seed: 1,
        cursor: 0,
        source: '',
        expiresAt: new Date('2099-01-01'),
      },
    })
    await visitor.pathAfter(ADA)
    const run = await db.sharedRun.findUniqueOrThrow({ where: { id: 'a-run' } })
    expect(run.userId).toBe(
      (await db.user.findUniqueOrThrow({ where: { email: 'ada@school.example' } })).id,
    )
    expect(await db.user.count({ where: { isAnonymous: true } })).toBe(0)
  })

  test('is refused while their account is disabled', async () => {
    await makeConnectedClass(platformId)
    await comeNew(newVisitor(), ADA)
    await db.user.update({
      where: { email: 'ada@school.example' },
      data: { disabledAt: new Date() },
    })
    await db.session.deleteMany({})
    const visitor = newVisitor()
    expect((await visitor.come(ADA)).status).toBe(403)
    expect(await db.session.count()).toBe(0)
  })
})

describe('a role in a course', () => {
  const roles = [
    ['a learner', [`${MEMBERSHIP}#Learner`], 'learner'],
    ['a learner by a short name', ['Learner'], 'learner'],
    ['an instructor', [`${MEMBERSHIP}#Instructor`], 'instructor'],
    [
      'an assistant, who is sent as an instructor too',
      [`${MEMBERSHIP}#Instructor`, `${MEMBERSHIP}/Instructor#TeachingAssistant`],
      'assistant',
    ],
    ['who makes the content', [`${MEMBERSHIP}#ContentDeveloper`], 'reader'],
  ] as const

  test.each(roles)('%s', async (_who, sent, role) => {
    const { classId } = await makeConnectedClass(platformId)
    await comeNew(newVisitor(), { ...ADA, roles: sent })
    const member = await db.membership.findFirst({ where: { classId, role: { not: 'owner' } } })
    expect(member?.role).toBe(role)
  })

  test.each([
    ['teaches somewhere at the school', 'institution/person#Instructor'],
    ['administrates the platform', 'system/person#Administrator'],
    ['looks after somebody', 'membership#Mentor'],
  ])('of whoever %s is none', async (_who, role) => {
    await makeConnectedClass(platformId)
    const visitor = newVisitor()
    const sent = [`http://purl.imsglobal.org/vocab/lis/v2/${role}`]
    await visitor.pathAfter({ ...ADA, roles: sent })
    await visitor.ask('POST', '/api/lti/account', { arrival: visitor.arrival })
    expect((await visitor.ask('GET', '/lti/arrive')).status).toBe(403)
    expect(await db.membership.count()).toBe(1)
  })

  test('there gives nobody who is in the class another one here', async () => {
    const { classId } = await makeConnectedClass(platformId)
    await comeNew(newVisitor(), ADA)
    await newVisitor().pathAfter({ ...ADA, roles: TEACHER.roles })
    const ada = await db.user.findUniqueOrThrow({ where: { email: 'ada@school.example' } })
    const where = { classId_userId: { classId, userId: ada.id } }
    expect((await db.membership.findUnique({ where }))?.role).toBe('learner')
  })

  test('lets nobody in again who was taken off', async () => {
    const { classId } = await makeConnectedClass(platformId)
    await comeNew(newVisitor(), ADA)
    await db.membership.updateMany({
      where: { classId, role: 'learner' },
      data: { state: 'removed' },
    })
    expect((await newVisitor().come(ADA)).status).toBe(403)
  })
})

describe('a course without a class', () => {
  const MAKE = { kind: 'make', title: 'Systems', term: 'Autumn', timeZone: 'UTC' }

  async function welcome(visit: typeof ADA): Promise<Visitor> {
    const visitor = newVisitor()
    expect(await comeNew(visitor, visit)).toBe('/lti/welcome')
    return visitor
  }

  test('is connected by whoever teaches it, with a class that they may change', async () => {
    const visitor = await welcome(TEACHER)
    const grace = await db.user.findUniqueOrThrow({ where: { email: 'grace@school.example' } })
    await db.user.create({ data: { id: 'boss', name: 'Boss', email: 'boss@x.example' } })
    const { classId } = await makeClass('boss')
    const body = { arrival: visitor.arrival, kind: 'connect', classId }
    expect((await visitor.ask('POST', '/api/lti/course', body)).status).toBe(404)
    await addMembers(classId, 'instructor', [grace.id])
    expect((await visitor.ask('POST', '/api/lti/course', body)).status).toBe(200)
    const last = await visitor.ask('GET', '/lti/arrive')
    expect(last.headers.get('location')).toBe(`http://localhost:3000/classes/${classId}`)
    expect(await comeNew(newVisitor(), ADA)).toBe(`/classes/${classId}`)
  })

  test('gets a new one only where an administrator lets those who teach make some', async () => {
    const visitor = await welcome(TEACHER)
    const body = { ...MAKE, arrival: visitor.arrival }
    expect((await visitor.ask('POST', '/api/lti/course', body)).status).toBe(403)
    expect(await db.class.count()).toBe(0)
    await db.ltiPlatform.updateMany({ data: { instructorsMakeClasses: true } })
    expect((await visitor.ask('POST', '/api/lti/course', body)).status).toBe(200)
    const made = await db.class.findFirstOrThrow({ include: { memberships: true } })
    expect(made.memberships).toMatchObject([{ role: 'owner' }])
  })

  test('is not connected by a learner', async () => {
    await db.ltiPlatform.updateMany({ data: { instructorsMakeClasses: true } })
    const visitor = await welcome({ ...ADA, roles: LEARNER })
    const body = { ...MAKE, arrival: visitor.arrival }
    expect((await visitor.ask('POST', '/api/lti/course', body)).status).toBe(403)
    expect(await db.ltiCourse.count()).toBe(0)
  })
})
