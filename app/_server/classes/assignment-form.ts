/** Reads the form of an assignment: its times are meant by the clocks of the class. */
import 'server-only'
import { z } from 'zod'
import { instantOf } from '../../_classes/time-zone.ts'
import type { AssignmentToKeep } from './assignments.ts'
import { lineRule, numberRule, wallTimeRule } from './form-rules.ts'

const Disclosure = z.enum(['asUsual', 'afterDue', 'never'])

export const AssignmentForm = z.object({
  title: lineRule('the title'),
  kind: z.enum(['step', 'lesson', 'quiz']),
  target: z.string().min(1, 'Choose a lab, a lesson or a quiz.').max(100),
  stepIds: z.array(z.string().max(100)).max(100),
  opensAt: wallTimeRule.min(1, 'Say when it opens.'),
  dueAt: wallTimeRule,
  lateUntil: wallTimeRule,
  latePercentDay: numberRule('What a late day costs', 0, 100),
  reference: Disclosure,
  hints: Disclosure,
  allowsSharing: z.boolean(),
  points: numberRule('What it is worth', 0, 1_000),
  attemptPolicy: z.enum(['best', 'last', 'lastBeforeDue']),
  shareRule: z.enum(['share', 'allOrNothing']),
})

export type ReadForm =
  | { readonly kind: 'read'; readonly assignment: AssignmentToKeep }
  | { readonly kind: 'wrong'; readonly error: string }

export function readAssignmentForm(
  { opensAt, dueAt, lateUntil, ...rest }: z.infer<typeof AssignmentForm>,
  timeZone: string,
): ReadForm {
  const times = { opensAt, dueAt, lateUntil }
  const [opens, due, late] = Object.values(times).map((time) => instantOf(time, timeZone))
  const wrong = Object.values(times).find(
    (time) => time !== '' && instantOf(time, timeZone) === undefined,
  )
  if (wrong !== undefined || opens === undefined) {
    return { kind: 'wrong', error: `There is no such day and time: ${wrong ?? opensAt}.` }
  }
  return {
    kind: 'read',
    assignment: { ...rest, opensAt: opens, dueAt: due, lateUntil: late },
  }
}
