/**
 * Tells platforms the released grades of a class: what they do not know yet, and what is not
 * released any more. It compares and sends, so it can run as often as it likes, on any process.
 */
import 'server-only'
import { db } from '#db'
import type { LtiColumn, LtiScore } from '../../../prisma/generated/client.ts'
import { type ReleasedGrade, releasedGrades } from '../classes/grades/released.ts'
import { PlatformTrouble } from './ask-platform.ts'
import { findOrMakeColumn, type Sent, sendScore } from './grade-service.ts'
import type { PlatformView } from './platforms.ts'
import { SCOPE } from './service-token.ts'

/** Requests to one platform at the same time. */
const AT_ONCE = 4

export interface Passed {
  readonly sent: number
  /** Not taken, and not worth another try before something changes. */
  readonly refused: number
  /** May well go the next time. */
  readonly later: number
}

interface Course {
  readonly id: string
  readonly columnsUrl: string | null
  readonly platform: PlatformView
  readonly scopes: readonly string[]
  readonly enrolments: readonly { readonly userId: string; readonly subject: string }[]
  readonly columns: readonly LtiColumn[]
  readonly scores: readonly LtiScore[]
}

/** What one platform is to be told of one grade. */
interface Message {
  readonly assignmentId: string
  readonly userId: string
  readonly subject: string
  /** Undefined for a grade that is to be forgotten. */
  readonly grade: ReleasedGrade | undefined
}

/** Sends what is to be sent, and writes down what came of each. */
export async function passGrades(classId: string, now: Date): Promise<Passed> {
  const courses = await readCourses(classId)
  if (courses.length === 0) return { sent: 0, refused: 0, later: 0 }
  const grades = await releasedGrades(classId, now)
  const counts = { sent: 0, refused: 0, later: 0 }
  for (const course of courses) {
    for (const [assignmentId, messages] of byAssignment(messagesOf(course, grades))) {
      for (const result of await sendAll(course, assignmentId, messages)) {
        counts[result.kind === 'gone' ? 'later' : result.kind] += 1
      }
    }
  }
  return counts
}

/** Those of a class that is not archived, to which grades may go. */
async function readCourses(classId: string): Promise<readonly Course[]> {
  const rows = await db.ltiCourse.findMany({
    where: { classId, class: { archivedAt: null } },
    include: {
      platform: true,
      enrolments: { where: { isLearner: true } },
      columns: true,
      scores: true,
    },
  })
  return rows.filter(({ scopes }) => scopes.includes(SCOPE.score))
}

/** Whether the platform knows this grade, and took it. */
export function isKnown(
  score: Pick<LtiScore, 'sentPoints' | 'sentMax'> | undefined,
  { points, pointsMax }: Pick<ReleasedGrade, 'points' | 'pointsMax'>,
): boolean {
  return score?.sentPoints === points && score.sentMax === pointsMax
}

function messagesOf(course: Course, grades: readonly ReleasedGrade[]): readonly Message[] {
  const key = (one: { readonly assignmentId: string; readonly userId: string }) =>
    `${one.assignmentId} ${one.userId}`
  const subjects = new Map(course.enrolments.map(({ userId, subject }) => [userId, subject]))
  const scores = new Map(course.scores.map((score) => [key(score), score]))
  const released = new Set(grades.map(key))
  const news = grades.flatMap((grade): readonly Message[] => {
    const { assignmentId, userId } = grade
    const subject = subjects.get(userId)
    if (subject === undefined || isKnown(scores.get(key(grade)), grade)) return []
    return [{ assignmentId, userId, subject, grade }]
  })
  const withheld = course.scores.flatMap((score): readonly Message[] => {
    const { assignmentId, userId } = score
    const subject = subjects.get(userId)
    if (subject === undefined || score.sentPoints === null || released.has(key(score))) return []
    return [{ assignmentId, userId, subject, grade: undefined }]
  })
  return [...news, ...withheld]
}

function byAssignment(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  return Map.groupBy(messages, ({ assignmentId }) => assignmentId)
}

async function sendAll(
  course: Course,
  assignmentId: string,
  messages: readonly Message[],
): Promise<readonly Sent[]> {
  const column = await columnOf(course, assignmentId)
  const results: Sent[] = []
  for (let from = 0; from < messages.length; from += AT_ONCE) {
    const batch = messages.slice(from, from + AT_ONCE)
    const sent = await Promise.all(batch.map((message) => sendOne(course, column, message)))
    results.push(...sent)
  }
  if (results.some(({ kind }) => kind === 'gone')) {
    await db.ltiColumn.deleteMany({ where: { courseId: course.id, assignmentId } })
  }
  return results
}

/** The address of the column, or why there is none. */
async function columnOf(course: Course, assignmentId: string): Promise<string | Sent> {
  const { id: courseId, columnsUrl, columns, platform, scopes } = course
  const known = columns.find((column) => column.assignmentId === assignmentId)
  if (known !== undefined) return known.url
  if (columnsUrl === null || !scopes.includes(SCOPE.column)) {
    return { kind: 'refused', why: NO_COLUMN }
  }
  try {
    const { title } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
    const url = await findOrMakeColumn(platform, { columnsUrl, assignmentId, title })
    await db.ltiColumn.upsert({
      where: { courseId_assignmentId: { courseId, assignmentId } },
      create: { courseId, assignmentId, url },
      update: { url },
    })
    return url
  } catch (error) {
    if (error instanceof PlatformTrouble) return { kind: 'later', why: error.message }
    throw error
  }
}

const NO_COLUMN =
  'The platform lets this site make no columns: add a link to this assignment in the course, and open it once.'

async function sendOne(
  { id: courseId, platform }: Course,
  column: string | Sent,
  { assignmentId, userId, subject, grade }: Message,
): Promise<Sent> {
  const at = new Date()
  const sent =
    typeof column === 'string'
      ? await sendScore(platform, { columnUrl: column, subject, grade, at })
      : column
  const told =
    sent.kind === 'sent'
      ? {
          sentPoints: grade?.points ?? null,
          sentMax: grade?.pointsMax ?? null,
          sentAt: at,
          reason: null,
        }
      : { reason: sent.why }
  const data = { ...told, triedAt: at }
  await db.ltiScore.upsert({
    where: { courseId_assignmentId_userId: { courseId, assignmentId, userId } },
    create: { courseId, assignmentId, userId, ...data },
    update: data,
  })
  return sent
}
