/** What people change about their own accounts, on a real database with a real mail server. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeEmail, confirmEmail, sendConfirmation } from '#app/_server/account/email.ts'
import { readLink } from '#app/_server/account/one-time-links.ts'
import { changePassword, requestReset, resetPassword } from '#app/_server/account/password.ts'
import { proveOwner } from '#app/_server/account/proof.ts'
import { endOtherSessions, endSession, listSessions } from '#app/_server/account/sessions.ts'
import { listMethods, removeMethod } from '#app/_server/account/sign-in-methods.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { type AccountSite, startAccountSite } from './site.ts'
import { clearPeople, makeMailLink, makePerson, makeWork, PASSWORD } from './world.ts'

vi.mock('#app/_server/session.ts', () => ({}))

let site: AccountSite
let ada: SessionUser

beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await clearPeople()
  ada = await makePerson('ada', 'member')
  await makePerson('eve', 'member')
})

function tokenIn(text: string): string {
  return /\/(?:confirm-email|reset-password)\/([\w-]{32})/.exec(text)?.[1] ?? ''
}

async function userOf(id: string) {
  return db.user.findUniqueOrThrow({ where: { id } })
}

async function actions(): Promise<readonly string[]> {
  const rows = await db.auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(({ action }) => action)
}

describe('an address', () => {
  test('is confirmed by the link of a mail, once', async () => {
    expect(await sendConfirmation(ada)).toBe(true)
    const { text } = await site.mail.mailTo('ada@netsplit.example')
    expect(text).toContain('http://localhost:3000/confirm-email/')
    const token = tokenIn(text)
    expect(await confirmEmail(ada, token)).toBe('confirmed')
    expect((await userOf('ada')).emailVerified).toBe(true)
    expect(await confirmEmail(ada, token)).toBe('no-such-link')
    expect(await actions()).toEqual(['email.confirmed'])
  })

  test('is not confirmed by somebody else’s click, and the link stays good', async () => {
    const token = await makeMailLink('ada', 'confirmEmail')
    const eve = { ...ada, id: 'eve' }
    expect(await confirmEmail(eve, token)).toBe('no-such-link')
    expect((await userOf('ada')).emailVerified).toBe(false)
    expect((await userOf('eve')).emailVerified).toBe(false)
    expect(await confirmEmail(ada, token)).toBe('confirmed')
  })

  test('changes only by the link that the new address got, and the old one hears of it', async () => {
    const change = { email: 'Ada.New@netsplit.example', password: '' }
    expect(await changeEmail(ada, change)).toBe('mailed')
    expect((await userOf('ada')).email).toBe('ada@netsplit.example')
    const { text } = await site.mail.mailTo('ada.new@netsplit.example')
    expect(await confirmEmail(ada, tokenIn(text))).toBe('confirmed')
    expect(await userOf('ada')).toMatchObject({
      email: 'ada.new@netsplit.example',
      emailVerified: true,
    })
    const told = await site.mail.mailTo('ada@netsplit.example', ({ subject }) =>
      subject.includes('was changed'),
    )
    expect(told.text).toContain('ask the people who run the site')
  })

  test('that somebody has is not taken from them', async () => {
    const token = await makeMailLink('ada', 'changeEmail', 'eve@netsplit.example')
    expect(await confirmEmail(ada, token)).toBe('taken')
    expect((await userOf('ada')).email).toBe('ada@netsplit.example')
    expect(await actions()).toEqual([])
  })

  test('cannot be confirmed by a link to the one before', async () => {
    const old = await makeMailLink('ada', 'confirmEmail')
    await db.user.update({ where: { id: 'ada' }, data: { email: 'other@netsplit.example' } })
    expect(await confirmEmail(ada, old)).toBe('no-such-link')
    expect((await userOf('ada')).emailVerified).toBe(false)
  })
})

describe('a password', () => {
  test('is set after a fresh sign-in, and asked for from then on', async () => {
    await makeWork('ada')
    const stale = { ...ada, signedInAt: new Date(Date.now() - 2 * 3_600_000) }
    expect(await changePassword(stale, { current: '', password: PASSWORD })).toBe('stale')
    expect(await changePassword(ada, { current: '', password: PASSWORD })).toBe('proven')
    expect(await proveOwner(stale, PASSWORD)).toBe('proven')
    expect(await proveOwner(ada, 'wrong')).toBe('wrong-password')
    const sessions = await listSessions('ada')
    expect(sessions.map(({ id }) => id)).toEqual([ada.sessionId])
    expect(await actions()).toEqual(['password.changed'])
  })

  test('cannot be guessed in an open session', async () => {
    const person = await makePerson('mallory', 'member')
    await changePassword(person, { current: '', password: PASSWORD })
    const proofs: string[] = []
    for (let i = 0; i < 12; i += 1) proofs.push(await proveOwner(person, 'a guess'))
    expect(proofs).toContain('too-often')
  })

  test('comes by mail, ends all sessions and confirms the address', async () => {
    await changePassword(ada, { current: '', password: 'forgotten password' })
    await requestReset('ADA@netsplit.example')
    const { text } = await site.mail.mailTo('ada@netsplit.example', ({ subject }) =>
      subject.includes('new password'),
    )
    expect(await resetPassword(tokenIn(text), PASSWORD, '192.0.2.1')).toBe(true)
    expect(await listSessions('ada')).toEqual([])
    expect((await userOf('ada')).emailVerified).toBe(true)
    expect(await proveOwner(ada, PASSWORD)).toBe('proven')
    expect(await resetPassword(tokenIn(text), 'another password', undefined)).toBe(false)
  })

  test('by mail throws out whoever made the account with an address that was not theirs', async () => {
    await makeWork('ada')
    const token = await makeMailLink('ada', 'resetPassword')
    expect(await resetPassword(token, PASSWORD, undefined)).toBe(true)
    expect((await listMethods('ada')).map(({ kind }) => kind)).toEqual(['password'])
  })

  test('by mail leaves the other ways of an owner whose address was confirmed', async () => {
    await makeWork('ada')
    await db.user.update({ where: { id: 'ada' }, data: { emailVerified: true } })
    const token = await makeMailLink('ada', 'resetPassword')
    expect(await resetPassword(token, PASSWORD, undefined)).toBe(true)
    const kinds = (await listMethods('ada')).map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['passkey', 'password', 'provider'])
  })

  test('does not come to an address without an account, nor for a disabled one', async () => {
    await db.user.update({ where: { id: 'eve' }, data: { disabledAt: new Date() } })
    const before = site.mail.count()
    await requestReset('nobody@netsplit.example')
    await requestReset('eve@netsplit.example')
    expect(site.mail.count()).toBe(before)
    const old = await makeMailLink('eve', 'resetPassword')
    expect(await resetPassword(old, PASSWORD, undefined)).toBe(false)
  })
})

describe('a link', () => {
  test('is not what the database keeps', async () => {
    const token = await makeMailLink('ada', 'resetPassword')
    const [row] = await db.oneTimeLink.findMany({})
    expect(JSON.stringify(row)).not.toContain(token)
    expect(await readLink(token, ['resetPassword'])).toMatchObject({ userId: 'ada' })
  })

  test('is good for its own purpose only, and until its time is over', async () => {
    const token = await makeMailLink('ada', 'resetPassword')
    expect(await readLink(token, ['confirmEmail', 'becomeAdministrator'])).toBeUndefined()
    expect(await confirmEmail(ada, token)).toBe('no-such-link')
    await db.oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await resetPassword(token, PASSWORD, undefined)).toBe(false)
  })

  test('gives way to the next of its kind', async () => {
    const first = await makeMailLink('ada', 'resetPassword')
    await makeMailLink('ada', 'resetPassword')
    expect(await resetPassword(first, PASSWORD, undefined)).toBe(false)
  })

  test('is used by one of two who come at once', async () => {
    const token = await makeMailLink('ada', 'resetPassword')
    const used = await Promise.all([
      resetPassword(token, 'the first password', undefined),
      resetPassword(token, 'the second password', undefined),
    ])
    expect(used.toSorted()).toEqual([false, true])
  })
})

describe('sessions', () => {
  test('are listed with the device and the address', async () => {
    const [session] = await listSessions('ada')
    expect(session).toMatchObject({ device: 'Firefox on Linux', address: '192.0.2.7' })
  })

  test('end one by one, or all but the present one, and only one’s own', async () => {
    const { otherSessionId } = await makeWork('ada')
    const eve = { ...ada, id: 'eve', sessionId: 'eve-session' }
    expect(await endSession(eve, otherSessionId)).toBe(false)
    expect(await endSession(ada, otherSessionId)).toBe(true)
    expect(await endSession(ada, otherSessionId)).toBe(false)
    expect(await endOtherSessions(ada)).toBe(0)
    expect((await listSessions('ada')).map(({ id }) => id)).toEqual([ada.sessionId])
    expect((await listSessions('eve')).length).toBe(1)
  })
})

describe('ways to sign in', () => {
  test('can be removed as long as one is left', async () => {
    await makeWork('ada')
    const [provider, passkey] = await listMethods('ada')
    expect(await removeMethod({ ...ada, id: 'eve' }, provider?.id ?? '')).toBe('not-there')
    expect(await removeMethod(ada, provider?.id ?? '')).toBe('removed')
    expect(await removeMethod(ada, passkey?.id ?? '')).toBe('last')
    expect(await actions()).toEqual(['sign-in.removed'])
  })

  test('are not both removed by two tabs', async () => {
    await makeWork('ada')
    const methods = await listMethods('ada')
    const removals = await Promise.all(methods.map(({ id }) => removeMethod(ada, id)))
    expect(removals.toSorted()).toEqual(['last', 'removed'])
  })
})
