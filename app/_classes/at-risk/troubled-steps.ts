/** At which steps a learner may be breaking one claim again and again. */
import { unitsToDo } from '../progress/learner-row.ts'
import { factKey } from '../progress/work-unit.ts'
import type { LearnerToLookAt, RepeatedClaim } from './list.ts'

/** What a learner worked at last tells how they are; a list of all their troubles does not. */
const STEPS_MAX = 3

/**
 * Open steps with so many wrong submissions and none that passed: the few that were worked at last.
 * @param atLeast how many; infinite when nobody asks
 */
export function troubledSteps(
  { userId, units, facts, row }: LearnerToLookAt,
  atLeast: number,
  now: Date,
): readonly Pick<RepeatedClaim, 'userId' | 'labId' | 'stepId'>[] {
  const steps = unitsToDo(units, row.cells, now).flatMap(({ unit }) => {
    const fact = facts.get(factKey(unit.kind, unit.target, unit.stepId))
    if (unit.kind !== 'step' || fact === undefined || fact.failures < atLeast) return []
    const step = { userId, labId: unit.target, stepId: unit.stepId }
    return [{ step, lastMs: fact.lastAt?.getTime() ?? 0 }]
  })
  // Two assignments may ask for one step.
  const each = new Map(steps.map((one) => [`${one.step.labId} ${one.step.stepId}`, one]))
  return [...each.values()]
    .toSorted((a, b) => b.lastMs - a.lastMs)
    .slice(0, STEPS_MAX)
    .map(({ step }) => step)
}
