'use client'
/** Which work: steps of a lab, a lesson or a quiz. */
import type { WorkKind } from '../../_classes/progress/work-unit.ts'
import type { Catalogue } from '../../_server/classes/work-catalogue.ts'
import { type Choice, SelectField } from '../../_ui/select-field.tsx'

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
  { id: 'quiz', title: 'a quiz' },
] as const

const NAMES: Readonly<Record<WorkKind, string>> = { step: 'Lab', lesson: 'Lesson', quiz: 'Quiz' }

export function WorkFields({ catalogue, work, onChange }: WorkFieldsProps) {
  const { labs } = catalogue
  const targets: Readonly<Record<WorkKind, readonly Choice[]>> = {
    step: labs,
    lesson: catalogue.lessons.map(({ slug, title }) => ({ id: slug, title })),
    quiz: catalogue.quizzes,
  }
  const choose = (chosen: string) => {
    const kind = KINDS.find(({ id }) => id === chosen)?.id ?? 'step'
    onChange({ kind, target: targets[kind][0]?.id ?? '', stepIds: [] })
  }
  const lab = labs.find(({ id }) => id === work.target)
  return (
    <>
      <SelectField label="Kind" value={work.kind} choices={KINDS} onChange={choose} />
      <SelectField
        label={NAMES[work.kind]}
        value={work.target}
        choices={targets[work.kind]}
        onChange={(target) => onChange({ ...work, target, stepIds: [] })}
      />
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
