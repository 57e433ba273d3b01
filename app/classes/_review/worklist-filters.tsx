/** Which reviews a list shows, and in which order; the address has it. */
import {
  REVIEW_NAMES,
  REVIEW_ORDERS,
  REVIEW_STATES,
  type ReviewOrder,
  type WorklistQuery,
} from '../../_classes/reviews/worklist.ts'
import { FilterChoice, FilterForm } from '../../admin/_parts/filter-form.tsx'
import { SectionChoice } from '../_parts/section-choice.tsx'

interface WorklistFiltersProps {
  readonly action: string
  readonly sections: readonly { readonly id: string; readonly name: string }[]
  readonly asked: WorklistQuery
}

const ORDER_NAMES: Readonly<Record<ReviewOrder, string>> = {
  name: 'by name',
  oldest: 'handed in longest ago first',
  newest: 'handed in last first',
}

export function WorklistFilters({ action, sections, asked }: WorklistFiltersProps) {
  const states = REVIEW_STATES.map((state) => [state, REVIEW_NAMES[state].name] as const)
  return (
    <FilterForm action={action}>
      <FilterChoice
        name="state"
        label="Which"
        value={asked.state}
        options={[['all', 'all'], ...states]}
      />
      <SectionChoice sections={sections} value={asked.section} />
      <FilterChoice
        name="order"
        label="Order"
        value={asked.order}
        options={REVIEW_ORDERS.map((order) => [order, ORDER_NAMES[order]])}
      />
    </FilterForm>
  )
}
