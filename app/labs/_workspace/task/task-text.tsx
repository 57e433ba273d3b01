/** What the step asks for, and its hints. */
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
  /** The instructions. */
  readonly children: ReactNode
}

export function TaskText(props: TaskTextProps) {
  const { labTitle, step, title, goal, minutes, hints, hintsWithheld, children } = props
  return (
    <div className="mx-auto w-full max-w-[72ch] px-5 py-6">
      <p className="text-muted text-sm">
        {labTitle} · about {minutes} minutes
      </p>
      <p className="mt-1 font-semibold text-2xl tracking-tight">{title}</p>
      <p className="mt-2 text-muted">{goal}</p>
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
