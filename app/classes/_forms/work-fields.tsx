'use client'
/** Which work: steps of a lab, or a lesson. */
import type { WorkKind } from '../../_classes/progress/work-unit.ts'
import type { Catalogue } from '../../_server/classes/work-catalogue.ts'
import { SelectField } from '../../_ui/select-field.tsx'

export interface ChosenWork {
  readonly kind: WorkKind
  readonly target: string
  readonly stepIds: readonly string[]
}

interface WorkFieldsProps {
  readonly catalogue: Catalogue
  readonly work: ChosenWork
  readonly onChange: (work: ChosenWork) => void
}

const KINDS = [
  { id: 'step', title: 'steps of a lab' },
  { id: 'lesson', title: 'a lesson' },
] as const

export function WorkFields({ catalogue, work, onChange }: WorkFieldsProps) {
  const { labs, lessons } = catalogue
  const choose = (kind: string) =>
    kind === 'lesson'
      ? onChange({ kind, target: lessons[0]?.slug ?? '', stepIds: [] })
      : onChange({ kind: 'step', target: labs[0]?.id ?? '', stepIds: [] })
  const lab = labs.find(({ id }) => id === work.target)
  return (
    <>
      <SelectField label="Kind" value={work.kind} choices={KINDS} onChange={choose} />
      {work.kind === 'lesson' ? (
        <SelectField
          label="Lesson"
          value={work.target}
          choices={lessons.map(({ slug, title }) => ({ id: slug, title }))}
          onChange={(target) => onChange({ ...work, target })}
        />
      ) : (
        <SelectField
          label="Lab"
          value={work.target}
          choices={labs}
          onChange={(target) => onChange({ ...work, target, stepIds: [] })}
        />
      )}
      {work.kind === 'step' && lab !== undefined ? (
        <StepBoxes lab={lab} work={work} onChange={onChange} />
      ) : null}
    </>
  )
}

interface StepBoxesProps extends Omit<WorkFieldsProps, 'catalogue'> {
  readonly lab: Catalogue['labs'][number]
}

function StepBoxes({ lab, work, onChange }: StepBoxesProps) {
  const toggle = (id: string) => {
    const chosen = new Set(work.stepIds)
    if (!chosen.delete(id)) chosen.add(id)
    // In the order of the lab, whichever was ticked first.
    const stepIds = lab.steps.map((step) => step.id).filter((step) => chosen.has(step))
    onChange({ ...work, stepIds })
  }
  return (
    <fieldset>
      <legend className="font-medium text-sm">Steps</legend>
      <ul className="mt-1 grid gap-x-4 sm:grid-cols-2">
        {lab.steps.map(({ id, title }) => (
          <li key={id}>
            <label className="flex min-h-9 items-center gap-2.5 text-sm">
              <input
                type="checkbox"
                checked={work.stepIds.includes(id)}
                onChange={() => toggle(id)}
                className="size-5 shrink-0"
              />
              {title}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
