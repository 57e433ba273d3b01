/**
 * Hidden names: every page of a class is rendered, and every route that reads is called, and in
 * none of them stands a name or an address of anybody in it. The same with names shown finds
 * them, so that the test would notice.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { CLASS_PAGES, CLASS_ROUTES } from '#app/_server/authorise/doors.ts'
import { CLASS_ROLES } from '#app/_server/authorise/roles.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { ROOT } from '../../../scripts/state/paths.ts'
import { callRoute, findRoutes } from '../accounts/routes.ts'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { type CalledWorld, callOf } from './class-calls.ts'
import { brokenCheck, makeClass, makeClassPeople, makeGraded, STEP } from './class-world.ts'
import { makeReviewed } from './review-world.ts'

const asking = vi.hoisted(() => ({ user: undefined as SessionUser | undefined }))
vi.mock('#app/_server/session.ts', () => ({
  readUser: () => Promise.resolve(asking.user),
  readActing: () => Promise.resolve(asking.user),
}))
vi.mock('next/navigation', async (original) => ({
  ...(await original<typeof import('next/navigation')>()),
  useRouter: () => ({}),
  usePathname: () => '/',
}))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve({ get: () => undefined }),
}))
vi.mock('#app/_server/quizzes.ts', () => ({
  readQuizSet: (id: string) => Promise.resolve({ id, title: id, about: '', questions: [] }),
  readQuizSets: () => Promise.resolve([{ id: 'cap', title: 'CAP' }]),
}))
vi.mock('#app/_server/content.ts', () => ({ readCourse: () => Promise.resolve({ modules: [] }) }))

let site: AccountSite
let world: CalledWorld
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())

/** In each name and address of somebody in the class, and nowhere else. */
const MARK = /xq\w*/gi

beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  const boss = await makePerson('boss', 'instructor')
  const made = await makeClass('boss')
  const { classId } = made
  await makeClassPeople(classId)
  const people = ['boss', 'pupil', ...CLASS_ROLES.map((role) => `the-${role}`)]
  for (const [at, id] of people.entries()) {
    const data = { name: `Xqnamed ${at}`, email: `xqmail${at}@netsplit.example` }
    await db.user.update({ where: { id }, data })
  }
  await db.rosterEntry.createMany({
    data: [
      { classId, email: 'xqexpected@x.example', name: 'Xqexpected' },
      { classId, email: 'xqlisted@x.example', name: 'Xqlisted', userId: 'pupil' },
    ],
  })
  await db.extension.create({
    data: {
      assignmentId: made.assignmentId,
      userId: 'pupil',
      dueAt: new Date('2098-01-01'),
      reason: 'Xqreason was ill',
    },
  })
  const source = await readFile(
    join(ROOT, 'labs', STEP.labId, 'variants', STEP.stepId, 'ticking.ts'),
    'utf8',
  )
  const checks = [brokenCheck('n1 and n2 lead term 1')]
  const tries = ['pupil', 'pupil', 'pupil', 'the-learner'].map((userId) =>
    makeGraded({ userId, source, outcome: 'failed', checks }),
  )
  const [submissionId = ''] = await Promise.all(tries)
  for (const userId of ['pupil', 'the-assistant']) {
    await db.auditEntry.create({
      data: {
        actorId: userId,
        subjectKind: 'class',
        subjectId: classId,
        action: 'member.removed',
        after: { person: userId },
      },
    })
  }
  const reviewed = await makeReviewed(made, 'the-assistant')
  world = { ...made, submissionId, courseId: '', ...reviewed }
  asking.user = { ...boss, name: 'Xqnamed 0' }
})

async function htmlOf(page: string, query: Record<string, string> = {}): Promise<string> {
  const { default: Page } = (await import(join(ROOT, 'app', page, 'page.tsx'))) as {
    default: (props: unknown) => Promise<React.ReactNode>
  }
  const params = {
    class: world.classId,
    person: 'pupil',
    assignment: world.assignmentId,
    submission: world.submissionId,
    check: 'one-leader',
    ...STEP,
  }
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) }
  const stream = await renderToReadableStream(createElement('main', {}, await Page(props)), {
    onError: (error) => {
      throw error
    },
  })
  await stream.allReady
  return new Response(stream).text()
}

const pages = Object.keys(CLASS_PAGES)
const COMPARED = { left: 'pupil', right: 'the-learner' }

function hide(hidesNames: boolean): void {
  if (asking.user !== undefined) asking.user = { ...asking.user, hidesNames }
}

describe('on the pages of a class', () => {
  test.each(pages)('nobody is named: %s', async (page) => {
    hide(true)
    for (const query of [{}, COMPARED, { person: 'pupil' }]) {
      const html = await htmlOf(page, query)
      expect(html).toContain('<h1')
      expect(html.match(MARK) ?? []).toEqual([])
    }
  })

  test('people are named when names are not hidden', async () => {
    hide(false)
    const named = await Promise.all(
      pages.map(async (page) => [page, (await htmlOf(page)).match(MARK) !== null] as const),
    )
    const where = named.filter(([, is]) => is).map(([page]) => page)
    expect(where).toEqual(
      expect.arrayContaining([
        '/classes/[class]/people',
        '/classes/[class]/people/[person]',
        '/classes/[class]/progress',
        '/classes/[class]/settings',
        '/classes/[class]/work/[assignment]/similarity',
      ]),
    )
  })
})

test('in what routes of a class give out, nobody is named', async () => {
  hide(true)
  const routes = await findRoutes()
  const doors = Object.keys(CLASS_ROUTES) as (keyof typeof CLASS_ROUTES)[]
  for (const door of doors.filter((one) => one.startsWith('GET'))) {
    const response = await callRoute(routes, door, callOf(door, world))
    expect((await response.text()).match(MARK) ?? [], door).toEqual([])
  }
})
