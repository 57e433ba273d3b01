/** The learners whom rules name, for one or more sets of rules at once. */
import 'server-only'
import { type ListedLearner, listAtRisk } from '../../../_classes/at-risk/list.ts'
import type { AtRiskRules } from '../../../_classes/at-risk/rules.ts'
import { unitsToDo } from '../../../_classes/progress/learner-row.ts'
import type { WorkUnit } from '../../../_classes/progress/work-unit.ts'
import type { Grid } from '../grid.ts'
import { readRepeatedClaims } from './repeated-claims.ts'

/** A list for each set of rules; each in the order of the grid’s learners. */
export async function readAtRisk(
  classId: string,
  { learners }: Grid,
  sets: readonly AtRiskRules[],
  now: Date,
): Promise<readonly (readonly ListedLearner[])[]> {
  const needed = sets.flatMap(({ sameClaim }) => (sameClaim.isOn ? sameClaim.submissions : []))
  const open = new Map<string, WorkUnit>(
    learners.flatMap(({ units, row }) =>
      unitsToDo(units, row.cells, now).map(({ unit }) => [unit.key, unit] as const),
    ),
  )
  const repeated =
    needed.length === 0
      ? []
      : await readRepeatedClaims(classId, [...open.values()], Math.min(...needed))
  return sets.map((rules) => listAtRisk(learners, repeated, rules, now))
}
