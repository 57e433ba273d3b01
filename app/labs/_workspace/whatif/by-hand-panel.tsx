'use client'
/** A run by hand beside its diagram: what may happen next, what broke, and the ways out of it. */
import { Undo2 } from 'lucide-react'
import { type ClaimSummary, formatSeconds } from '#core'
import { ChoiceList } from '../../../_run/by-hand/choice-list.tsx'
import { Button } from '../../../_ui/button.tsx'
import { brokenAt } from '../broken-at.ts'
import { outcomeText } from './comparison-facts.ts'
import type { HandRunShown } from './hand-desk.ts'
import { Problems } from './script-editor.tsx'
import type { Bench } from './use-bench.ts'

interface ByHandPanelProps {
  readonly bench: Bench
  readonly claims: readonly ClaimSummary[]
}

export function ByHandPanel({ bench, claims }: ByHandPanelProps) {
  const { run, isBusy, message, problems } = bench.byHand
  if (run === undefined) {
    return (
      <div className="space-y-3 text-sm">
        <p role="status">{message ?? (isBusy ? 'Making the run ready…' : '')}</p>
        <Problems id="by-hand-problems" problems={problems} />
        <Button look="secondary" size="small" onClick={bench.close}>
          Close
        </Button>
      </div>
    )
  }
  const { trace, state } = run
  const now = trace.events.at(-1)?.at ?? 0
  return (
    <div className="flex min-h-0 grow flex-col gap-2 text-sm">
      <p className="text-muted text-xs tabular-nums">
        {formatSeconds(now)}, {trace.events.length} events, {state.stepCount} picked
      </p>
      <Standing {...{ bench, run, claims }} />
      {state.hasEnded ? null : (
        <ChoiceList
          choices={state.choices}
          places={[...trace.header.nodes, ...trace.header.clients]}
          now={now}
          isBusy={isBusy}
          onPick={({ name }) => bench.take({ kind: 'next', choice: name })}
          onUndo={bench.undo}
        />
      )}
      <Ways {...{ bench, run }} />
    </div>
  )
}

/** What broke, or that nothing has. */
function Standing({
  bench: { byHand, cursor, setCursor },
  run: { start, state },
  claims,
}: ByHandPanelProps & { readonly run: HandRunShown }) {
  const { outcome, hasEnded } = state
  const broken = brokenAt(outcome)
  const text = outcome && outcomeText({ seed: start.seed, outcome }, claims)
  return (
    <>
      <p role="status" className="[overflow-wrap:anywhere]">
        {byHand.message ?? statusOf(hasEnded, text)}{' '}
        {broken === undefined || cursor === broken ? null : (
          <button
            type="button"
            onClick={() => setCursor(broken)}
            className="min-h-6 text-accent underline underline-offset-2"
          >
            Show where
          </button>
        )}
      </p>
      {broken === undefined ? null : (
        <p className="text-muted text-xs">
          You may go on. A claim about time can break because you made messages wait.
        </p>
      )}
    </>
  )
}

function statusOf(hasEnded: boolean, outcome: string | undefined): string {
  if (outcome === undefined) return 'Pick what happens next. Nothing is broken so far.'
  return hasEnded ? `The run has ended. ${outcome}` : outcome
}

/** Back, to the end, and out. */
function Ways({ bench, run }: { readonly bench: Bench; readonly run: HandRunShown }) {
  const { isBusy } = bench.byHand
  const { start, state, trace } = run
  const { checkId, seed, source } = start
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        look="secondary"
        size="small"
        disabled={isBusy || state.stepCount === 0}
        onClick={bench.undo}
        title="Take the last pick back (Backspace in the list)"
      >
        <Undo2 aria-hidden="true" className="size-3.5" />
        Take back
      </Button>
      {state.hasEnded ? null : (
        <Button
          look="secondary"
          size="small"
          disabled={isBusy}
          onClick={() => bench.take({ kind: 'run-on' })}
        >
          Let it run on
        </Button>
      )}
      <Button
        look="secondary"
        size="small"
        disabled={isBusy}
        onClick={() =>
          bench.beginWhatIf(
            { checkId, seed, source, script: state.script },
            { cursor: trace.events.length - 1 },
          )
        }
      >
        Open as a script
      </Button>
      <Button look="quiet" size="small" onClick={bench.close}>
        Close
      </Button>
    </div>
  )
}
