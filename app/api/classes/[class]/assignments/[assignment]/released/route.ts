/** POST: releases the grades of an assignment to its learners, or withholds them again. */
import { z } from 'zod'
import { classRoute } from '../../../../../../_server/classes/class-route.ts'
import { setReleased } from '../../../../../../_server/classes/grades/release.ts'

const Body = z.object({ isReleased: z.boolean() })

export const POST = classRoute('class.grade', Body, ({ user, classId, part, value }) =>
  setReleased(user, { classId, assignmentId: part('assignment'), ...value }),
)
