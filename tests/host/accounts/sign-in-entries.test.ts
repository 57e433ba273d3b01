/** A new way to sign in and its audit entry are there together, or neither is. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { withEntries } from '#app/_server/sign-in-database.ts'
import { db } from '#db'
import { type AccountSite, startAccountSite } from './site.ts'
import { clearPeople, makePerson } from './world.ts'

vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers({ 'x-forwarded-for': '192.0.2.5' })),
}))

let site: AccountSite
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await clearPeople()
  await makePerson('ada', 'member')
})

const github = { id: 'a', userId: 'ada', providerId: 'github', accountId: '1' }
const passkey = {
  id: 'p',
  userId: 'ada',
  publicKey: 'key',
  credentialID: 'c',
  counter: 0,
  deviceType: 'singleDevice',
  backedUp: false,
}

const entries = () => db.auditEntry.findMany({ orderBy: { id: 'asc' } })

test('by itself', async () => {
  expect(await withEntries(db).account.create({ data: github })).toMatchObject({ id: 'a' })
  await withEntries(db).passkey.create({ data: passkey })
  expect(await entries()).toMatchObject([
    { actorId: 'ada', action: 'sign-in.added', after: { method: 'github' }, address: '192.0.2.5' },
    { subjectId: 'ada', action: 'sign-in.added', after: { method: 'passkey' } },
  ])
})

test('within a transaction of the library, in which the account is new, too', async () => {
  await withEntries(db).$transaction(async (transaction) => {
    await transaction.user.create({ data: { id: 'bob', name: 'Bob', email: 'b@x.example' } })
    const data = { ...github, userId: 'bob', providerId: 'credential' }
    await transaction.account.create({ data })
  })
  expect(await entries()).toMatchObject([{ actorId: 'bob', after: { method: 'password' } }])
})

test('not when the statement fails, nor when the library takes it back', async () => {
  const gone = { ...github, userId: 'nobody' }
  await expect(withEntries(db).account.create({ data: gone })).rejects.toThrow()
  const takenBack = withEntries(db).$transaction(async (transaction) => {
    await transaction.passkey.create({ data: passkey })
    throw new Error('taken back')
  })
  await expect(takenBack).rejects.toThrow('taken back')
  expect([await entries(), await db.passkey.count(), await db.account.count()]).toEqual([[], 0, 0])
})

test('and not the way without the entry', async () => {
  await db.$executeRaw`alter table "AuditEntry" add constraint refuse check (action <> 'sign-in.added')`
  try {
    await expect(withEntries(db).account.create({ data: github })).rejects.toThrow()
    expect(await db.account.count()).toBe(0)
  } finally {
    await db.$executeRaw`alter table "AuditEntry" drop constraint refuse`
  }
})
