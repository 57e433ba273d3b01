/**
 * The part of an export that is about reviews of code: those of one's own work that are published,
 * for a draft belongs to the staff; and the comments that somebody of the staff saved. What they
 * wrote in reviews is about somebody else, and not in it.
 */
import 'server-only'
import { db } from '#db'
import { pointsOf } from '../../../_classes/reviews/review-points.ts'
import { readFeedback } from '../../classes/reviews/review-view.ts'
import { readRubric } from '../../classes/reviews/rubrics.ts'

export async function readCodeReviews(userId: string) {
  const [reviews, savedComments] = await Promise.all([
    readPublished(userId),
    db.savedComment.findMany({
      where: { userId },
      select: { class: { select: { title: true } }, title: true, text: true, uses: true },
    }),
  ])
  return { reviews, savedComments }
}

async function readPublished(userId: string) {
  const rows = await db.codeReview.findMany({
    where: { userId, state: 'published' },
    orderBy: { publishedAt: 'asc' },
    select: { assignmentId: true, assignment: { select: { title: true } } },
  })
  const reviews: unknown[] = []
  for (const { assignmentId, assignment } of rows) {
    const [review, { rubric }] = await Promise.all([
      readFeedback(assignmentId, userId),
      readRubric(assignmentId),
    ])
    if (review === undefined) continue
    const { points, pointsMax, criteria } = pointsOf(rubric, review.marks)
    reviews.push({
      assignment: assignment.title,
      publishedAt: review.publishedAt,
      points,
      pointsMax,
      reason: review.marks.override?.reason,
      chosen: criteria.flatMap(({ criterion, chosen }) =>
        criterion.items.flatMap(({ id, title }) => (chosen.includes(id) ? title : [])),
      ),
      words: review.words,
      comments: review.comments.map(({ author: _author, id: _id, answers, ...comment }) => ({
        ...comment,
        answers: answers.map(({ author, text, createdAt }) => ({
          by: author.userId === userId ? 'you' : 'somebody else',
          text,
          createdAt,
        })),
      })),
    })
  }
  return reviews
}
