/** The learners whom rules name, for one or more sets of rules at once. */
import 'server-only'
import { type ListedLearner, listAtRisk } from '../../../_classes/at-risk/list.ts'
import type { AtRiskRules } from '../../../_classes/at-risk/rules.ts'
import { troubledSteps } from '../../../_classes/at-risk/troubled-steps.ts'
import type { Grid } from '../grid.ts'
import { readRepeatedClaims } from './repeated-claims.ts'

/** A list for each set of rules; each in the order of the grid’s learners. */
export async function readAtRisk(
  { learners }: Grid,
  sets: readonly AtRiskRules[],
  now: Date,
): Promise<readonly (readonly ListedLearner[])[]> {
  const needed = sets.flatMap(({ sameClaim }) => (sameClaim.isOn ? sameClaim.submissions : []))
  const atLeast = Math.min(...needed)
  const troubled = learners.flatMap((learner) => troubledSteps(learner, atLeast, now))
  const repeated = await readRepeatedClaims(troubled, atLeast)
  return sets.map((rules) => listAtRisk(learners, repeated, rules, now))
}
