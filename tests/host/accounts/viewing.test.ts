/**
 * Seeing the site as a learner, with real sessions on a real database: every address that changes
 * something is tried in a view, and nothing may change; nothing is seen beyond what a view is for.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { getAuth } from '#app/_server/auth.ts'
import { type ActionName, IN_A_VIEW } from '#app/_server/authorise/actions.ts'
import { AUTH_PATHS } from '#app/_server/authorise/auth-paths.ts'
import { CLASS_ROUTES, ROUTES } from '#app/_server/authorise/doors.ts'
import { readActing, readEmail, readUser } from '#app/_server/session.ts'
import { listViewings } from '#app/_server/viewing/viewings.ts'
import { db } from '#db'
import { ROOT } from '../../../scripts/state/paths.ts'
import { ANSWERS, QUESTIONS } from '../../support/some-questions.ts'
import { callOf } from '../classes/class-calls.ts'
import { addMembers, type ClassWorld, makeClass } from '../classes/class-world.ts'
import { CALLS, type World } from './calls.ts'
import { everything } from './everything.ts'
import { callRoute, findRoutes } from './routes.ts'
import { type AccountSite, startAccountSite } from './site.ts'
import {
  clearPeople,
  makeMailLink,
  makePerson,
  makeSetupLink,
  makeWork,
  PASSWORD,
} from './world.ts'

const present = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(present.headers),
  cookies: () => Promise.resolve({ get: () => undefined, set: () => {} }),
}))
vi.mock('#app/_server/questions.ts', async (original) => {
  const real = await original<typeof import('#app/_server/questions.ts')>()
  return { ...real, readQuestionBank: () => Promise.resolve(real.makeBank(QUESTIONS, ANSWERS)) }
})
vi.mock('#app/_server/quizzes.ts', () => ({
  readQuizSet: (id: string) => Promise.resolve({ id, title: id, about: '', questions: ['one'] }),
  readQuizSets: () => Promise.resolve([]),
}))
vi.mock('#app/_server/content.ts', () => ({ readCourse: () => Promise.resolve({ modules: [] }) }))

let site: AccountSite
let routes: Awaited<ReturnType<typeof findRoutes>>
let viewerId: string
let world: ClassWorld
let world2: ClassWorld

beforeAll(async () => {
  site = await startAccountSite()
  routes = await findRoutes()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  viewerId = await signUp('viewer')
  await makePerson('pupil', 'member')
  await makePerson('root', 'administrator')
  await makePerson('eve', 'member')
  world = await makeClass(viewerId)
  world2 = await makeClass('root')
  for (const { classId } of [world, world2]) await addMembers(classId, 'learner', ['pupil'])
})

/** Makes an account whose session all further requests have; returns its id. */
async function signUp(name: string): Promise<string> {
  const email = `${name}@netsplit.example`
  const { headers, response } = await getAuth().api.signUpEmail({
    body: { name, email, password: PASSWORD },
    headers: new Headers(),
    returnHeaders: true,
  })
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  present.headers = new Headers({ cookie: cookies.join('; ') })
  return response.user.id
}

const reason = 'You asked me why week 3 is closed.'

const viewInClass = (person = 'pupil', classId = world.classId) =>
  callRoute(routes, 'POST /api/classes/[class]/members/[person]/view', {
    params: { class: classId, person },
    body: { reason },
  })

async function viewOnSite(person = 'pupil') {
  await db.user.update({ where: { id: viewerId }, data: { role: 'administrator' } })
  const params = { id: person }
  return callRoute(routes, 'POST /api/admin/people/[id]/view', { params, body: { reason } })
}

async function pageOf(path: string, params: object): Promise<unknown> {
  const { default: Page } = (await import(join(ROOT, 'app', path, 'page.tsx'))) as {
    default: (props: unknown) => Promise<unknown>
  }
  return Page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) })
}

