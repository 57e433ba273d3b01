/**
 * How far one check is: which runs to order, what came of them, and what is kept of the run
 * that decides it.
 *
 * The first seed runs twice, because equal runs must have equal traces; then the others,
 * until one does not pass. Runs are ordered ahead of results, so that a worker need not
 * wait; a run that turns out not to be needed is not looked at. What is ordered depends on
 * the results alone, never on the time at which they come.
 */
import {
  type CheckResult,
  CheckTally,
  type EventId,
  type EventLine,
  encodeCompact,
  firstDifference,
  present,
  type SeedResult,
  type SeedRun,
  type Trace,
} from '#core'
import type { PlannedCheck } from './planned-check.ts'
import { type LiveReplay, type RecordedRun, replay } from './replay.ts'
import type { RunTape } from './run-tape.ts'

/** What is kept of a run that did not pass. */
export interface FailedRun {
  /** The compact form of its trace. */
  readonly trace: Uint8Array
  /** Places in the compiled text; hints, since they come out of the sandbox. */
  readonly lines: readonly EventLine[]
}

/** A run that is over, with the replies that it took. */
interface DoneRun {
  readonly result: SeedResult
  readonly recorded: RecordedRun
}

export class CheckProgress {
  readonly planned: PlannedCheck
  readonly #tally: CheckTally
  #failed: FailedRun | undefined
  #ordered = 0
  #done = 0
  /** The first run of the first seed, until its twin is there. */
  #first: DoneRun | undefined
  #isDecided: boolean

  constructor(planned: PlannedCheck) {
    this.planned = planned
    const { check, seeds } = planned
    this.#tally = new CheckTally({ id: check.id, seedCount: seeds.length })
    this.#isDecided = seeds.length === 0
  }

  get isDecided(): boolean {
    return this.#isDecided
  }

  /** The seed to run next; undefined when nothing more is to be ordered for now. */
  order(): number | undefined {
    if (this.#isDecided) return undefined
    // While the first run has failed and its twin is open, nothing else is needed.
    if (this.#ordered >= 2 && this.#first !== undefined && !isPass(this.#first)) return undefined
    const seed = this.planned.seeds[Math.max(0, this.#ordered - 1)]
    if (seed !== undefined) this.#ordered++
    return seed
  }

  /** The runs that were ordered and have not come will not come: they are to be ordered again. */
  reorder(): void {
    this.#ordered = this.#done
  }

  /**
   * Takes in the run that was ordered first among those that have not come.
   * @throws TapeMismatchError when its tape is too short or too long
   */
  add(seed: number, live: LiveReplay): void {
    const { result } = live.finish()
    const recorded = { check: this.planned.check, seed, replies: live.replies() }
    this.#done++
    const run = { result, recorded }
    if (this.#done === 1) {
      this.#first = run
      return
    }
    const first = this.#first
    this.#first = undefined
    if (first === undefined) return this.#count(run)
    const differsAt = firstDifferenceOf(first.recorded, recorded)
    if (differsAt === undefined) return this.#count(first)
    this.#fail(first.recorded, (result) => ({
      ...result,
      outcome: { kind: 'not-deterministic', event: differsAt },
    }))
  }

  /**
   * Takes in the failing run once more, with what it says of lines.
   * @throws TapeMismatchError when its tape is too short or too long
   */
  learnLines(tape: RunTape): void {
    const lines = tape.eventLines(this.result().failure?.traceHash)
    if (this.#failed !== undefined) this.#failed = { ...this.#failed, lines }
  }

  /** What is kept of the run that decided the check, if it did not pass. */
  get failed(): FailedRun | undefined {
    return this.#failed
  }

  result(): CheckResult {
    return this.#tally.result()
  }

  #count({ result, recorded }: DoneRun): void {
    if (result.outcome.kind !== 'pass') return this.#fail(recorded, (same) => same)
    this.#tally.add(result)
    this.#isDecided = this.#done > this.planned.seeds.length
  }

  /** Only a run that is kept needs its hash, and its trace. */
  #fail(recorded: RecordedRun, change: (result: SeedResult) => SeedResult): void {
    const { result, trace } = replayWhole(recorded)
    this.#tally.add(change(result))
    this.#failed = { trace: encodeCompact(trace), lines: [] }
    this.#isDecided = true
  }
}

function isPass({ result }: DoneRun): boolean {
  return result.outcome.kind === 'pass'
}

/**
 * The first event that two runs of one seed do not share. Equal replies make equal runs; the
 * traces are compared only where replies differ.
 */
function firstDifferenceOf(first: RecordedRun, twin: RecordedRun): EventId | undefined {
  const isSame =
    first.replies.length === twin.replies.length &&
    first.replies.every((reply, index) => reply === twin.replies[index])
  if (isSame) return undefined
  const [left, right] = [replayWhole(first), replayWhole(twin)]
  if (left.result.traceHash === right.result.traceHash) return undefined
  return firstDifference(left.trace, right.trace) ?? 0
}

function replayWhole(recorded: RecordedRun): SeedRun & { readonly trace: Trace } {
  const { result, trace } = replay(recorded, { keepTrace: true })
  return { result, trace: present(trace, 'it was kept') }
}
