/** What the compiler says, with links to the lines. */
import type { Problem } from '../../_run/compilation.ts'

interface ProblemListProps {
  readonly title: string
  readonly tone: 'fail' | 'warning'
  readonly problems: readonly Problem[]
  readonly onGoTo: (line: number, column: number) => void
}

const SHOWN_MAX = 8

export function ProblemList({ title, tone, problems, onGoTo }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <div
      className={`mx-4 my-3 border-l-2 pl-3 text-sm ${tone === 'fail' ? 'border-violation' : 'border-fault'}`}
    >
      <p className="font-medium">{title}</p>
      <ul className="mt-1 space-y-1">
        {problems.slice(0, SHOWN_MAX).map(({ line, column, message }) => (
          <li key={`${line}:${column} ${message}`}>
            <button
              type="button"
              onClick={() => onGoTo(line, column)}
              className="min-h-6 text-accent tabular-nums underline underline-offset-2"
            >
              line {line}
            </button>
            : {message}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN_MAX ? (
        <p className="mt-1 text-muted">and {problems.length - SHOWN_MAX} more</p>
      ) : null}
    </div>
  )
}
