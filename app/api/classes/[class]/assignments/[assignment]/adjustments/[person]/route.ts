/** POST: adjusts a learner's grade. DELETE: takes that back. */
import { z } from 'zod'
import { parsePoints } from '../../../../../../../_classes/grades/points.ts'
import { refused } from '../../../../../../../_server/classes/change.ts'
import { bareClassRoute, classRoute } from '../../../../../../../_server/classes/class-route.ts'
import { lineRule } from '../../../../../../../_server/classes/form-rules.ts'
import {
  adjustGrade,
  removeAdjustment,
} from '../../../../../../../_server/classes/grades/adjustments.ts'

const Body = z.object({
  kind: z.enum(['set', 'add'], 'Say whether to set the points or to add some.'),
  points: z.string().max(20),
  reason: lineRule('a reason'),
})

export const POST = classRoute('class.grade', Body, async ({ user, classId, part, value }) => {
  const hundredths = parsePoints(value.points)
  if (hundredths === undefined) {
    return refused(400, 'Give points as a number with two decimals at most, such as 8.5 or -1.')
  }
  const { kind, reason } = value
  const cell = { classId, assignmentId: part('assignment'), userId: part('person') }
  return adjustGrade(user, { ...cell, kind, hundredths, reason })
})

export const DELETE = bareClassRoute('class.grade', ({ user, classId, part }) =>
  removeAdjustment(user, { classId, assignmentId: part('assignment'), userId: part('person') }),
)
