/** A class with a rubric, and a review of its learner with a comment, for tests of both. */
import type { Rubric } from '#app/_classes/reviews/rubric.ts'
import type { ReviewToKeep } from '#app/_server/classes/reviews/reviews.ts'
import { db } from '#db'
import { type ClassWorld, makeGraded } from './class-world.ts'

const item = (id: string, title: string, points: number) => ({ id, title, points })

/** Six points: up to three for names, up to two for depth, one for care. */
export const RUBRIC: Rubric = {
  criteria: [
    {
      id: 'names',
      title: 'Names',
      scoring: 'levels',
      points: 0,
      items: [item('good', 'Each says what it is', 3), item('fair', 'Mostly', 1.5)],
    },
    {
      id: 'depth',
      title: 'Depth',
      scoring: 'add',
      points: 2,
      items: [item('tests', 'Has tests of its own', 2)],
    },
    {
      id: 'care',
      title: 'Care',
      scoring: 'subtract',
      points: 1,
      items: [item('dead', 'Dead code', 0.5)],
    },
  ],
}

export async function makeRubric(assignmentId: string, rubric = RUBRIC): Promise<void> {
  await db.rubric.create({
    data: { assignmentId, version: 1, criteria: JSON.parse(JSON.stringify(rubric.criteria)) },
  })
}

interface ReviewToMake {
  readonly assignmentId: string
  readonly userId: string
  readonly submissionId: string
  readonly reviewerId: string
  readonly state: 'draft' | 'published'
}

/** A review with one comment under the first line; returns the id of the comment. */
export async function makeReview(review: ReviewToMake): Promise<string> {
  const { submissionId, reviewerId, state, ...of } = review
  const { comments } = await db.codeReview.create({
    data: {
      ...of,
      reviewerId,
      state,
      chosen: ['good'],
      words: 'Words about the whole.',
      publishedAt: state === 'draft' ? null : new Date(),
      comments: {
        create: {
          submissionId,
          firstLine: 1,
          lastLine: 1,
          text: 'Why this line?',
          authorId: reviewerId,
        },
      },
    },
    select: { comments: { select: { id: true } } },
  })
  return comments[0]?.id ?? ''
}

/** A published review of `the-learner` with a comment, and a saved comment of somebody of the staff. */
export async function makeReviewed(
  { classId, assignmentId }: Pick<ClassWorld, 'classId' | 'assignmentId'>,
  savedBy: string,
) {
  const userId = 'the-learner'
  const reviewedId = await makeGraded({ userId, outcome: 'passed' })
  const commentId = await makeReview({
    assignmentId,
    userId,
    submissionId: reviewedId,
    reviewerId: 'the-assistant',
    state: 'published',
  })
  const saved = await db.savedComment.create({
    data: { classId, userId: savedBy, title: 'Why', text: 'But why?' },
  })
  return { reviewedId, commentId, savedId: saved.id }
}

/** A first review, as its form sends it. */
export const FORM: Omit<ReviewToKeep, 'classId' | 'assignmentId' | 'userId'> = {
  version: 0,
  chosen: ['good', 'dead'],
  override: undefined,
  words: 'Well done.',
  state: 'draft',
}
