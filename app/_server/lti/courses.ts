/** Courses of platforms and the classes that they are connected to. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { type Doer, recordClassEntry } from '../audit/record.ts'
import { type Change, DONE, refused } from '../classes/change.ts'
import { lockClass } from '../classes/class-lock.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import type { Launch } from './launched.ts'

export interface CourseView {
  readonly id: string
  readonly title: string
  readonly platform: string
  readonly platformId: string
  readonly classId: string
  readonly membershipsUrl: string | null
  readonly columnsUrl: string | null
  readonly scopes: readonly string[]
  /** How many people of the class have come from it. */
  readonly people: number
  readonly linkedAt: Date
}

/** The courses of a class, the longest connected first. */
export async function listCourses(classId: string): Promise<readonly CourseView[]> {
  const rows = await db.ltiCourse.findMany({
    where: { classId },
    orderBy: { linkedAt: 'asc' },
    include: { platform: { select: { name: true } }, _count: { select: { enrolments: true } } },
  })
  return rows.map(({ platform, _count, ...row }) => ({
    ...row,
    platform: platform.name,
    people: _count.enrolments,
  }))
}

type Place = Pick<Launch, 'platformId' | 'deploymentId' | 'contextId'>

/** The class of the course that a launch is from. */
export async function findClassOf({
  platformId,
  deploymentId,
  contextId,
}: Place): Promise<string | undefined> {
  const found = await db.ltiCourse.findUnique({
    where: { platformId_deploymentId_contextId: { platformId, deploymentId, contextId } },
    select: { classId: true },
  })
  return found?.classId
}

/** Connects the course of a launch with a class; the caller has asked whether they may. */
export async function connectCourse(doer: Doer, launch: Launch, classId: string): Promise<Change> {
  const { platformId, deploymentId, contextId, courseTitle } = launch
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const found = await transaction.ltiCourse.findUnique({
      where: { platformId_deploymentId_contextId: { platformId, deploymentId, contextId } },
    })
    if (found !== null) {
      return found.classId === classId
        ? DONE
        : refused(409, 'This course is connected to another class: end that connection first.')
    }
    const course = await transaction.ltiCourse.create({
      data: {
        platformId,
        deploymentId,
        contextId,
        title: courseTitle === '' ? 'A course without a title' : courseTitle,
        classId,
        scopes: [],
      },
    })
    await recordClassEntry(transaction, {
      doer,
      action: 'lti-course.connected',
      classId,
      after: { course: course.id, platform: platformId },
    })
    return DONE
  })
}

/** Ends a connection: members stay in the class, and nobody comes in from the course. */
export async function disconnectCourse(
  user: SessionUser,
  classId: string,
  courseId: string,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const { count } = isUuid(courseId)
      ? await transaction.ltiCourse.deleteMany({ where: { id: courseId, classId } })
      : { count: 0 }
    if (count === 0) return NO_SUCH_COURSE
    await recordClassEntry(transaction, {
      doer: user,
      action: 'lti-course.disconnected',
      classId,
      after: { course: courseId },
    })
    return DONE
  })
}

export const NO_SUCH_COURSE = refused(
  404,
  'No such course is connected to this class: load the page again to see which are.',
)

export type Entry =
  | { readonly kind: 'entered'; readonly classId: string }
  | { readonly kind: 'refused'; readonly why: 'no-course' | 'no-role' | 'taken-off' | 'archived' }

/**
 * Lets somebody who came from a course into its class, with the role that they have there. Who
 * is in the class keeps the role that they have here, and whoever was taken off stays off.
 */
export async function enterByCourse(doer: Doer, launch: Launch): Promise<Entry> {
  const classId = await findClassOf(launch)
  if (classId === undefined) return { kind: 'refused', why: 'no-course' }
  return db.$transaction(async (transaction): Promise<Entry> => {
    await lockClass(transaction, classId)
    const { archivedAt } = await transaction.class.findUniqueOrThrow({ where: { id: classId } })
    const where = { classId_userId: { classId, userId: doer.id } }
    const member = await transaction.membership.findUnique({ where })
    if (member?.state === 'removed') return { kind: 'refused', why: 'taken-off' }
    if (member === null) {
      if (archivedAt !== null) return { kind: 'refused', why: 'archived' }
      const { role } = launch
      if (role === 'nobody') return { kind: 'refused', why: 'no-role' }
      await transaction.membership.create({ data: { classId, userId: doer.id, role } })
      await recordClassEntry(transaction, {
        doer,
        action: 'member.joined',
        classId,
        after: { person: doer.id, role },
      })
    }
    if (archivedAt === null) await keepServices(transaction, doer.id, launch)
    return { kind: 'entered', classId }
  })
}

/** What the launch tells of the course, of this person, and of the link that was opened. */
async function keepServices(
  transaction: Transaction,
  userId: string,
  launch: Launch,
): Promise<void> {
  const { platformId, deploymentId, contextId, subject, columnUrl, columnsUrl } = launch
  const course = await transaction.ltiCourse.update({
    where: { platformId_deploymentId_contextId: { platformId, deploymentId, contextId } },
    data: {
      ...(launch.courseTitle === '' ? {} : { title: launch.courseTitle }),
      ...(launch.membershipsUrl === '' ? {} : { membershipsUrl: launch.membershipsUrl }),
      ...(columnsUrl === '' ? {} : { columnsUrl }),
      ...(launch.scopes.length === 0 ? {} : { scopes: [...launch.scopes] }),
    },
  })
  const courseId = course.id
  const isLearner = launch.role === 'learner'
  await transaction.ltiEnrolment.deleteMany({
    where: { courseId, subject, userId: { not: userId } },
  })
  await transaction.ltiEnrolment.upsert({
    where: { courseId_userId: { courseId, userId } },
    create: { courseId, userId, subject, isLearner },
    update: { subject, isLearner },
  })
  if (columnUrl === '' || !isUuid(launch.assignmentId)) return
  const assignmentId = launch.assignmentId
  const isOfClass = await transaction.assignment.count({
    where: { id: assignmentId, classId: course.classId },
  })
  if (isOfClass === 0) return
  await transaction.ltiColumn.upsert({
    where: { courseId_assignmentId: { courseId, assignmentId } },
    create: { courseId, assignmentId, url: columnUrl },
    update: { url: columnUrl },
  })
}
