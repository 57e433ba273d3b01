/** Administrators, what they change, and the audit entries that come with each change. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deleteAccount } from '#app/_server/account/delete-account.ts'
import { changeName } from '#app/_server/account/name.ts'
import { changePassword } from '#app/_server/account/password.ts'
import { endOtherSessions, listSessions } from '#app/_server/account/sessions.ts'
import { removeMethod } from '#app/_server/account/sign-in-methods.ts'
import { becomeAdministrator } from '#app/_server/admin/administrators.ts'
import { listPeople } from '#app/_server/admin/people.ts'
import { disable, enable, setRole } from '#app/_server/admin/rights.ts'
import { type AuditQuery, listEntries } from '#app/_server/audit/read.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import {
  hasAdministrator,
  makeAdministratorLink,
} from '../../../scripts/serve/administrator-link.ts'
import { expectRefusedWithoutEntry } from './refused-entries.ts'
import { type AccountSite, startAccountSite } from './site.ts'
import { clearPeople, makePerson, makeSetupLink, makeWork, PASSWORD } from './world.ts'

vi.mock('#app/_server/session.ts', () => ({}))

let site: AccountSite
let root: SessionUser
let ada: SessionUser

beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await clearPeople()
  root = await makePerson('root', 'administrator')
  ada = await makePerson('ada', 'member')
})

const EVERYTHING: AuditQuery = { action: undefined, person: '', from: '', to: '', page: 1 }

async function personOf(id: string) {
  return db.user.findUniqueOrThrow({ where: { id } })
}

describe('the first administrator', () => {
  test('comes by a link of the terminal, which works once', async () => {
    await db.user.delete({ where: { id: 'root' } })
    const url = process.env.DATABASE_URL ?? ''
    expect(await hasAdministrator(url)).toBe(false)
    const before = await makeAdministratorLink(url, 'http://localhost:3000')
    const link = await makeAdministratorLink(url, 'http://localhost:3000')
    const tokenOf = (address: string) =>
      /^http:\/\/localhost:3000\/setup\/([\w-]{32})$/.exec(address)?.[1] ?? ''
    expect(await becomeAdministrator(ada, tokenOf(before))).toBe(false)
    expect(await becomeAdministrator(ada, tokenOf(link))).toBe(true)
    expect((await personOf('ada')).role).toBe('administrator')
    expect(await hasAdministrator(url)).toBe(true)
    await makePerson('eve', 'member')
    expect(await becomeAdministrator({ ...ada, id: 'eve' }, tokenOf(link))).toBe(false)
    const { entries } = await listEntries(EVERYTHING)
    expect(entries.map(({ actor, deed }) => `${actor.name} ${deed}`)).toEqual([
      'ada became an administrator by the link',
      'the operator made a link for an administrator',
      'the operator made a link for an administrator',
    ])
  })

  test('does not come by a link that is too old, nor by another kind', async () => {
    expect(await becomeAdministrator(ada, await makeSetupLink(-1))).toBe(false)
    expect(await becomeAdministrator(ada, 'x'.repeat(32))).toBe(false)
    expect((await personOf('ada')).role).toBe('member')
  })
})

describe('rights', () => {
  test('are given and taken, with an entry of what was before', async () => {
    expect(await setRole(root, 'ada', 'instructor')).toBe('done')
    expect((await personOf('ada')).role).toBe('instructor')
    expect(await setRole(root, 'ada', 'instructor')).toBe('done')
    const { entries, total } = await listEntries({ ...EVERYTHING, action: 'role.set' })
    expect(total).toBe(1)
    expect(entries[0]).toMatchObject({
      actor: { id: 'root', name: 'root' },
      subject: { id: 'ada', name: 'ada' },
      change: 'role: member → instructor',
      address: '192.0.2.1',
    })
  })

  test('of a disabled account end its sessions, and come back', async () => {
    expect(await disable(root, 'ada')).toBe('done')
    expect(await listSessions('ada')).toEqual([])
    expect((await personOf('ada')).disabledAt).not.toBeNull()
    expect(await enable(root, 'ada')).toBe('done')
    expect((await personOf('ada')).disabledAt).toBeNull()
  })

  test('are nobody’s to lose where nobody else could give them back', async () => {
    for (const change of [setRole(ada, 'root', 'member'), disable(ada, 'root')]) {
      expect(await change).toBe('last-administrator')
    }
    expect(await deleteAccount(root, 'root@netsplit.example')).toBe('last-administrator')
    await makePerson('other', 'administrator')
    const changes = await Promise.all([
      setRole(root, 'other', 'member'),
      setRole({ ...root, id: 'other' }, 'root', 'member'),
    ])
    expect(changes.toSorted()).toEqual(['done', 'last-administrator'])
  })

  test('are of accounts: guests have none', async () => {
    await makePerson('guest', 'guest')
    expect(await setRole(root, 'guest', 'administrator')).toBe('no-such-person')
    expect(await disable(root, 'nobody')).toBe('no-such-person')
  })
})

describe('people', () => {
  test('are found by a part of the name or the address, with signs that mean nothing', async () => {
    await makePerson('guest', 'guest')
    await db.user.update({ where: { id: 'ada' }, data: { name: 'Ada_L 100%' } })
    const find = async (text: string, role?: 'member') =>
      (await listPeople({ text, role, page: 1 })).people.map(({ id }) => id)
    expect(await find('')).toEqual(['ada', 'root'])
    expect(await find('DA@NETSPLIT')).toEqual(['ada'])
    expect(await find('a_L')).toEqual(['ada'])
    expect(await find('a%t')).toEqual([])
    expect(await find('', 'member')).toEqual(['ada'])
    expect((await listPeople({ text: '', role: undefined, page: 2 })).people).toEqual([])
  })
})

describe('audit entries', () => {
  test('are filtered by what, by whom and by day', async () => {
    await changeName(ada, 'Ada')
    await setRole(root, 'ada', 'instructor')
    await db.auditEntry.updateMany({
      where: { action: 'name.changed' },
      data: { at: new Date('2026-01-31T23:59:59Z') },
    })
    const count = async (query: Partial<AuditQuery>) =>
      (await listEntries({ ...EVERYTHING, ...query })).total
    expect(await count({})).toBe(2)
    expect(await count({ person: 'root' })).toBe(1)
    expect(await count({ person: 'ada' })).toBe(2)
    expect(await count({ from: '2026-01-31', to: '2026-01-31' })).toBe(1)
    expect(await count({ to: '2026-01-30' })).toBe(0)
    expect(await count({ from: 'no day at all' })).toBe(2)
  })

  /** Each change, and what shows whether it happened. */
  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    'a name': () => changeName(ada, 'Somebody'),
    'a role': () => setRole(root, 'ada', 'instructor'),
    disabling: () => disable(root, 'ada'),
    'a password': () => changePassword(ada, { current: '', password: PASSWORD }),
    sessions: () => endOtherSessions(ada),
    'a way to sign in': async () => {
      const method = await db.passkey.findFirstOrThrow({ where: { userId: 'ada' } })
      return removeMethod(ada, method.id)
    },
    deletion: () => deleteAccount(ada, 'ada@netsplit.example'),
    'the link': async () => becomeAdministrator(ada, await makeSetupLink()),
  }

  async function stateOfAda() {
    return db.user.findUnique({
      where: { id: 'ada' },
      include: { sessions: true, accounts: true, passkeys: true, submissions: true },
    })
  }

  test.each(Object.keys(changes))('stand or fall with the change: %s', async (name) => {
    await makeWork('ada')
    const before = await stateOfAda()
    await expectRefusedWithoutEntry(changes[name])
    expect(await stateOfAda()).toEqual(before)
    await changes[name]?.()
    expect(await stateOfAda()).not.toEqual(before)
  })
})
