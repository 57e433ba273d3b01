/**
 * Every route and page of a class for every role in it, for staff of another class, and for
 * nobody: it lets in exactly whom the table of rights lets in, and changes nothing else.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ACTIONS, type ClassAction } from '#app/_server/authorise/actions.ts'
import { CLASS_PAGES, CLASS_ROUTES } from '#app/_server/authorise/doors.ts'
import { CLASS_ROLES } from '#app/_server/authorise/roles.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { ROOT } from '../../../scripts/state/paths.ts'
import type { LtiPlatform } from '../../support/lti/platform.ts'
import { callRoute, findRoutes } from '../accounts/routes.ts'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { connectCourseOf, startPlatformOfSite } from '../lti/lti-world.ts'
import { type CalledWorld, callOf } from './class-calls.ts'
import { brokenCheck, makeClass, makeClassPeople, makeGraded, STEP } from './class-world.ts'
import { makeReviewed } from './review-world.ts'

const asking = vi.hoisted(() => ({ user: undefined as SessionUser | undefined }))
vi.mock('#app/_server/session.ts', () => ({
  readUser: () => Promise.resolve(asking.user),
  readActing: () => Promise.resolve(asking.user),
  readEmail: () => Promise.resolve(undefined),
}))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve({ get: () => undefined }),
}))
vi.mock('#app/_server/quizzes.ts', () => ({
  readQuizSets: () => Promise.resolve([{ id: 'cap', title: 'CAP' }]),
}))
vi.mock('#app/_server/content.ts', () => ({
  readCourse: () => Promise.resolve({ modules: [] }),
}))

let site: AccountSite
let platform: LtiPlatform
let routes: Awaited<ReturnType<typeof findRoutes>>
beforeAll(async () => {
  site = await startAccountSite()
  platform = await startPlatformOfSite()
  routes = await findRoutes()
})
afterAll(async () => {
  await platform.stop()
  await site.stop()
})
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
})

const ASKERS = [...CLASS_ROLES, 'foreign', 'removed', 'stranger'] as const
type Asker = (typeof ASKERS)[number]

/** A class as it is, another that Eve owns, and somebody who asks. */
async function worldFor(asker: Asker): Promise<CalledWorld> {
  await makePerson('eve', 'administrator')
  const boss = await makePerson('boss', 'instructor')
  const world = await makeClass('boss')
  await makeClassPeople(world.classId)
  await makeClass('eve')
  await db.extension.create({
    data: {
      assignmentId: world.assignmentId,
      userId: 'pupil',
      dueAt: new Date('2098-01-01'),
      reason: 'Ill',
    },
  })
  const { assignmentId } = world
  await db.gradeAdjustment.create({
    data: { assignmentId, userId: 'pupil', kind: 'set', hundredths: 500, reason: 'Agreed' },
  })
  await db.regrade.create({ data: { assignmentId, labVersion: 2 } })
  const submissionId = await makeGraded({
    userId: 'pupil',
    outcome: 'failed',
    checks: [brokenCheck('n1 and n2 lead term 1')],
  })
  const removed = await makePerson('gone', 'member')
  await db.membership.create({
    data: { classId: world.classId, userId: 'gone', role: 'owner', state: 'removed' },
  })
  const of = (id: string) => ({ ...boss, id, name: id, role: 'member' as const })
  const users: Partial<Record<Asker, SessionUser>> = {
    foreign: { ...boss, id: 'eve', role: 'administrator' },
    removed,
  }
  asking.user = asker === 'stranger' ? undefined : (users[asker] ?? of(`the-${asker}`))
  const courseId = await connectCourseOf(platform, world.classId)
  const writer = CLASS_ROLES.find((role) => role === asker) ?? 'assistant'
  const reviewed = await makeReviewed(world, `the-${writer}`)
  return { ...world, submissionId, courseId, ...reviewed }
}

function mayDo(asker: Asker, name: ClassAction): boolean {
  return (ACTIONS[name].who as readonly string[]).includes(asker)
}

/** All that a class has, to see that nothing changed. */
async function contentsOf(classId: string): Promise<string> {
  const found = await db.class.findUnique({
    where: { id: classId },
    include: {
      sections: true,
      memberships: { orderBy: { userId: 'asc' } },
      invites: true,
      rosterEntries: true,
      assignments: {
        include: {
          extensions: true,
          adjustments: true,
          regrade: true,
          regradeResults: true,
          rubrics: true,
          codeReviews: { include: { comments: { include: { answers: true } } } },
        },
      },
      announcements: true,
      ltiCourses: true,
      viewings: true,
      savedComments: true,
    },
  })
  return JSON.stringify([found, await db.class.count(), await db.auditEntry.count()])
}

