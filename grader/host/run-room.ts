/**
 * Runs scenarios with a learner's code in the sandbox, one after the other, and judges each
 * by its tape. What a worker dies of says nothing here: that run has no answer, and the
 * next one gets a fresh worker.
 */
import type { Claim, DeliveryChoice, EventLine, Scenario, SeedRun } from '#core'
import { TapeMismatchError } from './replay.ts'
import { RunTape } from './run-tape.ts'
import type { Frame } from './sandbox/frames.ts'
import type { CheckpointAnswer } from './sandbox/orders.ts'
import type { SandboxPool } from './sandbox/pool.ts'
import type { Orders, SandboxProcess, TapeListener } from './sandbox/sandbox-process.ts'
import type { TrialCode } from './trial.ts'

export interface RoomRun {
  readonly scenario: Scenario
  readonly claims: readonly Claim[]
  readonly seed: number
  /** Keep the events, and their hash. */
  readonly keepTrace: boolean
  /** Learn the lines of code too. */
  readonly lines: boolean
}

export interface RoomResult extends SeedRun {
  readonly fates: readonly DeliveryChoice[]
  /** Places in the compiled text; none unless they were asked for. */
  readonly lines: readonly EventLine[]
}

interface Pending extends RoomRun {
  readonly tape: RunTape
  readonly fates: DeliveryChoice[]
  readonly settle: (result: RoomResult | undefined) => void
}

export class RunRoom implements TapeListener {
  readonly #code: TrialCode
  readonly #pool: SandboxPool
  #worker: SandboxProcess | undefined
  #orders: Orders | undefined
  #pending: Pending | undefined
  #isClosed = false

  constructor(code: TrialCode, pool: SandboxPool) {
    this.#code = code
    this.#pool = pool
  }

  /** Runs once; undefined when the worker did not live to tell, or the room is closed. */
  run(run: RoomRun): Promise<RoomResult | undefined> {
    return new Promise((settle) => {
      if (this.#isClosed) return settle(undefined)
      const fates: DeliveryChoice[] = []
      const { scenario, claims, seed, keepTrace } = run
      const onFate = (fate: DeliveryChoice) => fates.push(fate)
      const tape = new RunTape({ scenario, claims, seed, keepTrace, onFate })
      this.#pending = { ...run, tape, fates, settle }
      if (this.#worker === undefined) this.#hire()
      else this.#send()
    })
  }

  /** Ends the worker; a run that is under way has no answer. */
  close(): void {
    this.#isClosed = true
    this.#dismiss()
  }

  attach(orders: Orders): void {
    this.#orders = orders
    this.#send()
  }

  /** @throws TapeMismatchError when the frame does not belong here */
  take({ kind, text }: Frame): void {
    const pending = this.#pending
    if (pending === undefined) throw new TapeMismatchError('frames that nobody asked for')
    switch (kind) {
      case 'run-start':
        return
      case 'reply':
        return pending.tape.reply(text)
      case 'lines':
        return pending.tape.lines(text)
      case 'run-end': {
        const { tape, fates, lines: wantsLines } = pending
        this.#answer(tape.owed())
        const done = tape.live.finish()
        const lines = wantsLines ? tape.eventLines(done.result.traceHash) : []
        return this.#settle({ ...done, fates, lines })
      }
      default:
        throw new TapeMismatchError(`a frame of kind ${kind} in the middle`)
    }
  }

  rest(): void {
    this.#answer(this.#pending?.tape.rest({ isNeeded: true }) ?? [])
  }

  #answer(answers: readonly CheckpointAnswer[]): void {
    for (const kind of answers) this.#orders?.send({ kind })
  }

  #hire(): void {
    const worker = this.#pool.take()
    this.#worker = worker
    const gone = () => {
      if (this.#worker === worker) this.#dismiss()
    }
    worker.run({ ...this.#code, tape: 'batched' }, this).then(gone, gone)
  }

  #dismiss(): void {
    if (this.#worker !== undefined) this.#pool.discard(this.#worker)
    this.#worker = undefined
    this.#orders = undefined
    this.#settle(undefined)
  }

  #send(): void {
    if (this.#pending === undefined) return
    const { scenario, seed, lines } = this.#pending
    this.#orders?.send({ kind: 'run', scenario, seed, lines })
  }

  #settle(result: RoomResult | undefined): void {
    const pending = this.#pending
    this.#pending = undefined
    pending?.settle(result)
  }
}
