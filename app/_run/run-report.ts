/** What the page knows of a browser run, folded from what the run tells. */
import type {
  CheckResult,
  CheckSummary,
  EventLine,
  ScriptProblem,
  TraceEvent,
  TradeOff,
} from '#core'
import type { Problem } from './compilation.ts'
import type { ReplayedRun, ShrinkStep, ShrunkRun } from './messages.ts'

interface CheckDone {
  readonly result: CheckResult
  readonly trace: string
  /** The script that makes that run, when there is one. */
  readonly script?: string
  /** Where in the learner's text the events of a run that failed come from. */
  readonly lines?: readonly EventLine[]
  /** How far the search for a smaller one has come, while it is under way. */
  readonly shrinkStep?: ShrinkStep
  readonly shrunk?: ShrunkRun
}

/** How one check stands. */
export type CheckState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly seedsDone: number }
  | ({ readonly kind: 'done' } & CheckDone)
  | {
      readonly kind: 'never-returned'
      readonly seed: number
      /** The call of the handler that never returned, when it was found. */
      readonly last?: TraceEvent
      readonly trace: string
    }
  /** The run ended before its turn. */
  | { readonly kind: 'not-run' }

export type RunPhase =
  | { readonly kind: 'compiling' }
  | { readonly kind: 'does-not-compile'; readonly problems: readonly Problem[] }
  | { readonly kind: 'running' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'stopped' }
  /** Our fault: `why` is for a bug report. */
  | { readonly kind: 'broke-down'; readonly why: string }

export interface RunReport {
  readonly phase: RunPhase
  /** In the order of the step. */
  readonly checks: readonly { readonly check: CheckSummary; readonly state: CheckState }[]
  /** Type errors: shown, but they do not stop a run. */
  readonly warnings: readonly Problem[]
  /** What the step measures of this code; undefined until it has, and where it does not. */
  readonly measured?: TradeOff
  /** The text that was run, to notice when it was edited since. */
  readonly source: string
  /** Events simulated so far. */
  readonly events: number
  /** How fast, seen from the page; 0 before the first seed is done. */
  readonly eventsPerSecond: number
}

export type RunEvent =
  | { readonly kind: 'compiled'; readonly warnings: readonly Problem[] }
  | { readonly kind: 'does-not-compile'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'seed-done'
      readonly checkId: string
      readonly seed: number
      readonly events: number
      /** Since the worker was asked. */
      readonly elapsedMs: number
    }
  | ({ readonly kind: 'check-done' } & CheckDone)
  | { readonly kind: 'measured'; readonly tradeOff: TradeOff }
  | ({ readonly kind: 'shrinking' } & ShrinkStep)
  /** Its places are those of the learner's text. */
  | { readonly kind: 'shrunk'; readonly run: ShrunkRun }
  | {
      readonly kind: 'never-returned'
      readonly checkId: string
      readonly seed: number
      readonly last?: TraceEvent
      readonly trace: string
    }
  /** The search for smaller runs is over, or was left. */
  | { readonly kind: 'searched' }
  /** Answers about a single seed, which no report speaks of; places as for `shrunk`. */
  | { readonly kind: 'replayed'; readonly run: ReplayedRun }
  | { readonly kind: 'script-problems'; readonly problems: readonly ScriptProblem[] }
  | { readonly kind: 'finished' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'broke-down'; readonly why: string }

/** The report of a run that has just begun. */
export function newReport(checks: readonly CheckSummary[], source: string): RunReport {
  return {
    phase: { kind: 'compiling' },
    checks: checks.map((check) => ({ check, state: { kind: 'waiting' } })),
    warnings: [],
    source,
    events: 0,
    eventsPerSecond: 0,
  }
}

/** True while a run can still be stopped. */
export function isUnderWay({ phase }: RunReport): boolean {
  return phase.kind === 'compiling' || phase.kind === 'running'
}

/** Folds one more event into the report. */
export function advance(report: RunReport, event: RunEvent): RunReport {
  switch (event.kind) {
    case 'compiled':
      return { ...report, phase: { kind: 'running' }, warnings: event.warnings }
    case 'does-not-compile':
      return ended(report, event)
    case 'seed-done': {
      const next = withState(report, event.checkId, (state) => ({
        kind: 'running',
        seedsDone: state.kind === 'running' ? state.seedsDone + 1 : 1,
      }))
      const events = report.events + event.events
      const seconds = Math.max(1, event.elapsedMs) / 1_000
      return { ...next, events, eventsPerSecond: Math.round(events / seconds) }
    }
    case 'check-done': {
      const { kind: _kind, ...done } = event
      return withState(report, event.result.checkId, () => ({ kind: 'done', ...done }))
    }
    case 'measured':
      return { ...report, measured: event.tradeOff }
    case 'shrinking':
      return withState(report, event.checkId, (state) => {
        const { kind: _kind, ...shrinkStep } = event
        return { ...state, shrinkStep }
      })
    case 'shrunk':
      return withState(report, event.run.checkId, (state) => ({ ...state, shrunk: event.run }))
    case 'never-returned': {
      const { kind: _kind, checkId, ...rest } = event
      const found = withState(report, checkId, () => ({ kind: 'never-returned', ...rest }))
      return ended(found, { kind: 'finished' })
    }
    case 'searched':
      return { ...report, checks: report.checks.map(withoutSearch) }
    case 'replayed':
    case 'script-problems':
      return report
    case 'finished':
    case 'stopped':
    case 'broke-down':
      return ended(report, event)
  }
}

function withState(
  report: RunReport,
  checkId: string,
  next: (state: CheckState) => CheckState,
): RunReport {
  return {
    ...report,
    checks: report.checks.map((row) =>
      row.check.id === checkId ? { ...row, state: next(row.state) } : row,
    ),
  }
}

function withoutSearch({ check, state }: RunReport['checks'][number]): RunReport['checks'][number] {
  if (state.kind !== 'done') return { check, state }
  const { shrinkStep: _step, ...done } = state
  return { check, state: done }
}

/** Whatever has no result when the run ends will not get one. */
function ended(report: RunReport, phase: RunPhase): RunReport {
  return {
    ...report,
    phase,
    checks: report.checks.map(({ check, state }) => ({
      check,
      state: state.kind === 'waiting' || state.kind === 'running' ? { kind: 'not-run' } : state,
    })),
  }
}
