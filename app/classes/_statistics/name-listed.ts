/** Gives listed learners their names, real or not, and sorts by these. */
import type { ListedLearner } from '../../_classes/at-risk/list.ts'
import type { Grid } from '../../_server/classes/grid.ts'
import type { ShownNames } from '../../_server/classes/shown-names.ts'

export interface NamedListed extends ListedLearner {
  readonly name: string
  readonly sectionId: string | undefined
}

/** By name, numbers as numbers. */
export function nameListed(
  { learners }: Grid,
  listed: readonly ListedLearner[],
  nameOf: ShownNames['nameOf'],
): readonly NamedListed[] {
  const byId = new Map(learners.map((learner) => [learner.userId, learner]))
  const by = new Intl.Collator('en', { numeric: true })
  return listed
    .map((one) => {
      const { userId } = one
      const learner = byId.get(userId)
      const name = nameOf({ userId, name: learner?.name ?? userId })
      return { ...one, name, sectionId: learner?.sectionId }
    })
    .toSorted((a, b) => by.compare(a.name, b.name))
}
