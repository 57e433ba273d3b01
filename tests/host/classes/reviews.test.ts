/** Reviews on a real database: drafts, publishing, points, two who review at once, and rubrics. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readHandPoints } from '#app/_server/classes/reviews/hand-points.ts'
import { readFeedback, readReview } from '#app/_server/classes/reviews/review-view.ts'
import { keepReview, type ReviewToKeep } from '#app/_server/classes/reviews/reviews.ts'
import { keepRubric, previewRubric, readRubric } from '#app/_server/classes/reviews/rubrics.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { addMembers, type ClassWorld, makeClass, makeGraded } from './class-world.ts'
import { FORM, makeRubric, RUBRIC } from './review-world.ts'

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
  await makeGraded({ userId: 'ada', outcome: 'failed' })
})

const keep = (change: Partial<ReviewToKeep> = {}) => {
  const { classId, assignmentId } = world
  return keepReview(owner, { ...FORM, classId, assignmentId, userId: 'ada', ...change })
}

const deeds = async () => {
  const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
  return entries.map(({ action }) => action)
}

describe('a review', () => {
  beforeEach(() => makeRubric(world.assignmentId))

  test('is nothing to its learner while it is a draft', async () => {
    expect(await keep()).toEqual({ kind: 'done', value: { version: 1 } })
    expect(await readReview(world.assignmentId, 'ada')).toMatchObject({ words: 'Well done.' })
    expect(await readFeedback(world.assignmentId, 'ada')).toBeUndefined()
    expect(await readHandPoints(world.classId)).toEqual([])
  })

  test('counts once it is published, and no more when it is taken back', async () => {
    await keep()
    await keep({ version: 1, state: 'published' })
    expect(await readFeedback(world.assignmentId, 'ada')).toMatchObject({
      state: 'published',
      marks: { chosen: ['good', 'dead'] },
      reviewer: { userId: 'owner' },
    })
    expect(await readHandPoints(world.classId, world.assignmentId)).toMatchObject([
      { assignmentId: world.assignmentId, userId: 'ada', points: 3.5, pointsMax: 6 },
    ])
    await keep({ version: 2, state: 'published', chosen: ['fair'] })
    expect(await readHandPoints(world.classId)).toMatchObject([{ points: 2.5 }])
    await keep({ version: 3 })
    expect(await readFeedback(world.assignmentId, 'ada')).toBeUndefined()
    expect(await readHandPoints(world.classId)).toEqual([])
    expect(await deeds()).toEqual([
      'review.kept',
      'review.published',
      'review.changed',
      'review.taken-back',
    ])
  })

  test('keeps what others say of other work out of its points', async () => {
    await keep({ state: 'published' })
    const other = await makeClass('owner')
    expect(await readHandPoints(other.classId)).toEqual([])
    expect(await readHandPoints(world.classId, other.assignmentId)).toEqual([])
  })

  test.each([
    ['a level is open', { chosen: ['tests'], state: 'published' }, 409, '“Names”'],
    ['points have no reason', { override: { points: 3, reason: ' ' } }, 400, 'reason'],
    ['points are none', { override: { points: -1, reason: 'Why' } }, 400, 'from 0'],
    ['an item is not in the rubric', { chosen: ['gone'] }, 409, 'rubric changed'],
    ['it is of nobody in the class', { userId: 'owner' }, 404, 'not a learner'],
    ['the assignment is none', { assignmentId: 'x' }, 404, 'no such assignment'],
  ] as const)('is refused when %s', async (_what, change, status, words) => {
    expect(await keep(change)).toMatchObject({
      kind: 'refused',
      status,
      error: expect.stringContaining(words),
    })
    expect(await db.codeReview.count()).toBe(0)
    expect(await deeds()).toEqual([])
  })

  test('with points of its own needs no level', async () => {
    const override = { points: 4.25, reason: 'Solved it in another way' }
    await keep({ chosen: [], override, state: 'published' })
    expect(await readHandPoints(world.classId)).toMatchObject([{ points: 4.25, pointsMax: 6 }])
  })

  test('of two who keep it at once, one is told', async () => {
    const kept = await Promise.all([keep(), keep({ words: 'Quite another.' })])
    expect(kept.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused'])
    expect(kept.find(({ kind }) => kind === 'refused')).toMatchObject({ status: 409 })
    expect(await deeds()).toEqual(['review.kept'])
  })

  test('says in the entry what changed, and no words of it', async () => {
    await keep({ override: { points: 1, reason: 'A secret of Ada’s' } })
    const entry = await db.auditEntry.findFirstOrThrow()
    expect(entry.after).toEqual({
      person: 'ada',
      assignment: world.assignmentId,
      state: 'draft',
      points: 1,
    })
    expect(JSON.stringify(entry)).not.toMatch(/Well done|secret/)
  })

  test('goes with the account of its learner, and stays when its reviewer goes', async () => {
    const bob = await makePerson('bob', 'member')
    const { classId, assignmentId } = world
    await addMembers(classId, 'assistant', ['bob'])
    await keepReview(bob, { ...FORM, classId, assignmentId, userId: 'ada', state: 'published' })
    await db.user.delete({ where: { id: 'bob' } })
    expect(await readFeedback(assignmentId, 'ada')).toMatchObject({
      reviewer: { userId: '', name: 'a deleted account' },
    })
    await db.user.delete({ where: { id: 'ada' } })
    expect(await db.codeReview.count()).toBe(0)
  })
})

describe('a mail', () => {
  test('tells whoever confirmed their address that there is a review, and not what it says', async () => {
    await db.user.update({ where: { id: 'ada' }, data: { emailVerified: true } })
    await keep({ chosen: [], state: 'published' })
    const { text } = await site.mail.mailTo('ada@netsplit.example', ({ subject }) =>
      subject.includes('was reviewed'),
    )
    expect(text).toContain(
      `http://localhost:3000/classes/${world.classId}/work/${world.assignmentId}/feedback`,
    )
    expect(text).not.toContain('Well done.')
  })
})

describe('a rubric', () => {
  const change = (version: number, rubric = RUBRIC, acceptsChanges = false) => {
    const { classId, assignmentId } = world
    return keepRubric(owner, { classId, assignmentId, version, rubric, acceptsChanges })
  }
  const dearer = {
    criteria: RUBRIC.criteria.map((one) => (one.id === 'depth' ? { ...one, points: 4 } : one)),
  }
  const without = { criteria: RUBRIC.criteria.filter(({ id }) => id !== 'care') }

  test('is kept as a version, with the earlier ones', async () => {
    await change(0)
    await change(1, dearer)
    expect(await readRubric(world.assignmentId)).toEqual({ version: 2, rubric: dearer })
    expect(await db.rubric.count()).toBe(2)
    expect(await change(1)).toMatchObject({ kind: 'refused', status: 409 })
  })

  test('says whose points it changes, and changes them only when that was seen', async () => {
    await change(0)
    await keep({ state: 'published' })
    const { classId, assignmentId } = world
    expect(await previewRubric(classId, assignmentId, without)).toEqual({
      kind: 'done',
      value: {
        reviews: 1,
        published: 1,
        changes: [{ userId: 'ada', isPublished: true, from: 3.5, to: 3 }],
      },
    })
    expect(await change(1, without)).toMatchObject({
      status: 409,
      error: expect.stringContaining('1 review'),
    })
    expect(await readHandPoints(classId)).toMatchObject([{ points: 3.5 }])
    expect(await change(1, without, true)).toMatchObject({ kind: 'done' })
    expect(await readHandPoints(classId)).toMatchObject([{ points: 3, pointsMax: 5 }])
  })

  test('that changes nobody’s points needs no second look', async () => {
    await change(0)
    await keep({ state: 'published' })
    expect(await change(1, dearer)).toMatchObject({ kind: 'done' })
  })

  test('taken away leaves reviews of words alone', async () => {
    await change(0)
    await keep({ state: 'published' })
    await change(1, { criteria: [] }, true)
    expect(await readRubric(world.assignmentId)).toEqual({ version: 2, rubric: undefined })
    expect(await readHandPoints(world.classId)).toEqual([])
    expect(await readFeedback(world.assignmentId, 'ada')).toBeDefined()
  })

  test('is for code alone', async () => {
    await db.assignment.update({
      where: { id: world.assignmentId },
      data: { kind: 'lesson', target: 'x' },
    })
    expect(await change(0)).toMatchObject({ status: 409 })
    const { classId, assignmentId } = world
    expect(await previewRubric(classId, assignmentId, RUBRIC)).toMatchObject({ status: 409 })
  })
})