describe('a view of a class', () => {
  test('begins with a reason, and with entries about the learner and the class', async () => {
    expect((await viewInClass()).status).toBe(200)
    expect(await db.viewing.findMany({})).toMatchObject([
      { userId: 'pupil', viewerId, classId: world.classId, reason, endedAt: null },
    ])
    const entries = await db.auditEntry.findMany({ where: { action: 'view.started' } })
    expect(entries.map(({ actorId, subjectId }) => [actorId, subjectId]).toSorted()).toEqual(
      [
        [viewerId, 'pupil'],
        [viewerId, world.classId],
      ].toSorted(),
    )
    expect((await readActing())?.id).toBe('pupil')
  })

  test('wants words', async () => {
    const params = { class: world.classId, person: 'pupil' }
    const door = 'POST /api/classes/[class]/members/[person]/view'
    for (const body of [{}, { reason: ' ok  ' }, { reason: 'x'.repeat(301) }]) {
      expect((await callRoute(routes, door, { params, body })).status).toBe(400)
    }
    expect(await db.viewing.count()).toBe(0)
  })

  test('shows the class as the learner has it, and nothing else of theirs', async () => {
    const work = await makeWork('pupil')
    await viewInClass()
    expect(await pageOf('/classes/[class]', { class: world.classId })).toBeTypeOf('object')
    for (const page of ['/classes/[class]/people', '/classes/[class]/progress']) {
      await expect(pageOf(page, { class: world.classId })).rejects.toThrow('404')
    }
    await expect(pageOf('/classes/[class]', { class: world2.classId })).rejects.toThrow('404')
    expect([await readUser(), await readEmail()]).toEqual([undefined, undefined])
    const reads = [
      ['GET /api/submissions/[id]', { id: work.submissionId }],
      ['GET /api/attempts/[id]', { id: work.attemptId }],
    ] as const
    for (const [door, params] of reads) {
      expect((await callRoute(routes, door, { params })).status, door).toBe(404)
    }
    const query = '?lab=raft&step=03-election'
    const drafts = await callRoute(routes, 'GET /api/drafts', { query })
    expect(await drafts.text()).not.toContain('drafted by pupil')
  })

  test('ends when its viewer wants, and leads back to where it began', async () => {
    await viewInClass()
    const ended = await callRoute(routes, 'DELETE /api/view', {})
    expect(await ended.json()).toEqual({ path: `/classes/${world.classId}/people/pupil` })
    expect((await readUser())?.id).toBe(viewerId)
    expect(await db.auditEntry.count({ where: { action: 'view.ended' } })).toBe(2)
    expect((await db.viewing.findFirstOrThrow({})).endedAt).not.toBeNull()
  })

  test('ends by itself after half an hour', async () => {
    await viewInClass()
    const { id, startedAt, endsAt } = await db.viewing.findFirstOrThrow({})
    expect(Math.round((endsAt.getTime() - startedAt.getTime()) / 60_000)).toBe(30)
    await db.viewing.update({ where: { id }, data: { endsAt: new Date() } })
    expect((await readUser())?.id).toBe(viewerId)
  })

  test('ends with the right to it', async () => {
    await viewInClass()
    await db.membership.updateMany({ where: { userId: viewerId }, data: { role: 'assistant' } })
    expect((await readUser())?.id).toBe(viewerId)
  })

  test('is bound to the session in which it began', async () => {
    await viewInClass()
    await db.viewing.updateMany({ data: { sessionId: 'another' } })
    expect((await readUser())?.id).toBe(viewerId)
  })
})

describe('a view of the site', () => {
  test('shows an administrator what the learner sees', async () => {
    const work = await makeWork('pupil')
    expect((await viewOnSite()).status).toBe(200)
    expect((await readUser())?.id).toBe('pupil')
    expect((await readEmail())?.address).toBe('pupil@netsplit.example')
    const params = { id: work.submissionId }
    expect((await callRoute(routes, 'GET /api/submissions/[id]', { params })).status).toBe(200)
    await expect(pageOf('/admin/people', {})).rejects.toThrow('404')
  })

  test('is not for instructors', async () => {
    const params = { id: 'pupil' }
    const door = 'POST /api/admin/people/[id]/view'
    expect((await callRoute(routes, door, { params, body: { reason } })).status).toBe(403)
  })
})

