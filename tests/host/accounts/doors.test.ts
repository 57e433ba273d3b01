/**
 * Every route and page of the app, found in the file system, for every role: it lets in exactly
 * whom the table of rights lets in, and nobody to what is somebody else's.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { getAuth } from '#app/_server/auth.ts'
import { ACTIONS, type ActionName } from '#app/_server/authorise/actions.ts'
import { AUTH_PATHS } from '#app/_server/authorise/auth-paths.ts'
import {
  AUTH_ROUTES,
  CLASS_PAGES,
  CLASS_ROUTES,
  CLOSED_PAGES,
  OPEN_PAGES,
  PLATFORM_ROUTES,
  ROUTES,
  SERVER_ACTIONS,
} from '#app/_server/authorise/doors.ts'
import { SITE_ROLES, type SiteRole } from '#app/_server/authorise/roles.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { ROOT } from '../../../scripts/state/paths.ts'
import type { LtiPlatform } from '../../support/lti/platform.ts'
import { ANSWERS, QUESTIONS } from '../../support/some-questions.ts'
import { makeClass } from '../classes/class-world.ts'
import { makeLtiWorld, startPlatformOfSite } from '../lti/lti-world.ts'
import { CALLS, DESIGN_ID, type World } from './calls.ts'
import { callRoute, findPages, findRoutes, findServerActions } from './routes.ts'
import { type AccountSite, startAccountSite } from './site.ts'
import {
  clearPeople,
  type KnownRole,
  makeMailLink,
  makePerson,
  makeSetupLink,
  makeWork,
} from './world.ts'

/** Who asks; sessions have tests of their own. */
const asking = vi.hoisted(() => ({ user: undefined as SessionUser | undefined }))
vi.mock('#app/_server/session.ts', () => ({
  readUser: () => Promise.resolve(asking.user),
  readActing: () => Promise.resolve(asking.user),
  readEmail: () => Promise.resolve(undefined),
  ensureUser: async () => asking.user ?? (await makePerson(`guest-${performance.now()}`, 'guest')),
}))
vi.mock('#app/_server/questions.ts', async (original) => {
  const real = await original<typeof import('#app/_server/questions.ts')>()
  const bank = real.makeBank(QUESTIONS, ANSWERS)
  const design = { ...bank.question('words'), id: DESIGN_ID, kind: 'design' }
  const question = (id: string) => (id === DESIGN_ID ? design : bank.question(id))
  return { ...real, readQuestionBank: () => Promise.resolve({ ...bank, question }) }
})
vi.mock('#app/_server/quizzes.ts', () => ({
  readQuizSet: (id: string) => Promise.resolve({ id, title: id, about: '', questions: ['one'] }),
}))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers({ 'x-forwarded-for': '192.0.2.1' })),
  cookies: () => Promise.resolve({ set: () => {} }),
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
beforeEach(clearPeople)

/** Somebody of this role asks; what the calls are about belongs to them, or to Eve. */
async function worldFor(role: SiteRole, whose: 'own' | 'foreign'): Promise<World> {
  const isKnown = role !== 'stranger'
  const self = isKnown ? await makePerson(`the-${role}`, role satisfies KnownRole) : undefined
  asking.user = self
  await makePerson('eve', 'member')
  // So that nobody in these tests is the last one.
  await makePerson('root', 'administrator')
  const ownerId = whose === 'own' && self !== undefined ? self.id : 'eve'
  return {
    ownerId,
    work: await makeWork(ownerId),
    confirmToken: await makeMailLink(ownerId, 'confirmEmail'),
    resetToken: await makeMailLink(ownerId, 'resetPassword'),
    setupToken: await makeSetupLink(),
    inviteToken: (await makeClass('root')).inviteToken,
    lti: await makeLtiWorld(platform, self?.id),
    typed: role === 'guest' ? 'delete my work' : `${ownerId}@netsplit.example`,
  }
}

async function statusOf(door: string, world: World): Promise<number> {
  const response = await callRoute(routes, door, CALLS[door as keyof typeof ROUTES](world))
  await response.body?.cancel()
  return response.status
}

function mayDo(role: SiteRole, name: ActionName): boolean {
  return (ACTIONS[name].who as readonly string[]).includes(role)
}

const doors = Object.entries(ROUTES) as [keyof typeof ROUTES, ActionName][]
const cases = doors.flatMap(([door, action]) =>
  SITE_ROLES.map((role) => [role, door, action] as const),
)

describe('the table of doors', () => {
  test('has every route of the app, and no other', () => {
    expect([...routes.keys()].toSorted()).toEqual(
      [ROUTES, CLASS_ROUTES, PLATFORM_ROUTES]
        .flatMap((table) => Object.keys(table))
        .concat(AUTH_ROUTES)
        .toSorted(),
    )
  })

  test('has every page of the app, and no other', () => {
    const closed = Object.keys({ ...CLOSED_PAGES, ...CLASS_PAGES })
    expect(findPages().toSorted()).toEqual([...OPEN_PAGES, ...closed].toSorted())
  })

  test('has every server action of the app, and no other', () => {
    expect(findServerActions()).toEqual(Object.keys(SERVER_ACTIONS))
  })
})

