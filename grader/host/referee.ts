/**
 * Conducts a worker: orders its runs, follows its tape frame by frame, replays each run as
 * it comes, and keeps the results. It expects exactly the runs that it ordered; anything
 * else is not a tape of this job.
 */
import type { CheckResult, Scenario } from '#core'
import { CheckProgress, type FailedRun } from './check-progress.ts'
import type { PlannedCheck } from './planned-check.ts'
import { type LiveReplay, type RecordedRun, TapeMismatchError } from './replay.ts'
import { RunTape } from './run-tape.ts'
import type { Frame } from './sandbox/frames.ts'
import type { CheckpointAnswer } from './sandbox/orders.ts'
import type { Orders, TapeListener } from './sandbox/sandbox-process.ts'

/** What came of one planned check. */
export interface JudgedCheck {
  readonly planned: PlannedCheck
  readonly result: CheckResult
  /** The run that did not pass. */
  readonly failed?: FailedRun
}

/** A run that was ordered and has not ended. */
interface Ordered {
  readonly progress: CheckProgress
  readonly scenario: Scenario
  readonly seed: number
  /** `lines`: a run that failed once more, to learn which lines of the code did what. */
  readonly purpose: 'judge' | 'lines'
}

/** The run that the worker is at. */
interface Open extends Ordered {
  readonly tape: RunTape
}

/** One run ahead, so that the worker need not wait for the replay. */
const ORDERED_MAX = 2

export interface RefereeOptions {
  /** Is told how many seeds are decided, after each run. */
  readonly onProgress?: (seedsDone: number) => void
  /** Also learn the lines behind the runs that fail. */
  readonly wantsLines?: boolean
}

export class Referee implements TapeListener {
  readonly #checks: readonly CheckProgress[]
  readonly #onProgress: (seedsDone: number) => void
  /** Checks whose lines are still to be asked for; undefined before it comes to that. */
  #lineless: CheckProgress[] | undefined
  readonly #wantsLines: boolean
  #orders: Orders | undefined
  #waiting: Ordered[] = []
  #open: Open | undefined
  #isClosed = false

  constructor(plan: readonly PlannedCheck[], options: RefereeOptions = {}) {
    const { onProgress = () => {}, wantsLines = false } = options
    this.#checks = plan.map((planned) => new CheckProgress(planned))
    this.#onProgress = onProgress
    this.#wantsLines = wantsLines
  }

  /** True when every check is decided and only lines of code are still asked for. */
  get wantsOnlyLines(): boolean {
    return this.#waiting.some(({ purpose }) => purpose === 'lines')
  }

