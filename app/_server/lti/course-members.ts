/** Takes the learners of a connected course onto the roster of its class. */
import 'server-only'
import { db } from '#db'
import { type Change, refused } from '../classes/change.ts'
import { importRoster, previewRoster } from '../classes/roster.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import { PlatformTrouble } from './ask-platform.ts'
import { NO_SUCH_COURSE } from './courses.ts'
import { type CourseMember, readLearners } from './names-and-roles.ts'

/** What taking the members over would do. */
export async function previewMembers(classId: string, courseId: string): Promise<Change> {
  return withRoster(classId, courseId, async (text, withoutEmail) => ({
    kind: 'done',
    value: { ...(await previewRoster(classId, text)), withoutEmail },
  }))
}

/** Takes them over. As with every roster, nobody is taken off. */
export async function importMembers(
  user: SessionUser,
  classId: string,
  courseId: string,
): Promise<Change> {
  return withRoster(classId, courseId, (text) => importRoster(user, classId, text))
}

async function withRoster(
  classId: string,
  courseId: string,
  act: (text: string, withoutEmail: number) => Promise<Change>,
): Promise<Change> {
  const course = isUuid(courseId)
    ? await db.ltiCourse.findFirst({
        where: { id: courseId, classId },
        include: { platform: true },
      })
    : null
  if (course === null) return NO_SUCH_COURSE
  if (course.membershipsUrl === null) return refused(409, NOT_OFFERED)
  try {
    const learners = await readLearners(course.platform, course.membershipsUrl)
    const known = learners.filter(({ email }) => email !== '')
    if (learners.length > 0 && known.length === 0) return refused(409, NO_ADDRESSES)
    if (known.length === 0) return refused(409, NOBODY)
    return await act(rosterOf(known), learners.length - known.length)
  } catch (error) {
    if (error instanceof PlatformTrouble) {
      return refused(409, `The platform did not give its list. ${error.message}`)
    }
    throw error
  }
}

/** As a roster that staff would import: the same rules hold for it. */
function rosterOf(members: readonly CourseMember[]): string {
  const lines = members.map(({ email, name }) => [email, name].map(quoted).join(','))
  return ['e-mail,name', ...lines].join('\n')
}

function quoted(text: string): string {
  return `"${text.replaceAll(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`
}

const NOT_OFFERED =
  'The platform offers no list of its members. Its administrator can permit “Names and Roles”; then open a link of the course once more.'
const NO_ADDRESSES =
  'The platform tells no e-mail addresses, so there is nothing to expect anybody by. Learners come in when they open a link of the course.'
const NOBODY = 'Nobody learns in this course so far, as the platform has it.'
