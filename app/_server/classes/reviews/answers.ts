/** The conversation about a comment: staff at any time, learners about their own published ones. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../../prisma/line.ts'
import { recordClassEntry } from '../../audit/record.ts'
import type { ClassRole } from '../../authorise/roles.ts'
import type { SessionUser } from '../../session.ts'
import { isUuid } from '../../uuid.ts'
import { type Change, DONE, refused } from '../change.ts'
import { lockClass } from '../class-lock.ts'
import { NO_SUCH_COMMENT } from './comments.ts'
import { tellOfAnswer } from './review-mail.ts'

const ANSWERS_MAX = 50

interface Talk {
  readonly classId: string
  readonly commentId: string
  /** What whoever speaks is in the class. */
  readonly role: ClassRole
}

/** Answers a comment, and tells the other side by mail, where there is a mail server. */
export async function answerComment(user: SessionUser, talk: Talk, text: string): Promise<Change> {
  const { classId, commentId } = talk
  const said = await db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const comment = await findForTalk(transaction, user, talk)
    if (comment === null) return NO_SUCH_COMMENT
    if (comment._count.answers >= ANSWERS_MAX) return TOO_MANY
    await transaction.commentAnswer.create({ data: { commentId, authorId: user.id, text } })
    // What is answered is not dealt with.
    await transaction.codeComment.update({ where: { id: commentId }, data: { resolvedAt: null } })
    const { userId, assignmentId } = comment.review
    await recordClassEntry(transaction, {
      doer: user,
      action: 'comment.answered',
      classId,
      after: { person: userId, assignment: assignmentId, comment: commentId },
    })
    return comment
  })
  if ('kind' in said) return said
  await tellOther(talk, said)
  return DONE
}

const TOO_MANY = refused(
  409,
  `A comment has ${ANSWERS_MAX} answers at most: this one is better talked about in person.`,
)

export async function setResolved(
  user: SessionUser,
  talk: Talk,
  isResolved: boolean,
): Promise<Change> {
  const { classId, commentId } = talk
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const comment = await findForTalk(transaction, user, talk)
    if (comment === null) return NO_SUCH_COMMENT
    if ((comment.resolvedAt !== null) === isResolved) return DONE
    await transaction.codeComment.update({
      where: { id: commentId },
      data: { resolvedAt: isResolved ? new Date() : null },
    })
    const { userId, assignmentId } = comment.review
    await recordClassEntry(transaction, {
      doer: user,
      action: isResolved ? 'comment.resolved' : 'comment.reopened',
      classId,
      after: { person: userId, assignment: assignmentId, comment: commentId },
    })
    return DONE
  })
}

/** A learner finds their own comments, once these are published, and nobody else's. */
async function findForTalk(
  transaction: Transaction,
  user: SessionUser,
  { classId, commentId, role }: Talk,
) {
  if (!isUuid(commentId)) return null
  const own = { userId: user.id, state: 'published' } as const
  return transaction.codeComment.findFirst({
    where: {
      id: commentId,
      review: { assignment: { classId }, ...(role === 'learner' ? own : {}) },
    },
    include: {
      review: {
        select: {
          userId: true,
          assignmentId: true,
          state: true,
          assignment: { select: { title: true } },
        },
      },
      _count: { select: { answers: true } },
    },
  })
}

async function tellOther(
  { classId, role }: Talk,
  comment: NonNullable<Awaited<ReturnType<typeof findForTalk>>>,
): Promise<void> {
  const { userId, assignmentId, state, assignment } = comment.review
  const base = `/classes/${classId}/work/${assignmentId}`
  const { title } = assignment
  if (role === 'learner') {
    const readerId = comment.authorId
    if (readerId === null) return
    await tellOfAnswer({ readerId, title, path: `${base}/review/${userId}` })
  } else if (state === 'published') {
    await tellOfAnswer({ readerId: userId, title, path: `${base}/feedback` })
  }
}
