/** The steps of an assignment, of which one is looked at. */
import Link from 'next/link'
import type { WorkUnit } from '../../_classes/progress/work-unit.ts'

interface StepLinksProps {
  readonly units: readonly WorkUnit[]
  readonly chosen: WorkUnit
  readonly path: string
  /** Id of the part of the page that is about the step. */
  readonly anchor: string
}

export function StepLinks({ units, chosen, path, anchor }: StepLinksProps) {
  if (units.length < 2) return null
  return (
    <nav aria-label="Steps" className="mb-5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {units.map(({ key, stepId, title }) => (
        <Link
          key={key}
          href={`${path}?step=${encodeURIComponent(stepId)}#${anchor}`}
          aria-current={stepId === chosen.stepId ? 'true' : undefined}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-4 aria-[current=true]:font-semibold aria-[current=true]:text-text"
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