const doors = Object.entries(CLASS_ROUTES) as [keyof typeof CLASS_ROUTES, ClassAction][]
const cases = doors.flatMap(([door, action]) =>
  ASKERS.map((asker) => [asker, door, action] as const),
)

describe('a route of a class', () => {
  test.each(cases)('for a %s: %s (%s)', async (asker, door, action) => {
    const world = await worldFor(asker)
    const before = await contentsOf(world.classId)
    const response = await callRoute(routes, door, callOf(door, world))
    await response.body?.cancel()
    const after = await contentsOf(world.classId)
    if (mayDo(asker, action)) {
      expect(response.status).toBeLessThan(300)
      const isRead = door.startsWith('GET') || door.endsWith('/preview')
      expect(after === before).toBe(isRead)
    } else {
      expect([401, 403, 404]).toContain(response.status)
      expect(after).toBe(before)
    }
  })

  const parts = doors.filter(([door]) => /\[(?!class)/.test(door))

  test.each(parts)('does not reach into another class: %s', async (door) => {
    const world = await worldFor('owner')
    const own = await makeClass('the-owner')
    const before = await contentsOf(world.classId)
    const response = await callRoute(routes, door, callOf(door, world, own.classId))
    expect(response.status).toBe(404)
    expect(await contentsOf(world.classId)).toBe(before)
  })

  test.each(doors.filter(([, action]) => action !== 'class.archive'))(
    'of an archived class changes nothing: %s (%s)',
    async (door, action) => {
      const world = await worldFor('owner')
      await db.class.update({ where: { id: world.classId }, data: { archivedAt: new Date() } })
      const before = await contentsOf(world.classId)
      const { status } = await callRoute(routes, door, callOf(door, world))
      expect(status).toBe(action === 'class.see-progress' ? 200 : 409)
      expect(await contentsOf(world.classId)).toBe(before)
    },
  )

  test.each(doors.filter(([door]) => !door.startsWith('GET')))(
    'refuses what another site sends: %s',
    async (door) => {
      const world = await worldFor('owner')
      const { params = {}, body } = callOf(door, world)
      const [method = '', path = ''] = door.split(' ')
      const request = new Request(`http://localhost:3000${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
        body: JSON.stringify(body ?? {}),
      })
      const response = await routes.get(door)?.(request, { params: Promise.resolve(params) })
      expect(response?.status).toBe(403)
    },
  )

  test.each(['', 'no-such-id', "'; drop table"])('of no class: %j', async (classId) => {
    const world = await worldFor('owner')
    const door = 'POST /api/classes/[class]/details'
    expect((await callRoute(routes, door, callOf(door, world, classId))).status).toBe(404)
  })

  test('lets instructors deal with learners, and not with staff', async () => {
    const world = await worldFor('instructor')
    const take = 'POST /api/classes/[class]/members/[person]/state'
    const params = { class: world.classId, person: 'the-assistant' }
    const body = { state: 'removed' }
    expect((await callRoute(routes, take, { params, body })).status).toBe(403)
    const invite = callOf('POST /api/classes/[class]/invites', world)
    const staff = { ...invite, body: { ...(invite.body as object), role: 'assistant' } }
    expect((await callRoute(routes, 'POST /api/classes/[class]/invites', staff)).status).toBe(403)
  })
})

describe('a page of a class', () => {
  const pages = Object.entries(CLASS_PAGES) as [string, ClassAction][]

  test.each(
    pages.flatMap(([page, action]) => ASKERS.map((asker) => [asker, page, action] as const)),
  )('for a %s: %s (%s)', async (asker, page, action) => {
    const world = await worldFor(asker)
    const { default: Page } = (await import(join(ROOT, 'app', page, 'page.tsx'))) as {
      default: (props: unknown) => Promise<unknown>
    }
    const params = {
      class: world.classId,
      person: 'pupil',
      assignment: world.assignmentId,
      submission: world.submissionId,
      check: 'one-leader',
      ...STEP,
    }
    const props = { params: Promise.resolve(params), searchParams: Promise.resolve({}) }
    if (mayDo(asker, action)) expect(await Page(props)).toBeTypeOf('object')
    else await expect(Page(props)).rejects.toThrow(asker === 'stranger' ? 'NEXT_REDIRECT' : '404')
  })
})
