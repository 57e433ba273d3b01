/** What the step asks for, and its hints. */
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Hints } from './hints.tsx'

interface TaskTextProps {
  readonly labTitle: string
  /** Names the step, such as `raft/03-election`. */
  readonly step: string
  readonly title: string
  readonly goal: string
  readonly minutes: number
  readonly hints: readonly string[]
  /** Why there are none to see, when a class of the reader's does not show them. */
  readonly hintsWithheld: string | undefined
  /** Reviews of the reader's work at this step that their class published. */
  readonly reviews: readonly { readonly title: string; readonly href: string }[]
  /** The instructions. */
  readonly children: ReactNode
}

export function TaskText(props: TaskTextProps) {
  const { labTitle, step, title, goal, minutes, hints, hintsWithheld } = props
  const { reviews, children } = props
  return (
    <div className="mx-auto w-full max-w-[72ch] px-5 py-6">
      <p className="text-muted text-sm">
        {labTitle} · about {minutes} minutes
      </p>
      <p className="mt-1 font-semibold text-2xl tracking-tight">{title}</p>
      <p className="mt-2 text-muted">{goal}</p>
      {reviews.length === 0 ? null : (
        <ul aria-label="Reviews of your work" className="mt-4 rounded-md border border-line p-3">
          {reviews.map(({ title, href }) => (
            <li key={href} className="text-sm">
              Your class reviewed your work:{' '}
              <Link href={href} className="text-accent underline underline-offset-4">
                read the review of “{title}”
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="prose mt-6 max-w-none pointer-coarse:[&_button]:min-h-11 pointer-coarse:[&_summary]:min-h-11">
        {children}
      </div>
      {hintsWithheld === undefined ? (
        <Hints step={step} hints={hints} />
      ) : (
        <p className="mt-10 border-line border-t pt-5 text-muted text-sm">{hintsWithheld}</p>
      )}
    </div>
  )
}
