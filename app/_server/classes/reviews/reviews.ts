/** Keeps what a reviewer decided, as a draft that staff see or published for the learner. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../../prisma/line.ts'
import { type Marks, pointsOf, publishProblem } from '../../../_classes/reviews/review-points.ts'
import { isPoints, POINTS_MAX, type Rubric } from '../../../_classes/reviews/rubric.ts'
import { recordClassEntry } from '../../audit/record.ts'
import type { SessionUser } from '../../session.ts'
import { type Change, refused } from '../change.ts'
import { lockClass } from '../class-lock.ts'
import { marksOf } from './marks.ts'
import { tellOfReview } from './review-mail.ts'
import { findReviewable, isLearnerOf, NO_SUCH_LEARNER } from './reviewable.ts'
import { readRubric } from './rubrics.ts'

export interface ReviewToKeep extends Marks {
  readonly classId: string
  readonly assignmentId: string
  /** The learner. */
  readonly userId: string
  /** The version that it was made from; 0 for the first. */
  readonly version: number
  readonly words: string
  readonly state: 'draft' | 'published'
}

/**
 * Keeps a review whole. Whoever publishes tells the learner by mail, where there is a mail server;
 * a published review that becomes a draft again is gone from the learner's eyes.
 */
export async function keepReview(user: SessionUser, review: ReviewToKeep): Promise<Change> {
  const { classId, assignmentId, userId } = review
  const kept = await db.$transaction(async (transaction): Promise<Kept> => {
    await lockClass(transaction, classId)
    const assignment = await findReviewable(transaction, classId, assignmentId)
    if (assignment.kind === 'refused') return { change: assignment.change }
    if (!(await isLearnerOf(transaction, classId, userId))) return { change: NO_SUCH_LEARNER }
    const { rubric } = await readRubric(assignmentId, transaction)
    const problem = problemOf(review, rubric)
    if (problem !== undefined) return { change: problem }
    return store(transaction, user, review, rubric)
  })
  if (kept.isNews === true) await tellOfReview({ classId, assignmentId, userId })
  return kept.change
}

interface Kept {
  readonly change: Change
  /** True when the learner sees it from now on. */
  readonly isNews?: boolean
}

function problemOf(review: ReviewToKeep, rubric: Rubric | undefined): Change | undefined {
  const { override, chosen, state } = review
  const known = new Set(rubric?.criteria.flatMap(({ items }) => items.map(({ id }) => id)))
  if (!chosen.every((id) => known.has(id))) return RUBRIC_CHANGED
  if (override !== undefined && !isPoints(override.points)) return NO_POINTS
  if (override !== undefined && override.reason.trim() === '') return NO_REASON
  const problem = state === 'draft' ? undefined : publishProblem(pointsOf(rubric, review))
  return problem === undefined ? undefined : refused(409, problem)
}

const RUBRIC_CHANGED = refused(
  409,
  'The rubric changed meanwhile: load the page again, then choose from the new one.',
)
const NO_POINTS = refused(
  400,
  `Points are a number from 0 to ${POINTS_MAX} with two decimals at most.`,
)
const NO_REASON = refused(400, 'Give a reason for points other than those of the rubric.')
const CHANGED_MEANWHILE = refused(
  409,
  'Somebody else changed this review meanwhile: load the page again, then make your change.',
)

async function store(
  transaction: Transaction,
  user: SessionUser,
  review: ReviewToKeep,
  rubric: Rubric | undefined,
): Promise<Kept> {
  const { classId, assignmentId, userId, version, words, state, chosen, override } = review
  const where = { assignmentId_userId: { assignmentId, userId } }
  const before = await transaction.codeReview.findUnique({ where })
  if ((before?.version ?? 0) !== version) return { change: CHANGED_MEANWHILE }
  const wasPublished = before?.state === 'published'
  const now = new Date()
  const data = {
    state,
    version: version + 1,
    chosen: [...chosen],
    overridePoints: override?.points ?? null,
    overrideReason: override?.reason ?? '',
    words,
    reviewerId: user.id,
    updatedAt: now,
    publishedAt: state === 'draft' ? null : now,
  }
  await transaction.codeReview.upsert({
    where,
    create: { ...data, assignmentId, userId },
    update: data,
  })
  const after = pointsOf(rubric, review).points ?? null
  await recordClassEntry(transaction, {
    doer: user,
    action: actionOf(wasPublished, state),
    classId,
    ...(before === null
      ? {}
      : {
          before: { state: before.state, points: pointsOf(rubric, marksOf(before)).points ?? null },
        }),
    after: { person: userId, assignment: assignmentId, state, points: after },
  })
  const isNews = state === 'published' && !wasPublished
  return { change: { kind: 'done', value: { version: version + 1 } }, isNews }
}

function actionOf(wasPublished: boolean, state: ReviewToKeep['state']) {
  if (state === 'published') return wasPublished ? 'review.changed' : 'review.published'
  return wasPublished ? 'review.taken-back' : 'review.kept'
}
