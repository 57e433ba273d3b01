/** Reviews as pages show them: all of them for staff, published ones for their learner. */
import 'server-only'
import { db } from '#db'
import type { LineRange } from '../../../_classes/reviews/comment-place.ts'
import type { Marks } from '../../../_classes/reviews/review-points.ts'
import { marksOf } from './marks.ts'

export interface Author {
  /** Empty when the account is gone. */
  readonly userId: string
  readonly name: string
}

export interface AnswerView {
  readonly id: string
  readonly author: Author
  readonly text: string
  readonly createdAt: Date
}

export interface CommentView extends LineRange {
  readonly id: string
  readonly submissionId: string
  readonly author: Author
  readonly text: string
  readonly createdAt: Date
  readonly changedAt: Date | undefined
  readonly resolvedAt: Date | undefined
  readonly answers: readonly AnswerView[]
}

export interface ReviewView {
  readonly state: 'draft' | 'published'
  readonly version: number
  readonly marks: Marks
  readonly words: string
  /** Who changed it last. */
  readonly reviewer: Author
  readonly updatedAt: Date
  readonly publishedAt: Date | undefined
  readonly comments: readonly CommentView[]
}

/** For staff: the draft, too. The caller knows that the assignment is of the class. */
export async function readReview(
  assignmentId: string,
  userId: string,
): Promise<ReviewView | undefined> {
  return find({ assignmentId, userId })
}

/** For the learner: only what is published. */
export async function readFeedback(
  assignmentId: string,
  userId: string,
): Promise<ReviewView | undefined> {
  return find({ assignmentId, userId, state: 'published' })
}

const PERSON = { select: { id: true, name: true } } as const

async function find(where: {
  readonly assignmentId: string
  readonly userId: string
  readonly state?: 'published'
}): Promise<ReviewView | undefined> {
  const row = await db.codeReview.findFirst({
    where,
    include: {
      reviewer: PERSON,
      comments: {
        orderBy: [{ firstLine: 'asc' }, { lastLine: 'asc' }, { id: 'asc' }],
        include: {
          author: PERSON,
          answers: {
            orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
            include: { author: PERSON },
          },
        },
      },
    },
  })
  if (row === null) return undefined
  const { state, version, words, updatedAt, publishedAt } = row
  return {
    state,
    version,
    marks: marksOf(row),
    words,
    reviewer: authorOf(row.reviewer),
    updatedAt,
    publishedAt: publishedAt ?? undefined,
    comments: row.comments.map((comment) => ({
      id: comment.id,
      submissionId: comment.submissionId,
      firstLine: comment.firstLine,
      lastLine: comment.lastLine,
      author: authorOf(comment.author),
      text: comment.text,
      createdAt: comment.createdAt,
      changedAt: comment.changedAt ?? undefined,
      resolvedAt: comment.resolvedAt ?? undefined,
      answers: comment.answers.map(({ id, author, text, createdAt }) => ({
        id,
        author: authorOf(author),
        text,
        createdAt,
      })),
    })),
  }
}

function authorOf(row: { readonly id: string; readonly name: string } | null): Author {
  return row === null
    ? { userId: '', name: 'a deleted account' }
    : { userId: row.id, name: row.name }
}
