/** Compares two learners by choice: whoever seems to be missing from a group is looked at here. */
import { FilterChoice, FilterForm } from '../../admin/_parts/filter-form.tsx'

interface ChooseTwoProps {
  readonly here: string
  readonly stepId: string
  /** Those with a verdict. */
  readonly userIds: readonly string[]
  readonly left: string
  readonly right: string
  readonly nameOf: (userId: string) => string
}

export function ChooseTwo({ here, stepId, userIds, left, right, nameOf }: ChooseTwoProps) {
  const by = new Intl.Collator('en', { numeric: true })
  const learners = userIds
    .map((userId) => [userId, nameOf(userId)] as const)
    .toSorted((a, b) => by.compare(a[1], b[1]))
  const options = [['', 'nobody'] as const, ...learners]
  return (
    <FilterForm action={here}>
      <input type="hidden" name="step" value={stepId} />
      <FilterChoice name="left" label="One learner" value={left} options={options} />
      <FilterChoice name="right" label="Another" value={right} options={options} />
    </FilterForm>
  )
}
