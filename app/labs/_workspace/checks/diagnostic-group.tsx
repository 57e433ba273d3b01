/** What the compiler says, each line leading to its place in the code. */
import { CircleX, TriangleAlert } from 'lucide-react'
import { cn } from '../../../_ui/class-names.ts'
import type { DiagnosticGroup as Group } from './diagnostics.ts'
import { TextButton } from './text-button.tsx'

interface DiagnosticGroupProps {
  readonly group: Group | undefined
  readonly onGoTo: (line: number, column: number) => void
}

const SHOWN_MAX = 8

export function DiagnosticGroup({ group, onGoTo }: DiagnosticGroupProps) {
  if (group === undefined) return null
  const { tone, title, problems } = group
  const Icon = tone === 'fail' ? CircleX : TriangleAlert
  return (
    <section className="flex items-start gap-2.5 border-line border-b px-4 py-2.5 text-sm">
      <Icon
        aria-hidden="true"
        className={cn(
          'mt-0.5 size-[18px] shrink-0',
          tone === 'fail' ? 'text-violation' : 'text-fault',
        )}
      />
      <div className="min-w-0">
        <h3 className="font-medium">{title}</h3>
        <ul className="mt-1 space-y-1">
          {problems.slice(0, SHOWN_MAX).map(({ line, column, message }) => (
            <li key={`${line}:${column} ${message}`} className="[overflow-wrap:anywhere]">
              <TextButton onPress={() => onGoTo(line, column)}>line {line}</TextButton>: {message}
            </li>
          ))}
        </ul>
        {problems.length > SHOWN_MAX ? (
          <p className="mt-1 text-muted">and {problems.length - SHOWN_MAX} more</p>
        ) : null}
      </div>
    </section>
  )
}
