/** Says whether learners see their grades of an assignment. */
import 'server-only'
import { db } from '#db'
import { recordClassEntry } from '../../audit/record.ts'
import { joinScoreLine } from '../../lti/score-line.ts'
import type { SessionUser } from '../../session.ts'
import { isUuid } from '../../uuid.ts'
import { NO_SUCH_ASSIGNMENT } from '../assignments.ts'
import { type Change, DONE } from '../change.ts'

interface ReleaseToSet {
  readonly classId: string
  readonly assignmentId: string
  readonly isReleased: boolean
}

/** Releasing what is released, or the other way round, changes nothing. */
export async function setReleased(
  user: SessionUser,
  { classId, assignmentId, isReleased }: ReleaseToSet,
): Promise<Change> {
  if (!isUuid(assignmentId)) return NO_SUCH_ASSIGNMENT
  return db.$transaction(async (transaction) => {
    const where = { id: assignmentId, classId }
    if ((await transaction.assignment.count({ where })) === 0) return NO_SUCH_ASSIGNMENT
    const { count } = await transaction.assignment.updateMany({
      where: { ...where, releasedAt: isReleased ? null : { not: null } },
      data: { releasedAt: isReleased ? new Date() : null },
    })
    if (count === 0) return DONE
    await recordClassEntry(transaction, {
      doer: user,
      action: isReleased ? 'grades.released' : 'grades.withheld',
      classId,
      after: { assignment: assignmentId },
    })
    await joinScoreLine(transaction, classId)
    return DONE
  })
}