describe('a route', () => {
  test.each(cases)('for a %s: %s (%s)', async (role, door, action) => {
    const status = await statusOf(door, await worldFor(role, 'own'))
    if (mayDo(role, action)) expect(status).toBeLessThan(400)
    // A list of one's own is empty for whoever has nothing, and tells nothing.
    else if (door === 'GET /api/attempts') expect(status).toBe(200)
    else expect([401, 403, 404]).toContain(status)
  })

  const ownRecords = doors.filter(
    ([door, name]) => ACTIONS[name].on === 'own' && door.includes('['),
  )

  test('there are routes to what one person owns', () => {
    expect(ownRecords.length).toBeGreaterThan(5)
  })

  test.each(ownRecords.flatMap(([door]) => SITE_ROLES.map((role) => [role, door] as const)))(
    'for a %s to what is somebody else’s: %s',
    async (role, door) => {
      const before = await countEves()
      expect([401, 403, 404]).toContain(await statusOf(door, await worldFor(role, 'foreign')))
      expect(before).toBe(0)
      expect(await countEves()).toBe(10)
    },
  )

  test.each(doors.filter(([door]) => !door.startsWith('GET')))(
    'refuses what another site sends: %s (%s)',
    async (door) => {
      const world = await worldFor('administrator', 'own')
      const { params = {}, body } = CALLS[door](world)
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
})

/** Of everything that Eve owns, how much there is. */
async function countEves(): Promise<number> {
  const where = { userId: 'eve' }
  const counts = await Promise.all([
    db.submission.count({ where }),
    db.attempt.count({ where }),
    db.draft.count({ where }),
    db.sharedRun.count({ where }),
    db.session.count({ where }),
    db.account.count({ where }),
    db.reviewEntry.count({ where }),
    db.quizAttempt.count({ where: { ...where, handedInAt: null } }),
    db.interviewSession.count({ where }),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}

describe('a page that is not for everybody', () => {
  test.each(
    Object.entries(CLOSED_PAGES).flatMap(([page, action]) =>
      SITE_ROLES.map((role) => [role, page, action] as const),
    ),
  )('for a %s: %s', async (role, page, action) => {
    const { lti } = await worldFor(role, 'own')
    const { default: Page } = (await import(join(ROOT, 'app', page, 'page.tsx'))) as {
      default: (props: unknown) => Promise<unknown>
    }
    const props = {
      params: Promise.resolve({ id: 'eve', platform: lti.platformId }),
      searchParams: Promise.resolve({}),
    }
    if (mayDo(role, action)) expect(await Page(props)).toBeTypeOf('object')
    else await expect(Page(props)).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
  })
})

describe('the sign-in library', () => {
  interface Endpoint {
    readonly path?: string
    readonly options?: { readonly method?: string | readonly string[] }
  }

  function endpoints(): readonly string[] {
    const all = Object.values(getAuth().api) as unknown as readonly Endpoint[]
    return all.flatMap(({ path, options }) =>
      path === undefined || path.includes('*')
        ? []
        : [options?.method ?? []].flat().map((method) => `${method} ${path}`),
    )
  }

  function ask(door: string): Promise<Response> {
    const [method = '', path = ''] = door.split(' ')
    const address = `http://localhost:3000/api/auth${path.replaceAll(/:\w+/g, 'github')}`
    const request = new Request(address, {
      method,
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
      ...(method === 'GET' ? {} : { body: '{}' }),
    })
    const handler = routes.get(`${method} /api/auth/[...all]`)
    if (handler === undefined) return Promise.resolve(new Response(null, { status: 404 }))
    return handler(request, { params: Promise.resolve({}) })
  }

  test('has every address that is open', () => {
    expect(endpoints()).toEqual(expect.arrayContaining(Object.keys(AUTH_PATHS)))
  })

  test('is closed everywhere else, for everybody', async () => {
    await worldFor('administrator', 'own')
    const closed = endpoints().filter((door) => !(door in AUTH_PATHS))
    expect(closed.length).toBeGreaterThan(20)
    for (const door of closed) {
      const response = await ask(door)
      expect(response.status, door).toBe(404)
    }
  })

  test.each(SITE_ROLES)('asks about the rights of a %s', async (role) => {
    await worldFor(role, 'own')
    for (const [door, { action }] of Object.entries(AUTH_PATHS)) {
      const response = await ask(door)
      const { error } = (await response.json().catch(() => ({}))) as { readonly error?: string }
      const isOurRefusal = error?.startsWith('You are not signed in') || error?.includes('may not')
      expect(isOurRefusal === true, door).toBe(!mayDo(role, action))
    }
  })
})
