/** Says which of a check's failing runs is shown, the smallest or the whole, and changes it. */

import type { RunSize } from '../../../_run/messages.ts'
import { counted } from '../../../_ui/count-text.ts'
import type { Shrinking } from '../checks/check-rows.ts'
import { changeOf } from '../whatif/script-edit.ts'
import { RemovedLines, sizesText } from '../whatif/shrink-line.tsx'

interface RunSizesProps {
  readonly shrinking: Shrinking
  readonly onToggle: () => void
  /** Leaves the search; undefined when nobody here can. */
  readonly onStop?: (() => void) | undefined
}

export function RunSizes({ shrinking, onToggle, onStop }: RunSizesProps) {
  if (shrinking.kind === 'searching') return <Searching {...{ shrinking, onStop }} />
  const { shows, run } = shrinking
  const { before, after, script, isMinimal, wholeScript = script } = run
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
      {!isSmallest ? null : isOnlyCalm(script) ? (
        <p className="text-muted">It takes no fault at all: a calm network is enough.</p>
      ) : (
        <>
          <p className="text-muted">What it takes, times in milliseconds:</p>
          <pre className="overflow-x-auto rounded bg-surface px-2 py-1 font-mono text-xs">
            {script.trimEnd()}
          </pre>
        </>
      )}
      {isSmallest ? <RemovedLines removed={changeOf(wholeScript, script).removed} /> : null}
    </div>
  )
}

/** Nothing has to go wrong. */
function isOnlyCalm(script: string): boolean {
  return script.trim() === '' || script.trim() === 'calm network'
}

function Searching({
  shrinking: { runs, step },
  onStop,
}: {
  readonly shrinking: Shrinking & { readonly kind: 'searching' }
  readonly onStop: (() => void) | undefined
}) {
  return (
    <p className="mt-3 text-muted text-sm tabular-nums">
      Looking for a smaller run that fails the same
      {step === undefined ? '' : `: ${sizesText(step.before, step.size)}`}
      {runs === undefined ? '…' : `, ${runs} tried… `}
      {onStop === undefined ? null : (
        <button
          type="button"
          onClick={onStop}
          className="min-h-6 text-accent underline underline-offset-2 hover:text-accent-strong"
        >
          Leave it as it is
        </button>
      )}
    </p>
  )
}

function sizeText({ events, faults, operations }: RunSize): string {
  const parts = [counted(events, 'event'), counted(faults, 'fault')]
  if (operations > 0) parts.push(counted(operations, 'request'))
  return parts.join(', ')
}