describe('nobody sees the site as', () => {
  test.each(['root', 'eve', 'nobody'])('%s, who is no learner of the class', async (person) => {
    expect((await viewInClass(person)).status).toBe(404)
  })

  test('a learner who is staff elsewhere, or runs the site', async () => {
    await addMembers(world2.classId, 'assistant', ['eve'])
    await addMembers(world.classId, 'learner', ['eve', 'root'])
    expect([(await viewInClass('eve')).status, (await viewInClass('root')).status]).toEqual([
      403, 403,
    ])
    expect([(await viewOnSite('eve')).status, (await viewOnSite('root')).status]).toEqual([
      403, 403,
    ])
    expect(await db.viewing.count()).toBe(0)
  })

  test('themselves, a guest, or somebody else in a view', async () => {
    await makePerson('visitor', 'guest')
    expect((await viewOnSite('visitor')).status).toBe(409)
    expect((await viewOnSite(viewerId)).status).toBe(403)
    await viewOnSite('pupil')
    expect((await viewOnSite('eve')).status).toBe(403)
    expect(await db.viewing.count()).toBe(1)
  })
})

describe('in a view nothing changes', () => {
  const isWrite = ([, name]: readonly [string, ActionName]) => !IN_A_VIEW.includes(name)
  const doors = (Object.entries(ROUTES) as [keyof typeof ROUTES, ActionName][]).filter(isWrite)
  const classDoors = (
    Object.entries(CLASS_ROUTES) as [keyof typeof CLASS_ROUTES, ActionName][]
  ).filter(isWrite)

  const NO_ID = '00000000-0000-0000-0000-000000000000'

  async function worldOf(): Promise<World> {
    return {
      ownerId: 'pupil',
      work: await makeWork('pupil'),
      confirmToken: await makeMailLink('pupil', 'confirmEmail'),
      resetToken: await makeMailLink('pupil', 'resetPassword'),
      setupToken: await makeSetupLink(),
      inviteToken: world2.inviteToken,
      // Nothing of these is looked at: the view itself is refused.
      lti: { platformId: NO_ID, arrival: 'no-arrival', courseArrival: 'no-arrival' },
      typed: 'pupil@netsplit.example',
    }
  }

  const REFUSED = [401, 403, 404]

  test.each(['class', 'site'] as const)('by any route, in a view of the %s', async (kind) => {
    const calls = await worldOf()
    await (kind === 'class' ? viewInClass() : viewOnSite())
    const before = await everything()
    expect(doors.length).toBeGreaterThan(30)
    for (const [door] of doors) {
      const response = await callRoute(routes, door, CALLS[door](calls))
      expect(REFUSED, `${door}: ${response.status}`).toContain(response.status)
    }
    for (const [door] of classDoors) {
      const { submissionId } = calls.work
      const none = { courseId: NO_ID, reviewedId: NO_ID, commentId: NO_ID, savedId: NO_ID }
      const call = callOf(door, { ...world, submissionId, ...none })
      const response = await callRoute(routes, door, call)
      expect(REFUSED, `${door}: ${response.status}`).toContain(response.status)
    }
    expect(await everything()).toBe(before)
  })

  test.each(['class', 'site'] as const)(
    'by the sign-in library, in a view of the %s',
    async (kind) => {
      await (kind === 'class' ? viewInClass() : viewOnSite())
      const before = await everything()
      for (const [door, { action }] of Object.entries(AUTH_PATHS)) {
        if (action === 'session.end') continue
        const [method = '', path = ''] = door.split(' ')
        const address = `http://localhost:3000/api/auth${path.replace(':id', 'github')}`
        const { headers } = present
        const request = new Request(address, {
          method,
          headers,
          ...(method === 'GET' ? {} : { body: '{}' }),
        })
        const response = await routes.get(`${method} /api/auth/[...all]`)?.(request, {})
        expect(REFUSED, door).toContain(response?.status)
      }
      expect(await everything()).toBe(before)
    },
  )
})

test('the learner reads who it was, when and why', async () => {
  await viewInClass()
  await callRoute(routes, 'DELETE /api/view', {})
  await viewOnSite()
  expect(await listViewings('pupil')).toMatchObject([
    { viewer: 'viewer', of: undefined, reason },
    { viewer: 'viewer', of: 'Distributed systems', reason },
  ])
})
