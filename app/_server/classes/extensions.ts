/** Later due dates for single learners, each with its reason. */
import 'server-only'
import { db } from '#db'
import { recordClassEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import { NO_SUCH_ASSIGNMENT } from './assignments.ts'
import { type Change, DONE, refused } from './change.ts'
import { lockClass } from './class-lock.ts'

export interface ExtensionView {
  readonly assignmentId: string
  readonly userId: string
  readonly dueAt: Date
  readonly reason: string
}

/** All of a class, the latest first; of one learner where one is given. */
export async function listExtensions(
  classId: string,
  userId?: string,
): Promise<readonly ExtensionView[]> {
  return db.extension.findMany({
    where: { assignment: { classId }, ...(userId === undefined ? {} : { userId }) },
    orderBy: { createdAt: 'desc' },
    select: { assignmentId: true, userId: true, dueAt: true, reason: true },
  })
}

interface ExtensionToGrant {
  readonly classId: string
  readonly assignmentId: string
  readonly userId: string
  readonly dueAt: Date
  readonly reason: string
}

/** Grants an extension, in place of an earlier one for the same work. */
export async function grantExtension(
  user: SessionUser,
  { classId, assignmentId, userId, dueAt, reason }: ExtensionToGrant,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const assignment = isUuid(assignmentId)
      ? await transaction.assignment.findFirst({ where: { id: assignmentId, classId } })
      : null
    if (assignment === null) return NO_SUCH_ASSIGNMENT
    if (assignment.dueAt === null) {
      return refused(409, 'This work is never due, so nothing can be extended.')
    }
    if (dueAt <= assignment.dueAt) {
      return refused(400, 'An extension ends after the due date: choose a later day or time.')
    }
    const member = await transaction.membership.findFirst({
      where: { classId, userId, role: 'learner', state: 'active' },
    })
    if (member === null) return refused(404, 'This person is not a learner of the class.')
    await transaction.extension.upsert({
      where: { assignmentId_userId: { assignmentId, userId } },
      create: { assignmentId, userId, dueAt, reason },
      update: { dueAt, reason },
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'extension.granted',
      classId,
      after: { assignment: assignmentId, person: userId, dueAt: dueAt.toISOString() },
    })
    return DONE
  })
}

export async function removeExtension(
  user: SessionUser,
  { classId, assignmentId, userId }: Pick<ExtensionToGrant, 'classId' | 'assignmentId' | 'userId'>,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const { count } = isUuid(assignmentId)
      ? await transaction.extension.deleteMany({
          where: { assignmentId, userId, assignment: { classId } },
        })
      : { count: 0 }
    if (count === 0) return refused(404, 'There is no such extension: perhaps it was taken back.')
    await recordClassEntry(transaction, {
      doer: user,
      action: 'extension.removed',
      classId,
      before: { assignment: assignmentId, person: userId },
    })
    return DONE
  })
}
