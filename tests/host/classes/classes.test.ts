/** Changes of a class on a real database: copies, owners, extensions, entries, what is disclosed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { wallTimeOf } from '#app/_classes/time-zone.ts'
import { deleteAccount } from '#app/_server/account/delete-account.ts'
import { announce } from '#app/_server/classes/announcements.ts'
import { createClass, listMyClasses, setArchived } from '#app/_server/classes/classes.ts'
import { copyClass } from '#app/_server/classes/copy-class.ts'
import { grantExtension, removeExtension } from '#app/_server/classes/extensions.ts'
import { makeInvite } from '#app/_server/classes/invites.ts'
import { readLearnerWork } from '#app/_server/classes/learner-work.ts'
import { setMemberRole, setMemberState } from '#app/_server/classes/members.ts'
import { importRoster } from '#app/_server/classes/roster.ts'
import { makeSection } from '#app/_server/classes/sections.ts'
import { readStepRights } from '#app/_server/classes/step-rights.ts'
import { readReference } from '#app/_server/reference.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { expectRefusedWithoutEntry } from '../accounts/refused-entries.ts'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { addMembers, type ClassWorld, makeClass, makeGraded, STEP } from './class-world.ts'
import { makeRubric, RUBRIC } from './review-world.ts'

vi.mock('#app/_server/quizzes.ts', () => ({
  readQuizSets: () => Promise.resolve([{ id: 'cap', title: 'CAP' }]),
}))
vi.mock('#app/_server/content.ts', () => ({
  readCourse: () => Promise.resolve({ modules: [] }),
}))

let site: AccountSite
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())

let owner: SessionUser
let world: ClassWorld
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  owner = await makePerson('owner', 'instructor')
  await makePerson('ada', 'member')
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', ['ada'])
})

const DETAILS = { title: 'Systems', term: 'Spring 2027', timeZone: 'Europe/Vienna' }

describe('a copy', () => {
  test('has the work at the same times of other days, the staff, and none of the learners', async () => {
    await db.assignment.update({
      where: { id: world.assignmentId },
      data: { opensAt: new Date('2026-10-05T08:00Z'), dueAt: new Date('2026-11-02T22:59Z') },
    })
    const id = await copyClass(owner, {
      classId: world.classId,
      details: DETAILS,
      firstDay: '2027-03-08',
    })
    const [work] = await db.assignment.findMany({ where: { classId: id } })
    expect(work && wallTimeOf(work.opensAt, 'Europe/Vienna')).toBe('2027-03-08T10:00')
    expect(work?.dueAt && wallTimeOf(work.dueAt, 'Europe/Vienna')).toBe('2027-04-05T23:59')
    const members = await db.membership.findMany({ where: { classId: id } })
    expect(members.map(({ userId, role }) => [userId, role])).toEqual([['owner', 'owner']])
    expect(await db.section.count({ where: { classId: id } })).toBe(1)
    expect(await db.rosterEntry.count({ where: { classId: id } })).toBe(0)
  })

  test('begins with the rubrics as they are now, and no review', async () => {
    await makeRubric(world.assignmentId, { criteria: [] })
    const criteria = JSON.parse(JSON.stringify(RUBRIC.criteria))
    await db.rubric.create({ data: { assignmentId: world.assignmentId, version: 2, criteria } })
    await db.codeReview.create({ data: { assignmentId: world.assignmentId, userId: 'ada' } })
    const id = await copyClass(owner, {
      classId: world.classId,
      details: DETAILS,
      firstDay: '2027-03-08',
    })
    const [work] = await db.assignment.findMany({
      where: { classId: id },
      include: { rubrics: true, codeReviews: true },
    })
    expect(work?.rubrics).toMatchObject([{ version: 1, criteria }])
    expect(work?.codeReviews).toEqual([])
  })
})

describe('the last owner', () => {
  test('cannot become less, nor leave, nor delete the account', async () => {
    const of = { classId: world.classId, userId: 'owner' }
    expect(await setMemberRole(owner, { ...of, role: 'reader' })).toMatchObject({ status: 409 })
    const leave = { ...of, state: 'removed', maySetStaff: true } as const
    expect(await setMemberState(owner, leave)).toMatchObject({ status: 409 })
    expect(await deleteAccount(owner, 'owner@netsplit.example')).toBe('owns-a-class')
  })

  test('of two who go at once, one stays', async () => {
    const ada = await makePerson('second', 'member')
    await addMembers(world.classId, 'owner', ['second'])
    const changes = await Promise.all(
      [owner, ada].map(({ id: userId }) =>
        setMemberRole(owner, { classId: world.classId, userId, role: 'reader' }),
      ),
    )
    expect(changes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  })

  test('of a class without others deletes the account', async () => {
    const solo = await makePerson('solo', 'instructor')
    await createClass(solo, DETAILS)
    expect(await deleteAccount(solo, 'solo@netsplit.example')).toBe('deleted')
  })
})

describe('an extension', () => {
  const later = new Date(Date.now() + 20 * 86_400_000)
  const grant = (userId: string, dueAt = later) =>
    grantExtension(owner, { ...world, userId, dueAt, reason: 'Ill' })

  test('moves what one learner sees, and nobody else’s', async () => {
    await makePerson('bob', 'member')
    await addMembers(world.classId, 'learner', ['bob'])
    expect((await grant('ada')).kind).toBe('done')
    const dueOf = async (userId: string) =>
      (await readLearnerWork(world.classId, userId, new Date()))[0]?.schedule.dueAt
    expect(await dueOf('ada')).toEqual(later)
    expect((await dueOf('bob'))?.getTime()).toBeLessThan(later.getTime())
    await removeExtension(owner, { ...world, userId: 'ada' })
    expect(await dueOf('ada')).toEqual(await dueOf('bob'))
  })

  test('is for learners of the class, and later than the due date', async () => {
    await makePerson('eve', 'member')
    expect(await grant('eve')).toMatchObject({ status: 404 })
    expect(await grant('ada', new Date())).toMatchObject({ status: 400 })
  })
})

describe('what a class discloses', () => {
  test('keeps the reference from its learners, and from nobody else', async () => {
    await makePerson('eve', 'member')
    await makeGraded({ userId: 'ada', outcome: 'passed' })
    await makeGraded({ userId: 'eve', outcome: 'passed' })
    const kindFor = async (userId: string) =>
      (await readReference(userId, STEP.labId, STEP.stepId)).kind
    expect(await kindFor('ada')).toBe('shown')
    await db.assignment.update({
      where: { id: world.assignmentId },
      data: { reference: 'afterDue', hints: 'never', allowsSharing: false },
    })
    expect(await kindFor('ada')).toBe('withheld')
    expect(await kindFor('eve')).toBe('shown')
    const rights = await readStepRights('ada', STEP.labId, STEP.stepId)
    expect(rights.hints).toContain('does not show the hints')
    expect(rights.sharing).toContain('not to share')
    await setArchived(owner, world.classId, true)
    expect(await kindFor('ada')).toBe('shown')
  })
})

test('one’s classes are those that one is in, archived ones last', async () => {
  await makeClass('ada')
  await setArchived(owner, world.classId, true)
  const mine = await listMyClasses('ada')
  expect(mine.map(({ role, archivedAt }) => [role, archivedAt !== undefined])).toEqual([
    ['owner', false],
    ['learner', true],
  ])
  expect(mine[1]?.learners).toBe(1)
})

describe('audit entries', () => {
  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    'a class': () => createClass(owner, DETAILS),
    'a section': () => makeSection(owner, world.classId, 'Friday'),
    'a role': () => setMemberRole(owner, { ...world, userId: 'ada', role: 'reader' }),
    'a roster': () => importRoster(owner, world.classId, 'new@x.example,New'),
    'an announcement': () => announce(owner, world.classId, { title: 'A', text: 'B' }),
    'an extension': () =>
      grantExtension(owner, {
        ...world,
        userId: 'ada',
        dueAt: new Date('2099-01-01'),
        reason: 'x',
      }),
    'an invitation': () =>
      makeInvite(owner, { ...world, role: 'learner', sectionId: '', days: 1, usesMax: 1 }),
    'the archive': () => setArchived(owner, world.classId, true),
  }

  const countAll = async () =>
    Promise.all([
      db.class.count(),
      db.class.count({ where: { archivedAt: null } }),
      db.section.count(),
      db.membership.count({ where: { role: 'learner' } }),
      db.rosterEntry.count(),
      db.announcement.count(),
      db.extension.count(),
      db.invite.count(),
    ])

  test.each(Object.keys(changes))('stand or fall with the change: %s', async (name) => {
    const before = await countAll()
    await expectRefusedWithoutEntry(changes[name])
    expect(await countAll()).toEqual(before)
    await changes[name]?.()
    expect(await countAll()).not.toEqual(before)
    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectKind: 'class' } })
    expect(entry.actorId).toBe('owner')
  })
})
