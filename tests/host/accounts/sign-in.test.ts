/**
 * Signing up and in through the sign-in library as the site sets it up, and an OpenID provider:
 * above all, what does not let anybody into the account of another.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { getAuth } from '#app/_server/auth.ts'
import { readEmail } from '#app/_server/session.ts'
import { GET, POST } from '#app/api/auth/[...all]/route.ts'
import { db } from '#db'
import { freePort } from '../../../scripts/state/port.ts'
import {
  type OidcPerson,
  type OidcProvider,
  oidcSettings,
  startOidcProvider,
} from '../../support/oidc-provider.ts'
import { type AccountSite, startAccountSite } from './site.ts'
import { clearPeople, PASSWORD } from './world.ts'

/** The headers of the request that is being answered. */
const present = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(present.headers),
  cookies: () => Promise.resolve({ set: () => {} }),
}))

const ORIGIN = 'http://localhost:3000'

let site: AccountSite
let provider: OidcProvider

beforeAll(async () => {
  const port = await freePort()
  site = await startAccountSite(oidcSettings(port))
  // The provider is away when the site starts, and comes later.
  expect((await getAuth().$context).socialProviders).toEqual([])
  provider = await startOidcProvider(port)
})
afterAll(async () => {
  await site.stop()
  await provider.stop()
})
beforeEach(clearPeople)

const ADA: OidcPerson = {
  sub: 'ada-there',
  email: 'ada@netsplit.example',
  email_verified: true,
  name: 'Ada Lovelace',
}

/** A browser's cookies, as far as these tests need them. */
class Visitor {
  readonly #cookies = new Map<string, string>()

  async ask(path: string, body?: unknown): Promise<Response> {
    present.headers = new Headers({
      'content-type': 'application/json',
      origin: ORIGIN,
      'x-forwarded-for': '192.0.2.9',
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    })
    const { headers } = present
    const url = new URL(path, ORIGIN)
    const response = await (body === undefined
      ? GET(new Request(url, { headers }))
      : POST(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })))
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return response
  }

  signUp(email: string): Promise<Response> {
    return this.ask('/api/auth/sign-up/email', { name: 'Somebody', email, password: PASSWORD })
  }

  signIn(email: string): Promise<Response> {
    return this.ask('/api/auth/sign-in/email', { email, password: PASSWORD })
  }

  /** Goes to the provider and back; returns where the site then leads. */
  async comeFrom(person: OidcPerson, door = 'sign-in/social'): Promise<URL> {
    provider.setPerson(person)
    const started = await this.ask(`/api/auth/${door}`, {
      provider: 'oidc',
      callbackURL: '/account',
      errorCallbackURL: '/sign-in',
    })
    const { url } = (await started.json()) as { readonly url: string }
    const there = await fetch(url, { redirect: 'manual' })
    const back = await this.ask(there.headers.get('location') ?? '')
    return new URL(back.headers.get('location') ?? '', ORIGIN)
  }

  /** The address of whom the site takes this visitor for. */
  async user(): Promise<string | undefined> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    present.headers = new Headers({ cookie })
    return (await readEmail())?.address
  }
}

async function methodsOf(email: string): Promise<readonly string[]> {
  const accounts = await db.account.findMany({ where: { user: { email } } })
  return accounts.map(({ providerId }) => providerId).toSorted()
}

function confirm(email: string) {
  return db.user.update({ where: { email }, data: { emailVerified: true } })
}

describe('signing up', () => {
  test('makes a member, mails the link that confirms, and writes down the way in', async () => {
    const response = await new Visitor().signUp(ADA.email)
    expect(response.status).toBe(200)
    const mail = await site.mail.mailTo(ADA.email)
    expect(mail.text).toContain('/confirm-email/')
    const user = await db.user.findUniqueOrThrow({ where: { email: ADA.email } })
    expect(user).toMatchObject({ role: 'member', emailVerified: false })
    const [entry] = await db.auditEntry.findMany({})
    expect(entry).toMatchObject({
      actorId: user.id,
      action: 'sign-in.added',
      after: { method: 'password' },
      address: '192.0.2.9',
    })
  })

  test('gives nobody a role by asking for it', async () => {
    const fields = { name: 'Eve', email: 'eve@netsplit.example', password: PASSWORD }
    for (const extra of [
      { role: 'administrator' },
      { disabledAt: null },
      { emailVerified: true },
    ]) {
      await new Visitor().ask('/api/auth/sign-up/email', { ...fields, ...extra })
    }
    const users = await db.user.findMany({ where: { email: fields.email } })
    for (const user of users) expect(user).toMatchObject({ role: 'member', emailVerified: false })
  })
})

