/** Comments under lines of code. They are part of a review, and seen by the learner when it is. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../../prisma/line.ts'
import { countLines, isRangeOf, type LineRange } from '../../../_classes/reviews/comment-place.ts'
import { recordClassEntry } from '../../audit/record.ts'
import type { SessionUser } from '../../session.ts'
import { isUuid } from '../../uuid.ts'
import { type Change, DONE, refused } from '../change.ts'
import { lockClass } from '../class-lock.ts'
import { findReviewable, isLearnerOf, NO_SUCH_LEARNER } from './reviewable.ts'

const COMMENTS_MAX = 200

export interface CommentToMake extends LineRange {
  readonly classId: string
  readonly assignmentId: string
  /** The learner. */
  readonly userId: string
  readonly submissionId: string
  readonly text: string
  /** Of the saved comment that it began as; empty for none. */
  readonly savedId: string
}

/** Comments on a submission; where there is no review yet, this begins its draft. */
export async function makeComment(user: SessionUser, comment: CommentToMake): Promise<Change> {
  const { classId, assignmentId, userId, submissionId, firstLine, lastLine, text } = comment
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const found = await findReviewable(transaction, classId, assignmentId)
    if (found.kind === 'refused') return found.change
    if (!(await isLearnerOf(transaction, classId, userId))) return NO_SUCH_LEARNER
    const { labId, stepIds } = found.work
    const submission = isUuid(submissionId)
      ? await transaction.submission.findFirst({
          where: { id: submissionId, userId, labId, stepId: { in: [...stepIds] } },
          select: { source: true },
        })
      : null
    if (submission === null) return NO_SUCH_SUBMISSION
    if (!isRangeOf(comment, countLines(submission.source))) return NO_SUCH_LINES
    const review = await transaction.codeReview.upsert({
      where: { assignmentId_userId: { assignmentId, userId } },
      // Comments are kept by themselves: whoever keeps the rest then is still the first to.
      create: { assignmentId, userId, reviewerId: user.id, version: 0 },
      update: { updatedAt: new Date() },
      select: { id: true, _count: { select: { comments: true } } },
    })
    if (review._count.comments >= COMMENTS_MAX) return TOO_MANY
    const { id } = await transaction.codeComment.create({
      data: { reviewId: review.id, submissionId, firstLine, lastLine, text, authorId: user.id },
    })
    await countUse(transaction, user, comment)
    await recordClassEntry(transaction, {
      doer: user,
      action: 'comment.made',
      classId,
      after: { person: userId, assignment: assignmentId, comment: id, firstLine, lastLine },
    })
    return { kind: 'done', value: { id } }
  })
}

const NO_SUCH_SUBMISSION = refused(
  404,
  'There is no such submission of this learner for this assignment: load the page again.',
)
const NO_SUCH_LINES = refused(400, 'The submission has no such lines: choose some that it has.')
const TOO_MANY = refused(
  409,
  `A review has ${COMMENTS_MAX} comments at most: say the rest in the words about the whole.`,
)

async function countUse(
  transaction: Transaction,
  user: SessionUser,
  { classId, savedId }: CommentToMake,
): Promise<void> {
  if (!isUuid(savedId)) return
  await transaction.savedComment.updateMany({
    where: { id: savedId, classId, userId: user.id },
    data: { uses: { increment: 1 } },
  })
}

interface CommentOfClass {
  readonly classId: string
  readonly commentId: string
}

export async function changeComment(
  user: SessionUser,
  { classId, commentId, text }: CommentOfClass & { readonly text: string },
): Promise<Change> {
  return withComment({ classId, commentId }, async (transaction, { id, review, ...before }) => {
    if (before.text === text) return DONE
    await transaction.codeComment.update({ where: { id }, data: { text, changedAt: new Date() } })
    const after = { person: review.userId, assignment: review.assignmentId, comment: id }
    const action = 'comment.changed'
    await recordClassEntry(transaction, { doer: user, action, classId, after })
    return DONE
  })
}

/** Removes a comment with what was answered to it. */
export async function removeComment(
  user: SessionUser,
  { classId, commentId }: CommentOfClass,
): Promise<Change> {
  return withComment({ classId, commentId }, async (transaction, { id, review, _count }) => {
    await transaction.codeComment.delete({ where: { id } })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'comment.removed',
      classId,
      before: { person: review.userId, assignment: review.assignmentId, answers: _count.answers },
    })
    return DONE
  })
}

type FoundComment = NonNullable<Awaited<ReturnType<typeof findComment>>>

async function withComment(
  { classId, commentId }: CommentOfClass,
  change: (transaction: Transaction, comment: FoundComment) => Promise<Change>,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const comment = await findComment(transaction, { classId, commentId })
    return comment === null ? NO_SUCH_COMMENT : change(transaction, comment)
  })
}

async function findComment(transaction: Transaction, { classId, commentId }: CommentOfClass) {
  if (!isUuid(commentId)) return null
  return transaction.codeComment.findFirst({
    where: { id: commentId, review: { assignment: { classId } } },
    include: {
      review: { select: { userId: true, assignmentId: true } },
      _count: { select: { answers: true } },
    },
  })
}

export const NO_SUCH_COMMENT = refused(404, 'There is no such comment: perhaps it was removed.')
