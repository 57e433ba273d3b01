'use client'
/** The run that lies on the bench, as the pane shows it. */
import { useMemo } from 'react'
import type { CheckSummary, ClaimSummary, SeedOutcome, Trace } from '#core'
import type { Highlights } from '../../../_viz/space-time/diagram.tsx'
import { brokenAt } from '../broken-at.ts'
import { outcomeText } from './comparison-facts.ts'
import type { PaneRun } from './run-pane.tsx'
import { type Bench, forkOnBench, highlightsOf } from './use-bench.ts'

interface OnBench {
  readonly key: string
  readonly badge: string
  readonly seed: number
  readonly trace: Trace
  readonly outcome: SeedOutcome | undefined
}

const NO_CLAIMS: readonly ClaimSummary[] = []

/** Undefined while there is nothing on it yet. */
export function useRunOnBench(bench: Bench, check: CheckSummary | undefined): PaneRun | undefined {
  const on = onBench(bench)
  const claims = check?.claims ?? NO_CLAIMS
  const highlights = useHighlights(on?.trace, on?.outcome, claims)
  if (on === undefined || highlights === undefined) return undefined
  const { seed, outcome } = on
  return {
    key: on.key,
    title: check?.title ?? 'A run',
    seed,
    badge: on.badge,
    trace: on.trace,
    highlights,
    violationText:
      outcome === undefined || brokenAt(outcome) === undefined
        ? undefined
        : outcomeText({ outcome, seed }, claims),
    cursor: Math.min(bench.cursor, on.trace.events.length - 1),
    onCursor: bench.setCursor,
  }
}

/** It reads the whole trace, which only changes when another run is shown. */
function useHighlights(
  trace: Trace | undefined,
  outcome: SeedOutcome | undefined,
  claims: readonly ClaimSummary[],
): Highlights | undefined {
  return useMemo(
    () => (trace === undefined ? undefined : highlightsOf(trace, outcome, claims)),
    [trace, outcome, claims],
  )
}

function onBench(bench: Bench): OnBench | undefined {
  if (bench.mode === 'by-hand') {
    const { run } = bench.byHand
    if (run === undefined || run.trace.events.length === 0) return undefined
    const { trace, start, state } = run
    const key = `by hand ${start.checkId} ${start.seed}`
    return { key, badge: 'by hand', seed: start.seed, trace, outcome: state.outcome }
  }
  const fork = forkOnBench(bench)
  if (fork === undefined || fork.trace.events.length === 0) return undefined
  const { trace, run, name } = fork
  const { seed, outcome } = run.result
  const key = `what if ${bench.whatIf.tree?.checkId ?? ''} ${seed}`
  return { key, badge: `what if: ${name}`, seed, trace, outcome }
}
