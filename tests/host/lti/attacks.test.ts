/** What must let nobody in: tokens that are forged, old, for others or used, and foreign browsers. */
import { generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '#db'
import { LTI } from '../../support/lti/claims.ts'
import { type Forge, loginParameters } from '../../support/lti/platform.ts'
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
import { ORIGIN, Visitor } from './visitor.ts'

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
  await makeConnectedClass(platformId)
})

function newVisitor(): Visitor {
  return new Visitor(school.platform, present)
}

/** Nothing came of it: no visit is kept, and nobody is signed in. */
async function expectRefused(visitor: Visitor, response: Response, why: string): Promise<void> {
  expect(response.status).toBe(403)
  expect(response.headers.get('location')).toBeNull()
  expect(await response.text()).toContain(why)
  expect(await db.ltiArrival.count()).toBe(0)
  expect(await whoIs(visitor)).toBeUndefined()
}

/** The honest token with other claims, signed by the platform. */
function saying(changed: object): Forge {
  return (claims, sign) => sign({ ...claims, ...changed })
}

async function foreignKey(claims: JWTPayload): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256')
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'platform-key' })
    .sign(privateKey)
}

/** A key that everybody knows, in the place of one that only the platform has. */
async function publicSecret(claims: JWTPayload): Promise<string> {
  const answer = await fetch(school.platform.registration.jwksUrl)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: 'platform-key' })
    .sign(new TextEncoder().encode(await answer.text()))
}

function unsigned(claims: JWTPayload): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return Promise.resolve(`${part({ alg: 'none' })}.${part(claims)}.`)
}

const HOUR_S = 3_600
const now = () => Math.floor(Date.now() / 1_000)

describe('a token', () => {
  const forged: readonly (readonly [string, () => Forge, string])[] = [
    ['by another key', () => foreignKey, 'signature'],
    ['by the public key as a secret', () => publicSecret, 'not signed with RS256'],
    ['by no key', () => unsigned, 'not signed with RS256'],
    ['that is no token', () => () => Promise.resolve('a.b.c'), 'not valid'],
    ['for another tool', () => saying({ aud: 'another-tool' }), 'for another tool'],
    [
      'for several tools that names none',
      () => (claims, sign) => sign({ ...claims, aud: [String(claims.aud), 'another'] }),
      'names no one',
    ],
    [
      'for several tools that names another',
      () => (claims, sign) =>
        sign({ ...claims, aud: [String(claims.aud), 'another'], azp: 'another' }),
      'for another tool',
    ],
    ['by another issuer', () => saying({ iss: 'https://other.example' }), 'another issuer'],
    ['that is too old', () => saying({ iat: now() - 600, exp: now() - 300 }), 'too old'],
    ['that was signed long ago', () => saying({ iat: now() - 2 * HOUR_S }), 'too old'],
    ['without an end', () => saying({ exp: undefined }), 'claim exp is missing'],
    ['that answers another sign-in', () => saying({ nonce: 'n' }), 'another sign-in'],
    ['without a person', () => saying({ sub: undefined }), 'claim sub is missing'],
    [
      'of another deployment',
      () => saying({ [`${LTI}/deployment_id`]: 'deployment-2' }),
      'deployment-2 is not registered',
    ],
    [
      'that leads to another site',
      () => saying({ [`${LTI}/target_link_uri`]: 'https://evil.example/lti/launch' }),
      'another site',
    ],
    [
      'that leads to a site of a similar name',
      () => saying({ [`${LTI}/target_link_uri`]: `${ORIGIN}.evil.example/` }),
      'another site',
    ],
    ['of another version', () => saying({ [`${LTI}/version`]: '1.1' }), 'not as LTI 1.3'],
    [
      'of another kind',
      () => saying({ [`${LTI}/message_type`]: 'LtiSubmissionReviewRequest' }),
      'not as LTI 1.3',
    ],
  ]

  test.each(forged)('%s is refused', async (_what, forge, why) => {
    const visitor = newVisitor()
    await expectRefused(visitor, await visitor.come(ADA, forge()), why)
  })

  test('that is honest is not', async () => {
    expect((await newVisitor().come(ADA)).status).toBe(303)
  })
})