describe('signing in', () => {
  test('works with the cookie of a session that is over', async () => {
    const ada = new Visitor()
    await ada.signUp(ADA.email)
    expect(await ada.user()).toBe(ADA.email)
    await db.session.deleteMany({})
    expect(await ada.user()).toBeUndefined()
    await ada.signIn(ADA.email)
    expect(await ada.user()).toBe(ADA.email)
  })
})

describe('a disabled account', () => {
  test('cannot sign in, whichever way', async () => {
    await new Visitor().comeFrom(ADA)
    await new Visitor().signUp('eve@netsplit.example')
    await db.user.updateMany({ data: { disabledAt: new Date() } })
    const [ada, eve] = [new Visitor(), new Visitor()]
    const refused = await eve.signIn('eve@netsplit.example')
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'ACCOUNT_DISABLED' })
    const back = await ada.comeFrom(ADA)
    expect(back.searchParams.get('error')).toBe('ACCOUNT_DISABLED')
    expect([await ada.user(), await eve.user()]).toEqual([undefined, undefined])
  })
})

describe('a provider', () => {
  test('makes an account with the address that it has confirmed, once', async () => {
    const visitor = new Visitor()
    expect((await visitor.comeFrom(ADA)).pathname).toBe('/account')
    expect(await visitor.user()).toBe(ADA.email)
    await new Visitor().comeFrom(ADA)
    expect(await db.user.findMany({})).toMatchObject([
      { email: ADA.email, emailVerified: true, name: 'Ada Lovelace' },
    ])
  })

  test('makes none with an address that it has not confirmed', async () => {
    const visitor = new Visitor()
    const back = await visitor.comeFrom({ ...ADA, email_verified: false })
    expect(back.pathname).toBe('/sign-in')
    expect(back.searchParams.get('error')).toBe('email_not_confirmed_there')
    expect(await db.user.count()).toBe(0)
  })

  test('keeps no token of it that a reader of the database could use', async () => {
    await new Visitor().comeFrom(ADA)
    const [account] = await db.account.findMany({})
    expect(account?.accessToken).not.toMatch(/^[\da-f]{8}-/)
  })

  test('joins the account with the same address when both have confirmed it', async () => {
    await new Visitor().signUp(ADA.email)
    await confirm(ADA.email)
    const visitor = new Visitor()
    await visitor.comeFrom(ADA)
    expect(await visitor.user()).toBe(ADA.email)
    expect(await methodsOf(ADA.email)).toEqual(['credential', 'oidc'])
  })

  test('does not take over an account whose address it has not confirmed', async () => {
    await new Visitor().signUp(ADA.email)
    await confirm(ADA.email)
    const eve = new Visitor()
    const back = await eve.comeFrom({ ...ADA, sub: 'eve-there', email_verified: false })
    expect(back.searchParams.get('error')).toBe('account_not_linked')
    expect(await eve.user()).toBeUndefined()
    expect(await methodsOf(ADA.email)).toEqual(['credential'])
  })

  test('does not lead its owner into an account that somebody made with their address', async () => {
    await new Visitor().signUp(ADA.email)
    const ada = new Visitor()
    const back = await ada.comeFrom(ADA)
    expect(back.searchParams.get('error')).toBe('account_not_linked')
    expect(await ada.user()).toBeUndefined()
    expect(await methodsOf(ADA.email)).toEqual(['credential'])
  })

  test('can be connected by whoever is signed in, with the same address', async () => {
    const ada = new Visitor()
    await ada.signUp(ADA.email)
    const back = await ada.comeFrom(ADA, 'link-social')
    expect(back.pathname).toBe('/account')
    expect(await methodsOf(ADA.email)).toEqual(['credential', 'oidc'])
  })

  test('cannot be connected with another address, nor with one that is not confirmed', async () => {
    const eve = new Visitor()
    await eve.signUp('eve@netsplit.example')
    await eve.comeFrom(ADA, 'link-social')
    await eve.comeFrom(
      { ...ADA, email: 'eve@netsplit.example', email_verified: false },
      'link-social',
    )
    expect(await methodsOf('eve@netsplit.example')).toEqual(['credential'])
  })

  test('of one account cannot be connected with another', async () => {
    await new Visitor().comeFrom(ADA)
    const eve = new Visitor()
    await eve.signUp('eve@netsplit.example')
    const back = await eve.comeFrom({ ...ADA, email: 'eve@netsplit.example' }, 'link-social')
    expect(back.searchParams.get('error')).toBe('account_already_linked_to_different_user')
    expect(await methodsOf('eve@netsplit.example')).toEqual(['credential'])
  })
})
