/** The search for the smallest run that fails the same: the button, its counter, its result. */

import type { RunSize, ShrunkRun } from '../../../_run/messages.ts'
import { Button } from '../../../_ui/button.tsx'
import { counted } from '../../../_ui/count-text.ts'
import type { Busy } from './forks.ts'
import { changeOf } from './script-edit.ts'

interface ShrinkLineProps {
  readonly busy: Busy | undefined
  /** The run that is shown fails, so that there is something to look for. */
  readonly canShrink: boolean
  /** The result, when the run that is shown is one. */
  readonly shrunk: ShrunkRun | undefined
  readonly onShrink: () => void
  readonly onStop: () => void
}

export function ShrinkLine({ busy, canShrink, shrunk, onShrink, onStop }: ShrinkLineProps) {
  if (busy?.kind === 'shrinking') {
    const { step } = busy
    return (
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <p className="tabular-nums">
          {step === undefined
            ? 'Looking for a smaller run…'
            : `${sizesText(step.before, step.size)} · ${counted(step.runs, 'run')} tried…`}
        </p>
        <Button look="secondary" size="small" onClick={onStop}>
          Stop
        </Button>
      </div>
    )
  }
  if (shrunk !== undefined) return <Result run={shrunk} />
  if (!canShrink) return null
  return (
    <Button look="secondary" size="small" disabled={busy !== undefined} onClick={onShrink}>
      Make it smaller
    </Button>
  )
}

function Result({
  run: { before, after, isMinimal, script, wholeScript },
}: {
  readonly run: ShrunkRun
}) {
  const { removed } = changeOf(wholeScript, script)
  return (
    <div className="space-y-1 text-sm">
      <p className="tabular-nums">
        {sizesText(before, after)}.{' '}
        {isMinimal
          ? 'Nothing more can be taken from it.'
          : 'The search was given up here: there may be a smaller one.'}
      </p>
      <RemovedLines removed={removed} />
    </div>
  )
}

/** The lines that were not needed, behind a disclosure. */
export function RemovedLines({ removed }: { readonly removed: readonly string[] }) {
  if (removed.length === 0) return null
  return (
    <details>
      <summary className="min-h-6 cursor-pointer text-muted">
        Taken away: {counted(removed.length, 'line')} of the script
      </summary>
      <pre className="mt-1 overflow-x-auto rounded bg-surface px-2 py-1 font-mono text-xs">
        {removed.join('\n')}
      </pre>
    </details>
  )
}

/** `412 → 57 events, 2 faults, 1 request` */
export function sizesText(before: RunSize, { events, faults, operations }: RunSize): string {
  const parts = [`${before.events} → ${counted(events, 'event')}`, counted(faults, 'fault')]
  if (operations > 0) parts.push(counted(operations, 'request'))
  return parts.join(', ')
}
