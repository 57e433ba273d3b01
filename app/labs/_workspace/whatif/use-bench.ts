'use client'
/**
 * The bench on which one run is tried out: its forks, or the same run by hand. It knows nothing
 * of the page's other runs, so that a shared run can lie on it as well.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import {
  type ClaimSummary,
  compareRuns,
  counterpart,
  type EventId,
  type HandStep,
  type SeedOutcome,
  type Trace,
  tellStory,
} from '#core'
import type { Highlights } from '../../../_viz/space-time/diagram.tsx'
import { brokenAt } from '../broken-at.ts'
import { Forks, type ForksState } from './forks.ts'
import { HandDesk, type HandDeskState } from './hand-desk.ts'
import type { RunStart } from './run-start.ts'
import { type ForkedRun, type RunTree, runOf, shownRun } from './run-tree.ts'
import { type BenchContext, useSeedRunner } from './use-seed-runner.ts'

export interface Bench {
  readonly mode: 'closed' | 'what-if' | 'by-hand'
  readonly whatIf: ForksState
  readonly byHand: HandDeskState
  readonly cursor: EventId
  readonly setCursor: (event: EventId) => void
  /** Puts a run on the bench, with the cursor at an event. */
  readonly beginWhatIf: (start: RunStart, at: BeginAt) => void
  /** Runs it by itself as far as its script says, and by hand from there. */
  readonly beginByHand: (start: RunStart) => void
  readonly fork: (script: string, source: string) => void
  readonly shrink: () => void
  readonly stop: () => void
  /** Shows another of the runs, at the event that stands for the present one there. */
  readonly show: (name: string) => void
  readonly take: (step: HandStep) => void
  readonly undo: () => void
  readonly close: () => void
}

export interface BeginAt {
  readonly cursor: EventId
  /** Changes the script at once, given the one of the run. */
  readonly change?: (script: string) => string
}

export function useBench(context: BenchContext): Bench {
  const runner = useSeedRunner(context)
  const [{ forks, desk }] = useState(() => ({
    forks: new Forks(runner),
    desk: new HandDesk(runner),
  }))
  const [mode, setMode] = useState<Bench['mode']>('closed')
  const [cursor, setCursor] = useState<EventId>(0)
  const whatIf = useSyncExternalStore(forks.subscribe, forks.read, forks.read)
  const byHand = useSyncExternalStore(desk.subscribe, desk.read, desk.read)
  // The frame of a run by hand must not outlive the page that opened it.
  useEffect(() => () => desk.close(), [desk])
  const standWherePart = (tree: RunTree) => setCursor(partingOf(tree))
  return {
    mode,
    whatIf,
    byHand,
    cursor,
    setCursor,
    beginWhatIf: (start, { cursor: at, change }) => {
      desk.close()
      setMode('what-if')
      forks.begin(start, (tree) => {
        const { trace, script, source } = shownRun(tree)
        setCursor(within(trace, at))
        if (change !== undefined) forks.fork(change(script), source, standWherePart)
      })
    },
    beginByHand: (start) => {
      setMode('by-hand')
      desk.begin(start, ({ events }) => setCursor(Math.max(0, events.length - 1)))
    },
    fork: (script, source) => forks.fork(script, source, standWherePart),
    shrink: () =>
      forks.shrink((tree) => setCursor(brokenAt(shownRun(tree).run.result.outcome) ?? 0)),
    stop: () => forks.stop(),
    show: (name) => {
      const { tree } = forks.state
      if (tree === undefined) return
      const [ours, theirs] = [shownRun(tree).trace, runOf(tree, name).trace]
      const comparison = compareRuns(ours, theirs)
      setCursor(counterpart(cursor, 'ours', { ours, theirs, comparison }))
      forks.show(name)
    },
    take: (step) => desk.take(step),
    undo: () => desk.undo(),
    close: () => {
      desk.close()
      forks.close()
      setMode('closed')
    },
  }
}

function within({ events }: Trace, event: EventId): EventId {
  return Math.min(Math.max(0, event), Math.max(0, events.length - 1))
}

/** The first event of the shown run that its parent has not. */
function partingOf(tree: RunTree): EventId {
  const { trace, parent } = shownRun(tree)
  if (parent === undefined) return 0
  return within(trace, compareRuns(runOf(tree, parent).trace, trace).shared)
}

/** What of a run the diagram points at. */
export function highlightsOf(
  trace: Trace,
  outcome: SeedOutcome | undefined,
  claims: readonly ClaimSummary[],
): Highlights {
  const violation = brokenAt(outcome)
  if (outcome === undefined || outcome.kind === 'pass' || outcome.kind === 'unknown') {
    return { violation: undefined, related: [] }
  }
  const claim =
    outcome.kind === 'claim-broken' ? claims.find(({ id }) => id === outcome.claimId) : undefined
  const { steps } = tellStory({ trace, outcome, claim })
  const related = steps.map(({ event }) => event).filter((event) => event !== violation)
  return { violation, related }
}

/** As far as the cursor, and before the end: a run that has ended offers nothing to pick. */
export function byHandFrom(cursor: EventId, { events }: Trace): EventId {
  return Math.max(0, Math.min(cursor, events.length - 2))
}

/** The fork that the bench shows. */
export function forkOnBench({ mode, whatIf }: Bench): ForkedRun | undefined {
  return mode === 'what-if' && whatIf.tree !== undefined ? shownRun(whatIf.tree) : undefined
}
