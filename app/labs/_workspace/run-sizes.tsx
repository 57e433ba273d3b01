/** Says which of a check's failing runs is shown, the smallest or the whole, and changes it. */

import type { RunSize } from '../../_run/messages.ts'
import { counted } from '../../_ui/count-text.ts'
import type { Shrinking } from './check-rows.ts'

interface RunSizesProps {
  readonly shrinking: Shrinking
  readonly onToggle: () => void
}

export function RunSizes({ shrinking, onToggle }: RunSizesProps) {
  if (shrinking.kind === 'searching') {
    return (
      <p className="mt-3 text-muted text-sm tabular-nums">
        Looking for a smaller run that fails the same: {shrinking.runs} tried…
      </p>
    )
  }
  const { shows, run } = shrinking
  const { before, after, script, isMinimal } = run
  const isSmallest = shows === 'smallest'
  return (
    <div className="mt-3 space-y-1.5 text-sm">
      <p>
        {isSmallest ? 'Made small: ' : 'The whole run: '}
        <span className="tabular-nums">{sizeText(isSmallest ? after : before)}</span>.{' '}
        {isSmallest && isMinimal ? 'Nothing more can be taken from it. ' : null}
        <button
          type="button"
          onClick={onToggle}
          className="min-h-6 text-left text-accent underline underline-offset-2 hover:text-accent-strong"
        >
          {isSmallest
            ? `Show the whole run, ${sizeText(before)}`
            : `Show the small one, ${sizeText(after)}`}
        </button>
      </p>
      {!isSmallest ? null : script === '' ? (
        <p className="text-muted">It takes no fault at all: a calm network is enough.</p>
      ) : (
        <>
          <p className="text-muted">What it takes, times in milliseconds:</p>
          <pre className="overflow-x-auto rounded bg-surface px-2 py-1 font-mono text-xs">
            {script.trimEnd()}
          </pre>
        </>
      )}
    </div>
  )
}

function sizeText({ events, faults, operations }: RunSize): string {
  const parts = [counted(events, 'event'), counted(faults, 'fault')]
  if (operations > 0) parts.push(counted(operations, 'request'))
  return parts.join(', ')
}
