/** The learners of a class with what they handed in for an assignment, and how its review stands. */
import 'server-only'
import { db } from '#db'
import { pointsOf } from '../../../_classes/reviews/review-points.ts'
import { reviewStateOf, type WorklistRow } from '../../../_classes/reviews/worklist.ts'
import type { AssignmentView } from '../assignments.ts'
import { listMembers } from '../members.ts'
import { marksOf } from './marks.ts'
import { readRubric } from './rubrics.ts'

export interface ReviewRow extends WorklistRow {
  readonly submissions: number
  /** Steps of the assignment that one of their submissions passed. */
  readonly stepsPassed: number
  readonly points: number | undefined
  readonly comments: number
  /** Comments whose last word is the learner's, and which nobody marked as dealt with. */
  readonly answered: number
}

/** @param nameOf how names are shown */
export async function readWorklist(
  classId: string,
  assignment: AssignmentView,
  nameOf: (person: { readonly userId: string; readonly name: string }) => string,
): Promise<readonly ReviewRow[]> {
  const [members, handed, reviews, { rubric }] = await Promise.all([
    listMembers(classId),
    readHanded(classId, assignment),
    readReviews(assignment.id),
    readRubric(assignment.id),
  ])
  const handedBy = new Map(handed.map((row) => [row.userId, row]))
  const reviewOf = new Map(reviews.map((row) => [row.userId, row]))
  return members
    .filter(({ role, state }) => role === 'learner' && state === 'active')
    .map((member) => {
      const { userId, sectionId } = member
      const own = handedBy.get(userId)
      const row = reviewOf.get(userId)
      const review =
        row === undefined
          ? undefined
          : { state: row.state, publishedAt: row.publishedAt ?? undefined }
      return {
        userId,
        name: nameOf(member),
        sectionId,
        handedInAt: own?.handedInAt,
        state: reviewStateOf({ handedInAt: own?.handedInAt, review }),
        submissions: own?.submissions ?? 0,
        stepsPassed: own?.stepsPassed ?? 0,
        points: row === undefined ? undefined : pointsOf(rubric, marksOf(row)).points,
        comments: row?.comments.length ?? 0,
        answered:
          row?.comments.filter(
            ({ resolvedAt, answers }) => resolvedAt === null && answers[0]?.authorId === userId,
          ).length ?? 0,
      }
    })
}

interface HandedRow {
  readonly userId: string
  readonly submissions: number
  readonly handedInAt: Date
  readonly stepsPassed: number
}

function readHanded(
  classId: string,
  { target, stepIds }: AssignmentView,
): Promise<readonly HandedRow[]> {
  return db.$queryRaw<HandedRow[]>`
    select member."userId", count(*)::int as submissions,
      max(submission."createdAt") as "handedInAt",
      (count(distinct submission."stepId") filter (where verdict.outcome = 'passed'))::int
        as "stepsPassed"
    from "Membership" member
    join "Submission" submission on submission."userId" = member."userId"
      and submission."labId" = ${target} and submission."stepId" = any(${[...stepIds]}::text[])
    left join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
    where member."classId" = ${classId}::uuid
      and member.role = 'learner' and member.state = 'active'
    group by 1`
}

function readReviews(assignmentId: string) {
  return db.codeReview.findMany({
    where: { assignmentId },
    include: {
      comments: {
        select: {
          resolvedAt: true,
          answers: {
            orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
            take: 1,
            select: { authorId: true },
          },
        },
      },
    },
  })
}
