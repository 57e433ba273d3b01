/** What was understood of a text: how much, in which format, and what was left out. */
import type { ReadHistory } from '#core'
import { counted } from '../../_ui/count-text.ts'

export function ReadingSummary({ read }: { readonly read: ReadHistory }) {
  return (
    <div className="text-sm">
      <p>
        <span className="font-medium">{sizeOfHistory(read)}</span>{' '}
        <span className="text-muted">{read.reason}</span>
      </p>
      {read.notes.map((note) => (
        <p key={note} className="mt-1 text-muted">
          {note}
        </p>
      ))}
    </div>
  )
}

/** One sentence: operations, processes, objects. */
export function sizeOfHistory({ history: { operations } }: ReadHistory): string {
  const processes = new Set(operations.map(({ process }) => process)).size
  const keys = new Set(operations.map(({ key }) => key)).size
  const objects = keys > 1 ? ` on ${counted(keys, 'key')}` : ''
  return `${counted(operations.length, 'operation')} by ${counted(processes, 'process', 'processes')}${objects}.`
}
