/** How people come into a class: by a link, by their line of the roster, by their address. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { confirmEmail } from '#app/_server/account/email.ts'
import { joinAtSignIn, joinByLink, readOffer } from '#app/_server/classes/join.ts'
import { importRoster, makeClaimLink, previewRoster } from '#app/_server/classes/roster.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makeMailLink, makePerson } from '../accounts/world.ts'
import { type ClassWorld, makeClass } from './class-world.ts'

let site: AccountSite
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())

let owner: SessionUser
let ada: SessionUser
let world: ClassWorld
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  owner = await makePerson('owner', 'instructor')
  ada = await makePerson('ada', 'member')
  world = await makeClass('owner')
})

const now = () => new Date()

function placeOf(userId: string) {
  return db.membership.findUnique({
    where: { classId_userId: { classId: world.classId, userId } },
    include: { section: true },
  })
}

function tokenOf(change: Awaited<ReturnType<typeof makeClaimLink>>): string {
  if (change.kind === 'refused') throw new Error(change.error)
  return (change.value as { readonly path: string }).path.replace('/join/', '')
}

async function confirmAddress(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { emailVerified: true } })
}

describe('a link', () => {
  test('lets in, once for each person, and is written down', async () => {
    expect(await joinByLink(ada, world.inviteToken, now())).toEqual({
      kind: 'joined',
      classId: world.classId,
    })
    await joinByLink(ada, world.inviteToken, now())
    expect((await placeOf('ada'))?.role).toBe('learner')
    expect((await db.invite.findFirstOrThrow({ where: { id: world.inviteId } })).uses).toBe(1)
    expect(await db.auditEntry.count({ where: { action: 'member.joined' } })).toBe(1)
  })

  test('lets in as many as it may, however many come at once', async () => {
    const people = await Promise.all(['b', 'c', 'd', 'e'].map((id) => makePerson(id, 'member')))
    const joinings = await Promise.all(
      people.map((person) => joinByLink(person, world.inviteToken, now())),
    )
    expect(joinings.filter(({ kind }) => kind === 'joined')).toHaveLength(2)
    expect((await readOffer(world.inviteToken, now()))?.state).toBe('used-up')
  })

  test.each([
    ['too old', { expiresAt: new Date(0) }],
    ['used up', { usesMax: 0 }],
  ])('that is %s lets nobody in', async (_what, data) => {
    await db.invite.update({ where: { id: world.inviteId }, data })
    expect((await joinByLink(ada, world.inviteToken, now())).kind).toBe('refused')
    expect(await placeOf('ada')).toBeNull()
  })

  test('does not let back in whom staff took off the class', async () => {
    await db.membership.create({
      data: { classId: world.classId, userId: 'ada', role: 'learner', state: 'removed' },
    })
    expect(await joinByLink(ada, world.inviteToken, now())).toEqual({
      kind: 'refused',
      why: 'taken-off',
    })
  })

  test('to an archived class lets nobody in', async () => {
    await db.class.update({ where: { id: world.classId }, data: { archivedAt: new Date() } })
    expect(await joinByLink(ada, world.inviteToken, now())).toEqual({
      kind: 'refused',
      why: 'archived',
    })
  })

  test('is nowhere in the database', async () => {
    const rows = await db.$queryRaw`select "Invite"::text as row from "Invite"`
    expect(JSON.stringify(rows)).not.toContain(world.inviteToken)
  })
})

describe('a roster', () => {
  const TEXT = 'e-mail,name,section\nada@netsplit.example,Ada L.,Monday\nnew@x.example,New,Friday'

  test('is previewed as it is imported, and makes its sections', async () => {
    const preview = await previewRoster(world.classId, `${TEXT}\nwrong,Wrong`)
    expect(preview.newSections).toEqual(['Friday'])
    expect(preview.problems).toHaveLength(1)
    expect(await importRoster(owner, world.classId, TEXT)).toMatchObject({
      value: { added: 2, changed: 0, refused: 0 },
    })
    const again = await previewRoster(world.classId, TEXT)
    expect(again.lines.map(({ effect }) => effect)).toEqual(['same', 'same'])
  })

  test('keeps names and sections out of the audit entries', async () => {
    await importRoster(owner, world.classId, TEXT)
    const entry = await db.auditEntry.findFirst({ where: { action: 'roster.imported' } })
    expect(JSON.stringify(entry)).not.toContain('Ada')
  })

  test('lets nobody in whose address is not confirmed', async () => {
    await importRoster(owner, world.classId, TEXT)
    await joinAtSignIn({ userId: 'ada' })
    expect(await placeOf('ada')).toBeNull()
  })

  test('lets in at the next time that somebody with a confirmed address signs in', async () => {
    await importRoster(owner, world.classId, TEXT)
    await confirmAddress('ada')
    await joinAtSignIn({ userId: 'ada' })
    expect(await placeOf('ada')).toMatchObject({ role: 'learner', section: { name: 'Monday' } })
  })

  test('lets in with the mail that confirms the address', async () => {
    await importRoster(owner, world.classId, TEXT)
    await confirmEmail(ada, await makeMailLink('ada', 'confirmEmail'))
    expect((await placeOf('ada'))?.role).toBe('learner')
  })

  test('lets in at once whoever has a confirmed address already', async () => {
    await confirmAddress('ada')
    await importRoster(owner, world.classId, TEXT)
    expect((await placeOf('ada'))?.state).toBe('active')
  })

  test('keeps the role of whoever is in the class already', async () => {
    await confirmAddress('owner')
    await importRoster(owner, world.classId, 'owner@netsplit.example,The owner')
    expect((await placeOf('owner'))?.role).toBe('owner')
  })

  test('of one line has a link for whoever cannot confirm an address, which works once', async () => {
    const token = tokenOf(await makeClaimLink(owner, world.classId, world.entryId))
    expect((await readOffer(token, now()))?.role).toBe('learner')
    expect((await joinByLink(ada, token, now())).kind).toBe('joined')
    const bob = await makePerson('bob', 'member')
    expect((await joinByLink(bob, token, now())).kind).toBe('refused')
    expect(await placeOf('bob')).toBeNull()
  })

  test('of two thousand lines is imported in one go', async () => {
    const lines = Array.from(
      { length: 2_000 },
      (_, at) => `l${at}@x.example,Learner ${at},S${at % 9}`,
    )
    await importRoster(owner, world.classId, lines.join('\n'))
    expect(await db.rosterEntry.count({ where: { classId: world.classId } })).toBe(2_001)
    expect(await db.section.count({ where: { classId: world.classId } })).toBe(10)
  })
})
