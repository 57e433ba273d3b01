/**
 * Follows a worker's tape frame by frame, replays each run as it ends, and keeps the
 * results. It expects exactly the runs that the job asks for; anything else is not a
 * tape of that job.
 */
import {
  type Check,
  type CheckResult,
  type EventId,
  encodeTrace,
  firstDifference,
  type Trace,
} from '#core'
import { type RecordedRun, replay, TapeMismatchError } from './replay.ts'
import type { Frame } from './sandbox/frames.ts'
import { CheckRuns } from './sandbox/job.ts'

/** A check and the seeds that it is tried with. */
export interface PlannedCheck {
  readonly check: Check
  readonly visible: boolean
  readonly seeds: readonly number[]
}

/** What came of one planned check. */
export interface JudgedCheck {
  readonly planned: PlannedCheck
  readonly result: CheckResult
  /** Text of the trace of the run that did not pass. */
  readonly trace?: string
}

interface Progress {
  readonly planned: PlannedCheck
  readonly runs: CheckRuns
  /** The first run of the first seed, to compare with its twin. */
  first: RecordedRun | undefined
  trace?: string
}

export class Referee {
  readonly #checks: readonly Progress[]
  readonly #onProgress: (seedsDone: number) => void
  #replies: string[] | undefined
  /** A run has no more handler calls than events. */
  #repliesMax = 0
  #isDone = false

  /** @param onProgress is told how many seeds are decided, after each run */
  constructor(plan: readonly PlannedCheck[], onProgress: (seedsDone: number) => void = () => {}) {
    this.#checks = plan.map((planned) => ({
      planned,
      runs: new CheckRuns(planned.check, planned.seeds),
      first: undefined,
    }))
    this.#onProgress = onProgress
  }

  /** True when the tape told all that was asked. */
  get isDone(): boolean {
    return this.#isDone
  }

  /** The run that has begun and not ended. */
  get openRun(): (RecordedRun & { readonly planned: PlannedCheck }) | undefined {
    const next = this.#next()
    if (next === undefined || this.#replies === undefined) return undefined
    const { planned } = next.progress
    return { planned, check: planned.check, seed: next.seed, replies: this.#replies }
  }

  /**
   * Takes in the next frame.
   * @throws TapeMismatchError when it does not belong here
   */
  take({ kind, text }: Frame): void {
    switch (kind) {
      case 'run-start':
        return this.#start(text)
      case 'reply':
        if (this.#replies === undefined) throw new TapeMismatchError('a reply outside a run')
        if (this.#replies.length >= this.#repliesMax) {
          throw new TapeMismatchError('more replies than a run can have')
        }
        this.#replies.push(text)
        return
      case 'run-end':
        return this.#end()
      case 'done':
        if (this.#replies !== undefined || this.#next() !== undefined) {
          throw new TapeMismatchError('the tape ends before the runs do')
        }
        this.#isDone = true
        return
      default:
        throw new TapeMismatchError(`a frame of kind ${kind} in the middle`)
    }
  }

  /** The results so far, in the order of the plan. */
  judged(): readonly JudgedCheck[] {
    return this.#checks.map(({ planned, runs, trace }) => ({
      planned,
      result: runs.result(),
      ...(trace === undefined ? {} : { trace }),
    }))
  }

  #next(): { readonly progress: Progress; readonly seed: number } | undefined {
    for (const progress of this.#checks) {
      const seed = progress.runs.next()
      if (seed !== undefined) return { progress, seed }
    }
    return undefined
  }

  #start(seedText: string): void {
    const next = this.#next()
    if (this.#replies !== undefined || next === undefined || seedText !== String(next.seed)) {
      throw new TapeMismatchError('a run that was not asked for')
    }
    this.#replies = []
    this.#repliesMax = next.progress.planned.check.scenario(next.seed).budgets.eventsMax
  }

  #end(): void {
    const next = this.#next()
    if (this.#replies === undefined || next === undefined) {
      throw new TapeMismatchError('the end of a run that did not begin')
    }
    const { progress, seed } = next
    const run = { check: progress.planned.check, seed, replies: this.#replies }
    this.#replies = undefined
    judge(progress, run)
    this.#onProgress(this.#seedsDone())
  }

  #seedsDone(): number {
    return this.#checks.reduce((sum, { runs, planned }) => {
      const isDecided = runs.next() === undefined
      return sum + (isDecided ? planned.seeds.length : runs.result().seedsRun)
    }, 0)
  }
}

/** Replays one run, counts its result, and keeps the trace when it decides the check. */
function judge(progress: Progress, run: RecordedRun): void {
  const { runs } = progress
  const { isFirst } = runs
  const first = runs.isTwin ? progress.first : undefined
  const { result } = replay(run)
  runs.add(result, () => differsAt(first ?? run, run))
  progress.first = isFirst ? run : undefined
  if (runs.result().failure !== undefined) progress.trace = encodeTrace(traceOf(first ?? run))
}

function traceOf(run: RecordedRun): Trace {
  const { trace } = replay(run, { keepTrace: true })
  if (trace === undefined) throw new Error('the trace was asked for')
  return trace
}

/** The first event that two runs of one seed do not share; their hashes differ. */
function differsAt(left: RecordedRun, right: RecordedRun): EventId {
  return firstDifference(traceOf(left), traceOf(right)) ?? 0
}
