/**
 * A design to make before it is compared: the task, hints one by one, a rubric. All of it is there
 * without JavaScript, folded; on paper it is unfolded. In a text:
 *
 *     <Exercise task="…">
 *       <Hint>…</Hint>
 *       <Rubric>
 *       - one line for each point
 *       </Rubric>
 *     </Exercise>
 */
import type { ReactNode } from 'react'

interface ExerciseProps {
  /** What to design, in one sentence or two. */
  readonly task: string
  readonly children: ReactNode
}

export function Exercise({ task, children }: ExerciseProps) {
  return (
    <section
      aria-label={`Exercise: ${task}`}
      className="my-8 grid gap-3 rounded-lg border border-line p-5 sm:p-6"
    >
      <p className="m-0 font-semibold text-accent text-sm">Exercise</p>
      <p className="m-0 font-medium">{task}</p>
      <p className="m-0 text-muted text-sm">
        Write your answer down first, then unfold what you need.
      </p>
      {children}
    </section>
  )
}

export function Hint({ children }: { readonly children: ReactNode }) {
  return <Folded name="A hint">{children}</Folded>
}

export function Rubric({ children }: { readonly children: ReactNode }) {
  return (
    <Folded name="Compare with the rubric">
      <p className="mt-3 mb-0 text-muted text-sm">One point for each line that you had.</p>
      {children}
    </Folded>
  )
}

function Folded({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <details className="border-line-strong border-l-2 pl-4">
      <summary className="min-h-8 content-center font-medium text-sm">{name}</summary>
      <div className="[&>:last-child]:mb-0">{children}</div>
    </details>
  )
}
