/** Several steps, of which one is looked at; the address says which. */
import Link from 'next/link'

interface StepLinksProps {
  readonly steps: readonly { readonly id: string; readonly title: string }[]
  /** Id of the one that is looked at. */
  readonly chosen: string
  readonly path: string
  /** Id of the part of the page that is about the step; left out for its beginning. */
  readonly anchor?: string
  /** False where opening is more than reading, so that no browser looks ahead. */
  readonly prefetch?: false
}

export function StepLinks({ steps, chosen, path, anchor, ...ahead }: StepLinksProps) {
  const end = anchor === undefined ? '' : `#${anchor}`
  return (
    <nav aria-label="Steps" className="mb-5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {steps.map(({ id, title }) => (
        <Link
          key={id}
          {...ahead}
          href={`${path}?step=${encodeURIComponent(id)}${end}`}
          aria-current={id === chosen ? 'true' : undefined}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-4 aria-[current=true]:font-semibold aria-[current=true]:text-text"
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
