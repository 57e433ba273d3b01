/** The filter by section, which several pages of a class have. */
import { FilterChoice } from '../../admin/_parts/filter-form.tsx'

interface SectionChoiceProps {
  readonly sections: readonly { readonly id: string; readonly name: string }[]
  /** Id of a section; empty for all. */
  readonly value: string
}

export function SectionChoice({ sections, value }: SectionChoiceProps) {
  return (
    <FilterChoice
      name="section"
      label="Section"
      value={value}
      options={[['', 'all'], ...sections.map(({ id, name }) => [id, name] as const)]}
    />
  )
}
