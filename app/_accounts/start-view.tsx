/** Begins to see the site as a learner does: a reason first, for the learner reads it. */
import { ClassForm } from '../classes/_forms/class-form.tsx'

interface StartViewProps {
  /** The route that begins it. */
  readonly path: string
  /** What is seen: the class, or the site. */
  readonly place: string
}

export function StartView({ path, place }: StartViewProps) {
  return (
    <details className="max-w-prose">
      <summary className="cursor-pointer font-medium">See {place} as this learner does</summary>
      <p className="my-3 text-muted text-sm leading-relaxed">
        For half an hour you see {place} as they do, and can change nothing. The learner reads in
        their settings that you did, when, and why. It is written down for others, too.
      </p>
      <ClassForm
        method="POST"
        path={path}
        fields={[
          {
            name: 'reason',
            label: 'Why',
            kind: 'text',
            hint: 'For the learner, such as: you asked me why week 3 is closed.',
          },
        ]}
        button="Begin"
        look="secondary"
        done="The view begins."
      />
    </details>
  )
}