describe('an answer', () => {
  test('counts once', async () => {
    const visitor = newVisitor()
    const answered = await visitor.begin(ADA)
    expect((await visitor.hand(answered)).status).toBe(303)
    await db.ltiArrival.deleteMany({})
    await expectRefused(visitor, await visitor.hand(answered), 'used already')
  })

  test('of two that come at once, one counts', async () => {
    const visitor = newVisitor()
    const answered = await visitor.begin(ADA)
    const handed = await Promise.all([visitor.hand(answered), visitor.hand(answered)])
    expect(handed.map(({ status }) => status).toSorted()).toEqual([303, 403])
  })

  test('is refused with an unknown state', async () => {
    const visitor = newVisitor()
    const { id_token } = await visitor.begin(ADA)
    const handed = await visitor.hand({ id_token, state: 'x'.repeat(32) })
    await expectRefused(visitor, handed, 'used already')
  })

  test('to one sign-in does not do for another', async () => {
    const visitor = newVisitor()
    const first = await visitor.begin(ADA)
    const second = await visitor.begin(ADA)
    const handed = await visitor.hand({ id_token: first.id_token, state: second.state })
    await expectRefused(visitor, handed, 'another sign-in')
  })

  test('is refused in a browser where the sign-in was not begun', async () => {
    const attacker = newVisitor()
    const answered = await attacker.begin(ADA)
    const victim = newVisitor()
    await expectRefused(victim, await victim.hand(answered), 'not begun in this browser')
    // One that has begun a sign-in of its own does not help either.
    await victim.begin(TEACHER)
    await expectRefused(victim, await victim.hand(answered), 'not begun in this browser')
  })

  test('is refused after ten minutes', async () => {
    const visitor = newVisitor()
    const answered = await visitor.begin(ADA)
    await db.ltiLogin.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    await expectRefused(visitor, await visitor.hand(answered), 'longer than ten minutes')
  })

  test('to a sign-in of one platform is refused from another', async () => {
    const other = { issuer: 'https://other.example', name: 'Other', clientId: 'other' }
    await db.ltiPlatform.create({ data: { ...school.platform.registration, ...other } })
    const visitor = newVisitor()
    const answered = await visitor.begin(ADA)
    const { id } = await db.ltiPlatform.findFirstOrThrow({ where: { name: 'Other' } })
    await db.ltiLogin.updateMany({ data: { platformId: id } })
    await expectRefused(visitor, await visitor.hand(answered), 'another issuer')
  })
})

describe('a sign-in', () => {
  const begin = (changed: Readonly<Record<string, string>>, headers = {}) => {
    const all = loginParameters(school.platform.registration.issuer, `${ORIGIN}/lti/launch`)
    for (const [name, value] of Object.entries(changed)) all.set(name, value)
    return newVisitor().ask('GET', `/lti/login?${all.toString()}`, undefined, headers)
  }

  test.each([
    ['of an unknown platform', { iss: 'https://evil.example' }, 404],
    ['of an unknown client', { client_id: 'another' }, 404],
    ['of an unknown deployment', { lti_deployment_id: 'another' }, 403],
    ['for another site', { target_link_uri: 'https://evil.example/' }, 400],
    ['for what is no address', { target_link_uri: '//evil.example' }, 400],
    ['for nobody', { login_hint: '' }, 400],
  ])('%s does not begin', async (_what, changed, status) => {
    const response = await begin(changed)
    expect(response.status).toBe(status)
    expect(response.headers.get('location')).toBeNull()
    expect(await db.ltiLogin.count()).toBe(0)
  })

  test('keeps state and cookie out of reach of scripts and of other sites’ frames', async () => {
    const response = await begin({})
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/auth\?/)
    const [cookie] = response.headers.getSetCookie()
    for (const part of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned']) {
      expect(cookie).toContain(part)
    }
  })

  test('in a frame goes on in a window of its own', async () => {
    const response = await begin({}, { 'sec-fetch-dest': 'iframe' })
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('target="_blank"')
    expect(page).toContain(`href="${ORIGIN}/lti/login?iss=`)
    expect(await db.ltiLogin.count()).toBe(0)
  })

  test('writes nothing of a request into a page as markup', async () => {
    const response = await begin({ iss: '<script>alert(1)</script>' })
    const page = await response.text()
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toContain('<script>')
  })
})

test('a visit is over after it was used, and after half an hour', async () => {
  const visitor = newVisitor()
  await comeNew(visitor, ADA)
  expect((await visitor.ask('GET', '/lti/arrive')).status).toBe(410)
  await visitor.hand(await visitor.begin(ADA))
  await db.ltiArrival.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
  expect((await visitor.ask('GET', '/lti/arrive')).status).toBe(410)
})

test('whoever finds somebody’s visit cannot use it from another site', async () => {
  const visitor = newVisitor()
  await visitor.hand(await visitor.begin(ADA))
  const body = { arrival: visitor.arrival }
  const headers = { 'sec-fetch-site': 'cross-site' }
  const made = await visitor.ask('POST', '/api/lti/account', body, headers)
  expect(made.status).toBe(403)
})
