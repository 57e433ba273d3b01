/** Which reviews a learner can read, for the places that point to them. */
import 'server-only'
import { db } from '#db'

export interface PublishedReview {
  readonly assignmentId: string
  /** What the assignment is called. */
  readonly title: string
  readonly href: string
  readonly comments: number
}

/** Those of this learner in a class. */
export function listPublishedOf(
  classId: string,
  userId: string,
): Promise<readonly PublishedReview[]> {
  return list(userId, { classId })
}

/** Those about a step of a lab, in whichever class they are a learner. */
export function listPublishedForStep(
  userId: string,
  labId: string,
  stepId: string,
): Promise<readonly PublishedReview[]> {
  return list(userId, { kind: 'step', target: labId, stepIds: { has: stepId } })
}

async function list(
  userId: string,
  assignment: { readonly classId: string } | StepFilter,
): Promise<readonly PublishedReview[]> {
  const rows = await db.codeReview.findMany({
    where: {
      userId,
      state: 'published',
      assignment: {
        ...assignment,
        class: { memberships: { some: { userId, role: 'learner', state: 'active' } } },
      },
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    select: {
      assignment: { select: { id: true, classId: true, title: true } },
      _count: { select: { comments: true } },
    },
  })
  return rows.map(({ assignment: { id, classId, title }, _count }) => ({
    assignmentId: id,
    title,
    href: `/classes/${classId}/work/${id}/feedback`,
    comments: _count.comments,
  }))
}

interface StepFilter {
  readonly kind: 'step'
  readonly target: string
  readonly stepIds: { readonly has: string }
}
