/** Choosing what a link of a course opens, and the list of members. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { importMembers, previewMembers } from '#app/_server/lti/course-members.ts'
import { readPlatform } from '#app/_server/lti/platforms.ts'
import { testPlatform } from '#app/_server/lti/test-platform.ts'
import { publicKeys, rotateKeys } from '#app/_server/lti/tool-keys.ts'
import { db } from '#db'
import { formOf } from '../../support/lti/answers.ts'
import { LEARNER, LTI, MEMBERSHIP } from '../../support/lti/claims.ts'
import { makePerson } from '../accounts/world.ts'
import { makeClass } from '../classes/class-world.ts'
import {
  ADA,
  comeNew,
  makeConnectedClass,
  registerPlatform,
  type School,
  startSchool,
  TEACHER,
} from './school.ts'
import { Visitor } from './visitor.ts'

const present = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(present.headers),
  cookies: () => Promise.resolve({ set: () => {}, get: () => undefined }),
}))
vi.mock('#app/_server/content.ts', () => ({ readCourse: () => Promise.resolve({ modules: [] }) }))
vi.mock('#app/_server/quizzes.ts', () => ({ readQuizSets: () => Promise.resolve([]) }))

const ITEMS = 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items'
const DATA = 'https://purl.imsglobal.org/spec/lti-dl/claim/data'

let school: School
let platformId: string
beforeAll(async () => {
  school = await startSchool()
})
afterAll(() => school.stop())
beforeEach(async () => {
  platformId = await registerPlatform(school)
  const { services } = school.platform
  services.choices.length = 0
  services.members = []
  services.nextPage = undefined
})

function newVisitor(): Visitor {
  return new Visitor(school.platform, present)
}

const CHOOSING = { ...TEACHER, isChoosing: true } as const

/** Chooses on the page, and brings the answer to the platform; returns what it took. */
async function choose(visitor: Visitor, item: string, step = ''): Promise<Response> {
  const page = await (await visitor.come(CHOOSING)).text()
  const { fields } = formOf(page)
  return visitor.ask('POST', '/lti/deep-link', new URLSearchParams({ ...fields, item, step }))
}

async function bring(response: Response): Promise<unknown> {
  const { action, fields } = formOf(await response.text())
  const taken = await fetch(action, { method: 'POST', body: new URLSearchParams({ ...fields }) })
  expect(taken.status).toBe(200)
  return school.platform.services.choices.at(-1)
}

describe('who teaches', () => {
  test('links an assignment, with a column of 100 points', async () => {
    const { assignmentId } = await makeConnectedClass(platformId)
    const chosen = await bring(await choose(newVisitor(), `assignment ${assignmentId}`))
    expect(chosen).toMatchObject({
      [`${LTI}/message_type`]: 'LtiDeepLinkingResponse',
      [`${LTI}/version`]: '1.3.0',
      [`${LTI}/deployment_id`]: 'deployment-1',
      [DATA]: 'csrf "of" <the> platform',
      [ITEMS]: [
        {
          type: 'ltiResourceLink',
          url: 'http://localhost:3000/lti/launch',
          title: 'Elections',
          custom: { netsplit_assignment: assignmentId },
          lineItem: { scoreMaximum: 100, label: 'Elections', resourceId: assignmentId },
        },
      ],
    })
  })

  test('links a step, which opens for a learner', async () => {
    await makeConnectedClass(platformId)
    const chosen = (await bring(await choose(newVisitor(), 'step', 'raft/03-election'))) as {
      readonly [ITEMS]: readonly { readonly custom: Readonly<Record<string, string>> }[]
    }
    const custom = chosen[ITEMS][0]?.custom ?? {}
    expect(await comeNew(newVisitor(), { ...ADA, custom })).toBe('/labs/raft/03-election')
  })

  test('links the class before there is one, and is asked for it then', async () => {
    const chosen = await bring(await choose(newVisitor(), 'class'))
    expect(chosen).toMatchObject({ [ITEMS]: [{ title: 'Netsplit' }] })
  })

  test('is brought to the work that a link is for, and so are learners', async () => {
    const { classId, assignmentId } = await makeConnectedClass(platformId)
    const custom = { netsplit_assignment: assignmentId }
    expect(await comeNew(newVisitor(), { ...ADA, custom })).toBe('/labs/raft/03-election')
    expect(await comeNew(newVisitor(), { ...TEACHER, custom })).toBe(
      `/classes/${classId}/work/${assignmentId}`,
    )
    await db.assignment.updateMany({ data: { opensAt: new Date('2099-01-01'), dueAt: null } })
    expect(await comeNew(newVisitor(), { ...ADA, custom })).toBe(`/classes/${classId}`)
  })

  test('does not link what is another class’s', async () => {
    await makeConnectedClass(platformId)
    const { assignmentId } = await makeClass('boss')
    expect((await choose(newVisitor(), `assignment ${assignmentId}`)).status).toBe(404)
  })

  test('chooses once', async () => {
    await makeConnectedClass(platformId)
    const visitor = newVisitor()
    const { fields } = formOf(await (await visitor.come(CHOOSING)).text())
    const form = () => new URLSearchParams({ ...fields, item: 'class' })
    expect((await visitor.ask('POST', '/lti/deep-link', form())).status).toBe(200)
    expect((await visitor.ask('POST', '/lti/deep-link', form())).status).toBe(403)
  })

  test('is framed by the platform only, and sends no choice for another site', async () => {
    const visitor = newVisitor()
    const response = await visitor.come(CHOOSING)
    expect(response.headers.get('content-security-policy')).toContain(
      `frame-ancestors ${school.platform.registration.issuer}`,
    )
    const { fields } = formOf(await response.text())
    const form = new URLSearchParams({ ...fields, item: 'class' })
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await visitor.ask('POST', '/lti/deep-link', form, headers)).status).toBe(403)
  })
})

