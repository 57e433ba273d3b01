/**
 * Replays a tape: the simulator runs again from scenario and seed, and takes what the nodes
 * did from the recorded replies. The verdict comes from here, so that code in the sandbox
 * can choose its replies and nothing else.
 */
import {
  type Check,
  type Claim,
  type DeliveryChoice,
  type HandlerCall,
  JudgedRun,
  type Micros,
  type NodeHost,
  type NodeId,
  type Scenario,
  type SeedRun,
  Simulator,
  type TraceEvent,
} from '#core'

/** A tape that does not belong to the run it claims to record. */
export class TapeMismatchError extends Error {
  override readonly name = 'TapeMismatchError'
}

/** Answers the simulator with recorded replies, in the order in which they were given. */
class TapeHost implements NodeHost {
  readonly #replies: readonly string[]
  #position = 0
  /** The call that found no reply any more. */
  unanswered: { readonly node: NodeId; readonly call: HandlerCall } | undefined

  constructor(replies: readonly string[]) {
    this.#replies = replies
  }

  /** How many replies were asked for. */
  get position(): number {
    return this.#position
  }

  get hasMore(): boolean {
    return this.#position < this.#replies.length
  }

  /** @throws TapeMismatchError when the tape is too short */
  call(node: NodeId, call: HandlerCall): string {
    const reply = this.#replies[this.#position++]
    if (reply !== undefined) return reply
    this.unanswered = { node, call }
    throw new TapeMismatchError(`the tape ends after ${this.#replies.length} replies`)
  }
}

/** A run to be replayed. */
export interface ReplayOptions {
  readonly scenario: Scenario
  readonly claims: readonly Claim[]
  readonly seed: number
  readonly keepTrace?: boolean
  readonly hashTrace?: boolean
  readonly onFate?: (choice: DeliveryChoice) => void
}

/** A replay that keeps pace with a tape that is still being written. */
export class LiveReplay {
  readonly #replies: string[] = []
  readonly #host = new TapeHost(this.#replies)
  readonly #run: JudgedRun
  /** A run has no more handler calls than events. */
  readonly #repliesMax: number
  #hasEnded = false
  /** Replies that came after its end. */
  #surplus = 0
  #result: SeedRun | undefined

  constructor({ keepTrace = false, hashTrace = keepTrace, ...options }: ReplayOptions) {
    this.#repliesMax = options.scenario.budgets.eventsMax
    this.#run = new JudgedRun({ ...options, host: this.#host, keepTrace, hashTrace })
  }

  /** @throws TapeMismatchError when there are more replies than a run can have */
  push(reply: string): void {
    if (this.length >= this.#repliesMax) {
      throw new TapeMismatchError('more replies than a run can have')
    }
    if (this.#hasEnded) this.#surplus++
    else this.#replies.push(reply)
  }

  /** How many replies were pushed. */
  get length(): number {
    return this.#replies.length + this.#surplus
  }

  /** Replays what has come. True when the run is over, whatever else may come. */
  advance(): boolean {
    // Rather one step too few: a step that finds no reply cannot be taken back.
    this.#hasEnded ||= this.#run.advance(() => this.#host.hasMore)
    return this.#hasEnded
  }

  /**
   * Replays the rest of a tape that is complete. A run that broke a claim ends there; the
   * worker, which knows no claim, may have gone on.
   * @throws TapeMismatchError when the tape is too short or too long
   */
  finish(): SeedRun {
    if (this.#result !== undefined) return this.#result
    this.#hasEnded ||= this.#run.advance(() => true)
    const result = this.#run.finish()
    const left = this.length - this.#host.position
    if (left > 0 && result.result.outcome.kind !== 'claim-broken') {
      throw new TapeMismatchError(`${left} replies too many`)
    }
    this.#result = result
    return result
  }

  /** The replies that the run asked for, once it is over; those so far before that. */
  replies(): readonly string[] {
    return this.#hasEnded ? this.#replies.slice(0, this.#host.position) : this.#replies
  }
}

/** A run as its tape tells it. */
export interface RecordedRun {
  readonly check: Check
  readonly seed: number
  readonly replies: readonly string[]
}

/**
 * Judges a whole recorded run, with its hash.
 * @throws TapeMismatchError when the tape is too short or too long
 */
export function replay({ check, seed, replies }: RecordedRun, { keepTrace = false } = {}): SeedRun {
  const { claims } = check
  const live = new LiveReplay({
    scenario: check.scenario(seed),
    claims,
    seed,
    keepTrace,
    hashTrace: true,
  })
  for (const reply of replies) live.push(reply)
  return live.finish()
}

/** The handler call that a killed worker did not return from. */
export interface LastCall {
  readonly node: NodeId
  readonly call: HandlerCall
  /** Simulated time, and the events up to the one that made the call. */
  readonly at: Micros
  readonly events: readonly TraceEvent[]
}

/** Follows the tape of a run that was cut short to the call with which it ends. */
export function lastCallOf({ check, seed, replies }: RecordedRun): LastCall | undefined {
  const host = new TapeHost(replies)
  const events: TraceEvent[] = []
  try {
    new Simulator({
      scenario: check.scenario(seed),
      seed,
      host,
      onEvent(event) {
        events.push(event)
        return 'continue'
      },
    }).run()
  } catch (error) {
    if (!(error instanceof TapeMismatchError)) throw error
  }
  if (host.unanswered === undefined) return undefined
  return { ...host.unanswered, at: events.at(-1)?.at ?? 0, events }
}
