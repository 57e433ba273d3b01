/** What staff change of a learner's grade by hand: it stays, whatever is graded again. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../../prisma/line.ts'
import type { Adjustment } from '../../../_classes/grades/grade.ts'
import { recordClassEntry } from '../../audit/record.ts'
import type { SessionUser } from '../../session.ts'
import { isUuid } from '../../uuid.ts'
import { NO_SUCH_ASSIGNMENT } from '../assignments.ts'
import { type Change, DONE, refused } from '../change.ts'
import { lockClass } from '../class-lock.ts'

interface GradeCell {
  readonly classId: string
  readonly assignmentId: string
  readonly userId: string
}

type AdjustmentToMake = GradeCell & Pick<Adjustment, 'kind' | 'hundredths' | 'reason'>

/** Adjusts a grade, in place of an earlier adjustment of the same one. */
export async function adjustGrade(
  user: SessionUser,
  { classId, assignmentId, userId, kind, hundredths, reason }: AdjustmentToMake,
): Promise<Change> {
  if (kind === 'set' && hundredths < 0) {
    return refused(400, 'A grade cannot be set below zero: choose zero or more points.')
  }
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const assignment = isUuid(assignmentId)
      ? await transaction.assignment.findFirst({ where: { id: assignmentId, classId } })
      : null
    if (assignment === null) return NO_SUCH_ASSIGNMENT
    const member = await transaction.membership.findFirst({
      where: { classId, userId, role: 'learner', state: 'active' },
    })
    if (member === null) return refused(404, 'This person is not a learner of the class.')
    const before = await findAdjustment(transaction, { classId, assignmentId, userId })
    const data = { kind, hundredths, reason, byId: user.id, at: new Date() }
    await transaction.gradeAdjustment.upsert({
      where: { assignmentId_userId: { assignmentId, userId } },
      create: { assignmentId, userId, ...data },
      update: data,
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'grade.adjusted',
      classId,
      ...(before === null ? {} : { before: entryOf(before) }),
      after: entryOf({ assignmentId, userId, kind, hundredths }),
    })
    return DONE
  })
}

export async function removeAdjustment(user: SessionUser, cell: GradeCell): Promise<Change> {
  const { classId, assignmentId, userId } = cell
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const before = isUuid(assignmentId) ? await findAdjustment(transaction, cell) : null
    if (before === null) {
      return refused(404, 'This grade is not adjusted: perhaps somebody took it back already.')
    }
    await transaction.gradeAdjustment.delete({
      where: { assignmentId_userId: { assignmentId, userId } },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'grade.adjustment-removed',
      classId,
      before: entryOf(before),
    })
    return DONE
  })
}

function findAdjustment(transaction: Transaction, { classId, assignmentId, userId }: GradeCell) {
  return transaction.gradeAdjustment.findFirst({
    where: { assignmentId, userId, assignment: { classId } },
  })
}

/** The reason may name people, and stays out of the entries. */
function entryOf({
  assignmentId,
  userId,
  kind,
  hundredths,
}: Omit<GradeCell, 'classId'> & Pick<Adjustment, 'kind' | 'hundredths'>) {
  return { assignment: assignmentId, person: userId, kind, points: hundredths / 100 }
}