  /** Gives the referee a worker. What an earlier one was told and has not done is ordered anew. */
  attach(orders: Orders): void {
    // Code that a worker died of while its lines were recorded would kill the next one too.
    this.#lineless = this.#open?.purpose === 'lines' ? [] : undefined
    this.#orders = orders
    this.#waiting = []
    this.#open = undefined
    this.#isClosed = false
    for (const progress of this.#checks) progress.reorder()
    this.#orderMore()
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
        return this.#openOr('a reply outside a run').tape.reply(text)
      case 'lines': {
        const { purpose, tape } = this.#openOr('lines outside a run')
        if (purpose !== 'lines') throw new TapeMismatchError('lines that nobody asked for')
        return tape.lines(text)
      }
      case 'run-end': {
        const { tape } = this.#openOr('the end of a run that did not begin')
        this.#answer(tape.owed())
        return this.endRun()
      }
      case 'done':
        if (!this.#isClosed) throw new TapeMismatchError('the tape ends before the runs do')
        return
      default:
        throw new TapeMismatchError(`a frame of kind ${kind} in the middle`)
    }
  }

  /** Replays what has come, and tells the worker whether its run is of any use still. */
  rest(): void {
    const open = this.#open
    if (open === undefined) return
    this.#answer(open.tape.rest({ isNeeded: isNeeded(open) }))
  }

  /** The run that has begun and not ended. */
  get openRun(): (RecordedRun & OpenRun) | undefined {
    const open = this.#open
    if (open === undefined) return undefined
    const { seed, tape, progress } = open
    const { planned } = progress
    const isOver = !isNeeded(open) || tape.live.advance()
    return { planned, check: planned.check, seed, replies: tape.live.replies(), isOver }
  }

  /**
   * Ends the open run with what came of it; the worker may be gone.
   * @param live the tape of the same run by another worker, in place of what came here
   * @throws TapeMismatchError when the tape is too short or too long
   */
  endRun(live?: LiveReplay): void {
    const open = this.#open
    if (open === undefined) return
    const { progress, seed, purpose, tape } = open
    if (purpose === 'lines') progress.learnLines(tape)
    else if (isNeeded(open)) progress.add(seed, live ?? tape.live)
    this.#open = undefined
    this.#waiting.shift()
    this.#onProgress(this.#seedsDone())
    this.#orderMore()
  }

  /** The tape of the open run, as far as it came. */
  get openTape(): LiveReplay | undefined {
    return this.#open?.tape.live
  }

  /** The results so far, in the order of the plan. */
  judged(): readonly JudgedCheck[] {
    return this.#checks.map((progress) => {
      const { planned, failed } = progress
      return { planned, result: progress.result(), ...(failed === undefined ? {} : { failed }) }
    })
  }

  #answer(answers: readonly CheckpointAnswer[]): void {
    for (const kind of answers) this.#orders?.send({ kind })
  }

  #orderMore(): void {
    while (this.#waiting.length < ORDERED_MAX) {
      const next = this.#nextOrder()
      if (next === undefined) break
      this.#waiting.push(next)
      const { scenario, seed, purpose } = next
      this.#orders?.send({ kind: 'run', scenario, seed, lines: purpose === 'lines' })
    }
    if (this.#waiting.length > 0 || this.#isClosed) return
    this.#isClosed = true
    this.#orders?.close()
  }

  #nextOrder(): Ordered | undefined {
    for (const progress of this.#checks) {
      const seed = progress.order()
      if (seed !== undefined) return ordered(progress, seed, 'judge')
    }
    if (!this.#wantsLines || this.#checks.some(({ isDecided }) => !isDecided)) return undefined
    this.#lineless ??= this.#checks.filter(hasLines)
    const progress = this.#lineless.shift()
    const seed = progress?.result().failure?.seed
    if (progress === undefined || seed === undefined) return undefined
    return ordered(progress, seed, 'lines')
  }

  #start(seedText: string): void {
    const next = this.#waiting[0]
    if (this.#open !== undefined || next === undefined || seedText !== String(next.seed)) {
      throw new TapeMismatchError('a run that was not asked for')
    }
    const { scenario, seed, progress, purpose } = next
    const { claims } = progress.planned.check
    const tape = new RunTape({ scenario, claims, seed, keepTrace: purpose === 'lines' })
    this.#open = { ...next, tape }
  }

  #openOr(problem: string): Open {
    if (this.#open === undefined) throw new TapeMismatchError(problem)
    return this.#open
  }

  #seedsDone(): number {
    return this.#checks.reduce((sum, progress) => {
      const { isDecided, planned } = progress
      return sum + (isDecided ? planned.seeds.length : progress.result().seedsRun)
    }, 0)
  }
}

/** What a run that was cut short comes to. */
export interface OpenRun {
  readonly planned: PlannedCheck
  /** True when the rest of the run decides nothing any more. */
  readonly isOver: boolean
}

function ordered(progress: CheckProgress, seed: number, purpose: Ordered['purpose']): Ordered {
  return { progress, seed, purpose, scenario: progress.planned.check.scenario(seed) }
}

/** A run that was ordered ahead is not needed once another has decided its check. */
function isNeeded({ purpose, progress }: Ordered): boolean {
  return purpose === 'lines' || !progress.isDecided
}

/** Runs that another run could not repeat have nothing to say about lines. */
function hasLines(progress: CheckProgress): boolean {
  const kind = progress.result().failure?.outcome.kind
  return kind === 'claim-broken' || kind === 'threw' || kind === 'over-budget'
}
