/** What can be reviewed: code that a learner of the class handed in for steps that it was given. */
import 'server-only'
import type { Transaction } from '../../../../prisma/line.ts'
import { isUuid } from '../../uuid.ts'
import { NO_SUCH_ASSIGNMENT } from '../assignments.ts'
import { type Change, refused } from '../change.ts'

interface ReviewableWork {
  readonly id: string
  readonly title: string
  readonly labId: string
  readonly stepIds: readonly string[]
}

type Found<Value> =
  | ({ readonly kind: 'found' } & Value)
  | { readonly kind: 'refused'; readonly change: Change }

/** An assignment of the class whose work is code. */
export async function findReviewable(
  transaction: Transaction,
  classId: string,
  id: string,
): Promise<Found<{ readonly work: ReviewableWork }>> {
  const row = isUuid(id) ? await transaction.assignment.findFirst({ where: { id, classId } }) : null
  if (row === null) return { kind: 'refused', change: NO_SUCH_ASSIGNMENT }
  if (row.kind !== 'step') return { kind: 'refused', change: NO_CODE }
  const { title, target: labId, stepIds } = row
  return { kind: 'found', work: { id, title, labId, stepIds } }
}

const NO_CODE = refused(409, 'Only steps of labs have code to review: this is other work.')

/** Whether this person is a learner of the class now. */
export async function isLearnerOf(
  transaction: Transaction,
  classId: string,
  userId: string,
): Promise<boolean> {
  const found = await transaction.membership.findFirst({
    where: { classId, userId, role: 'learner', state: 'active' },
    select: { userId: true },
  })
  return found !== null
}

export const NO_SUCH_LEARNER = refused(404, 'This person is not a learner of the class.')
