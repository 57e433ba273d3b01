/** Comments on code on a real database: whose lines, who answers, what stays hidden, saved ones. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportAccount } from '#app/_server/account/export/export-account.ts'
import { readAssignment } from '#app/_server/classes/assignments.ts'
import { answerComment, setResolved } from '#app/_server/classes/reviews/answers.ts'
import {
  type CommentToMake,
  changeComment,
  makeComment,
  removeComment,
} from '#app/_server/classes/reviews/comments.ts'
import {
  listPublishedForStep,
  listPublishedOf,
} from '#app/_server/classes/reviews/published-reviews.ts'
import { readFeedback, readReview } from '#app/_server/classes/reviews/review-view.ts'
import { keepReview } from '#app/_server/classes/reviews/reviews.ts'
import { listSaved, removeSaved, saveComment } from '#app/_server/classes/reviews/saved-comments.ts'
import { readWorklist } from '#app/_server/classes/reviews/worklist.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { addReviews } from '../../../scripts/demo/demo-reviews.ts'
import { unzip } from '../../support/unzip.ts'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { addMembers, type ClassWorld, makeClass, makeGraded, STEP } from './class-world.ts'
import { FORM, makeReview, makeRubric } from './review-world.ts'

let site: AccountSite
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())

let owner: SessionUser
let ada: SessionUser
let bob: SessionUser
let world: ClassWorld
let submissionId: string
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  owner = await makePerson('owner', 'instructor')
  ada = await makePerson('ada', 'member')
  bob = await makePerson('bob', 'member')
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', ['ada', 'bob'])
  submissionId = await makeGraded({ userId: 'ada', outcome: 'failed', source: 'a\nb\nc\n' })
})

const comment = (change: Partial<CommentToMake> = {}) => {
  const { classId, assignmentId } = world
  const lines = { firstLine: 2, lastLine: 3 }
  const said = { submissionId, text: 'Look here.', savedId: '' }
  return makeComment(owner, {
    classId,
    assignmentId,
    userId: 'ada',
    ...lines,
    ...said,
    ...change,
  })
}

const review = (state: 'draft' | 'published') =>
  makeReview({
    assignmentId: world.assignmentId,
    userId: 'ada',
    submissionId,
    reviewerId: 'owner',
    state,
  })

const onlyOf = async () => (await readReview(world.assignmentId, 'ada'))?.comments[0]

describe('a comment', () => {
  test('stands under its lines, and begins a draft', async () => {
    expect(await comment()).toMatchObject({ kind: 'done' })
    expect(await readReview(world.assignmentId, 'ada')).toMatchObject({
      state: 'draft',
      comments: [{ submissionId, firstLine: 2, lastLine: 3, author: { userId: 'owner' } }],
    })
    expect(await readFeedback(world.assignmentId, 'ada')).toBeUndefined()
  })

  test('does not stand in the way of whoever keeps the rest of the review', async () => {
    await comment()
    const { classId, assignmentId } = world
    const form = { ...FORM, chosen: [], classId, assignmentId, userId: 'ada' }
    expect(await keepReview(owner, form)).toEqual({ kind: 'done', value: { version: 1 } })
    await comment({ firstLine: 1 })
    expect(await keepReview(owner, { ...form, version: 1 })).toMatchObject({ kind: 'done' })
    expect((await readReview(assignmentId, 'ada'))?.comments).toHaveLength(2)
  })

  test.each([
    ['lines that are not there', { lastLine: 4 }, 400],
    ['lines in the wrong order', { firstLine: 3, lastLine: 2 }, 400],
    ['no submission', { submissionId: 'x' }, 404],
    ['nobody of the class', { userId: 'owner' }, 404],
    ['no assignment', { assignmentId: 'x' }, 404],
  ])('on %s is refused', async (_what, change, status) => {
    expect(await comment(change)).toMatchObject({ kind: 'refused', status })
    expect(await db.codeReview.count()).toBe(0)
    expect(await db.auditEntry.count()).toBe(0)
  })

  test('is on no submission of somebody else, and of no other step', async () => {
    const others = await makeGraded({ userId: 'bob', outcome: 'failed' })
    expect(await comment({ submissionId: others, firstLine: 1, lastLine: 1 })).toMatchObject({
      status: 404,
    })
    const elsewhere = await makeGraded({ userId: 'ada', outcome: 'passed', stepId: '01-ping' })
    expect(await comment({ submissionId: elsewhere, firstLine: 1, lastLine: 1 })).toMatchObject({
      status: 404,
    })
  })

  test('can be changed and removed by staff of its class, and of no other', async () => {
    const commentId = await review('draft')
    const other = await makeClass('bob')
    const there = { classId: other.classId, commentId }
    expect(await changeComment(bob, { ...there, text: 'Mine' })).toMatchObject({ status: 404 })
    expect(await removeComment(bob, there)).toMatchObject({ status: 404 })
    const here = { classId: world.classId, commentId }
    await changeComment(owner, { ...here, text: 'Better words' })
    expect(await onlyOf()).toMatchObject({ text: 'Better words', changedAt: expect.any(Date) })
    await removeComment(owner, here)
    expect(await onlyOf()).toBeUndefined()
    const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['comment.changed', 'comment.removed'])
    expect(JSON.stringify(entries)).not.toContain('words')
  })
})

describe('an answer', () => {
  const answer = (user: SessionUser, commentId: string, role: 'learner' | 'assistant') =>
    answerComment(user, { classId: world.classId, commentId, role }, 'Because of this.')

  test('of the learner comes to a published comment of theirs', async () => {
    const commentId = await review('published')
    expect(await answer(ada, commentId, 'learner')).toEqual({ kind: 'done' })
    expect((await onlyOf())?.answers).toMatchObject([
      { author: { userId: 'ada' }, text: 'Because of this.' },
    ])
    expect(await db.auditEntry.count({ where: { action: 'comment.answered' } })).toBe(1)
  })

  test.each([
    ['a draft', 'ada', 'draft'],
    ['somebody else’s comment', 'bob', 'published'],
  ] as const)('of a learner to %s finds nothing', async (_what, who, state) => {
    const commentId = await review(state)
    const user = who === 'ada' ? ada : bob
    expect(await answer(user, commentId, 'learner')).toMatchObject({ status: 404 })
    const talk = { classId: world.classId, commentId, role: 'learner' } as const
    expect(await setResolved(user, talk, true)).toMatchObject({ status: 404 })
    expect(await db.commentAnswer.count()).toBe(0)
    expect(await db.auditEntry.count()).toBe(0)
  })

  test('opens again what was dealt with', async () => {
    const commentId = await review('published')
    const talk = { classId: world.classId, commentId, role: 'learner' } as const
    await setResolved(ada, talk, true)
    expect((await onlyOf())?.resolvedAt).toBeInstanceOf(Date)
    await answer(owner, commentId, 'assistant')
    expect((await onlyOf())?.resolvedAt).toBeUndefined()
  })

  test('is told to the other side by mail', async () => {
    await db.user.updateMany({ data: { emailVerified: true } })
    const commentId = await review('published')
    await answer(ada, commentId, 'learner')
    const { text } = await site.mail.mailTo('owner@netsplit.example', () => true)
    expect(text).toContain(`/work/${world.assignmentId}/review/ada`)
    expect(text).not.toContain('Because of this.')
  })
})

describe('the export of a learner', () => {
  const exported = async () => {
    const bytes = new Uint8Array(await new Response(exportAccount(ada)).arrayBuffer())
    return unzip(bytes).get('code-reviews.json') ?? ''
  }

  test('has what is published, and no draft', async () => {
    await review('draft')
    expect(JSON.parse(await exported())).toEqual({ reviews: [], savedComments: [] })
    await db.codeReview.updateMany({ data: { state: 'published', publishedAt: new Date() } })
    const text = await exported()
    expect(text).toContain('Words about the whole.')
    expect(text).toContain('Why this line?')
    expect(text).not.toContain('owner')
  })
})

describe('what points to a review', () => {
  test('knows published ones of one’s own only', async () => {
    await review('draft')
    expect(await listPublishedOf(world.classId, 'ada')).toEqual([])
    await db.codeReview.updateMany({ data: { state: 'published', publishedAt: new Date() } })
    const found = [
      {
        assignmentId: world.assignmentId,
        title: 'Elections',
        href: `/classes/${world.classId}/work/${world.assignmentId}/feedback`,
        comments: 1,
      },
    ]
    expect(await listPublishedOf(world.classId, 'ada')).toEqual(found)
    expect(await listPublishedForStep('ada', STEP.labId, STEP.stepId)).toEqual(found)
    expect(await listPublishedForStep('ada', STEP.labId, '01-ping')).toEqual([])
    expect(await listPublishedOf(world.classId, 'bob')).toEqual([])
    await db.membership.updateMany({ where: { userId: 'ada' }, data: { state: 'removed' } })
    expect(await listPublishedForStep('ada', STEP.labId, STEP.stepId)).toEqual([])
  })
})

describe('the list of reviews', () => {
  test('has what each learner handed in, and what waits for staff', async () => {
    await makeRubric(world.assignmentId)
    const commentId = await review('published')
    await answerComment(
      ada,
      { classId: world.classId, commentId, role: 'learner' },
      'Because of this.',
    )
    await makeGraded({ userId: 'bob', outcome: 'passed', createdAt: new Date('2026-01-01') })
    const assignment = await readAssignment(world.classId, world.assignmentId)
    if (assignment === undefined) throw new Error('the class has an assignment')
    const rows = await readWorklist(world.classId, assignment, ({ name }) => `${name}!`)
    expect(rows).toMatchObject([
      { name: 'ada!', state: 'published', submissions: 1, points: 4, comments: 1, answered: 1 },
      { name: 'bob!', state: 'waiting', submissions: 1, stepsPassed: 1, points: undefined },
    ])
    await setResolved(owner, { classId: world.classId, commentId, role: 'owner' }, true)
    expect((await readWorklist(world.classId, assignment, ({ name }) => name))[0]).toMatchObject({
      answered: 0,
    })
  })
})

describe('a saved comment', () => {
  test('is its writer’s own, replaced under one title, and counts its uses', async () => {
    const { classId } = world
    await addMembers(classId, 'assistant', [(await makePerson('carol', 'member')).id])
    await saveComment(owner, classId, { title: 'Lock', text: 'Take the lock.' })
    await saveComment(owner, classId, { title: 'Lock', text: 'Take the lock first.' })
    const [saved] = await listSaved(classId, 'owner')
    expect(saved).toMatchObject({ title: 'Lock', text: 'Take the lock first.', uses: 0 })
    expect(await listSaved(classId, 'carol')).toEqual([])
    await comment({ savedId: saved?.id ?? '' })
    expect((await listSaved(classId, 'owner'))[0]?.uses).toBe(1)
    const carol = { ...owner, id: 'carol' }
    expect(await removeSaved(carol, classId, saved?.id ?? '')).toMatchObject({ status: 404 })
    expect(await removeSaved(owner, classId, saved?.id ?? '')).toEqual({ kind: 'done' })
  })
})

describe('reviews of the demo', () => {
  const learner = (id: string) => ({
    id,
    name: id,
    section: 'Monday' as const,
    submissions: [],
    lessons: [],
  })

  test('are made once for whoever handed in, and some wait', async () => {
    const demo = { id: world.classId, beganAt: new Date() }
    const learners = ['ada', 'bob'].map(learner)
    expect(await addReviews(demo, learners)).toBe(1)
    await makeGraded({ userId: 'bob', outcome: 'passed', source: 'this.majority\n' })
    expect(await addReviews(demo, learners)).toBe(2)
    expect(await addReviews(demo, learners)).toBe(2)
    expect(await readReview(world.assignmentId, 'bob')).toMatchObject({
      state: 'published',
      comments: [{ firstLine: 1, lastLine: 1 }],
    })
    expect(await db.rubric.count()).toBe(1)
  })
})