test.each([
  ['learns', LEARNER],
  ['is nobody', []],
])('who %s links nothing', async (_who, roles) => {
  await makeConnectedClass(platformId)
  const visitor = newVisitor()
  const response = await visitor.come({ ...CHOOSING, roles })
  expect(response.status).toBe(403)
  expect(await response.text()).toContain('those who teach')
  // Nor with the token of their visit, if they could see it.
  visitor.cookies.clear()
  await visitor.hand(await visitor.begin({ ...ADA, roles }))
  const form = new URLSearchParams({ arrival: visitor.arrival, item: 'class' })
  expect((await visitor.ask('POST', '/lti/deep-link', form)).status).toBe(403)
  expect(school.platform.services.choices).toEqual([])
})

describe('the members of a course', () => {
  const learner = (name: string, email?: string) => ({
    user_id: name,
    name,
    roles: [`${MEMBERSHIP}#Learner`],
    ...(email === undefined ? {} : { email }),
  })

  async function connected() {
    const world = await makeConnectedClass(platformId)
    await comeNew(newVisitor(), TEACHER)
    return { ...world, staff: await makePerson('staff', 'instructor') }
  }

  test('are shown before they are taken over, over all pages of the list', async () => {
    const { classId, courseId, staff } = await connected()
    school.platform.services.members = [
      learner('Ada "the first", Countess', 'Ada@school.example'),
      { user_id: 't', name: 'Grace', email: 't@x.example', roles: [`${MEMBERSHIP}#Instructor`] },
      { ...learner('Gone', 'gone@x.example'), status: 'Inactive' },
      learner('Without an address'),
      learner('Barbara', 'barbara@x.example'),
    ]
    const before = await db.rosterEntry.count()
    expect(await previewMembers(classId, courseId)).toMatchObject({
      kind: 'done',
      value: {
        lines: [
          { email: 'ada@school.example', name: 'Ada "the first", Countess', effect: 'new' },
          { email: 'barbara@x.example', name: 'Barbara', effect: 'new' },
        ],
        problems: [],
        withoutEmail: 1,
      },
    })
    expect(await db.rosterEntry.count()).toBe(before)
    expect(await importMembers(staff, classId, courseId)).toMatchObject({ value: { added: 2 } })
    expect(await db.rosterEntry.count()).toBe(before + 2)
    expect(await db.auditEntry.count({ where: { action: 'roster.imported' } })).toBe(1)
  })

  test('are not asked for at another host, which would get our token', async () => {
    const { classId, courseId } = await connected()
    school.platform.services.members = ['a', 'b', 'c'].map((name) => learner(name, `${name}@x.y`))
    school.platform.services.nextPage = 'https://evil.example/members'
    expect(await previewMembers(classId, courseId)).toMatchObject({
      kind: 'refused',
      error: expect.stringContaining('another host'),
    })
  })

  test.each([
    ['nobody', [], 'Nobody learns'],
    ['no addresses', [learner('Ada')], 'no e-mail addresses'],
  ])('of whom the platform tells %s', async (_what, members, said) => {
    const { classId, courseId } = await connected()
    school.platform.services.members = members
    expect(await previewMembers(classId, courseId)).toMatchObject({
      error: expect.stringContaining(said),
    })
  })

  test('of another class are not there', async () => {
    const { courseId } = await connected()
    const { classId } = await makeClass('boss')
    expect(await previewMembers(classId, courseId)).toMatchObject({ status: 404 })
  })

  test('are not known where the platform does not offer them', async () => {
    const { classId, courseId } = await makeConnectedClass(platformId)
    await comeNew(newVisitor(), { ...TEACHER, isBare: true })
    expect(await previewMembers(classId, courseId)).toMatchObject({
      error: expect.stringContaining('Names and Roles'),
    })
  })
})

describe('our keys', () => {
  test('are made once, published without their private halves, and stored sealed', async () => {
    await db.ltiKey.deleteMany({})
    const [first, second] = await Promise.all([publicKeys(), publicKeys()])
    expect(first).toEqual(second)
    expect(first.keys).toHaveLength(1)
    expect(Object.keys(first.keys[0] ?? {}).toSorted()).toEqual(
      ['alg', 'e', 'kid', 'kty', 'n', 'use'].toSorted(),
    )
    const { sealedKey } = await db.ltiKey.findFirstOrThrow()
    expect(sealedKey).not.toContain('PRIVATE KEY')
  })

  test('change without a moment in which the platform does not know them', async () => {
    const staff = await makePerson('root', 'administrator')
    const day = (count: number) => new Date(Date.now() + count * 86_400_000)
    await publicKeys()
    await rotateKeys(staff, day(0))
    expect((await publicKeys()).keys.length).toBeGreaterThanOrEqual(2)
    const platform = await readPlatform(platformId)
    expect(await testPlatform(platform?.id ?? '')).toEqual({ kind: 'done' })
    await rotateKeys(staff, day(30))
    await rotateKeys(staff, day(30))
    // The newest of the old ones stays, beside the new one.
    expect((await publicKeys()).keys).toHaveLength(2)
  })
})
