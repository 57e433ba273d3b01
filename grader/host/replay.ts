/**
 * Replays a tape: the simulator runs again from check and seed, and takes what the nodes
 * did from the recorded replies. The verdict comes from here, so that code in the sandbox
 * can choose its replies and nothing else.
 */
import {
  type Check,
  type HandlerCall,
  type Micros,
  type NodeHost,
  type NodeId,
  runSeed,
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

  /** @throws TapeMismatchError when the tape is too short */
  call(node: NodeId, call: HandlerCall): string {
    const reply = this.#replies[this.#position++]
    if (reply !== undefined) return reply
    this.unanswered = { node, call }
    throw new TapeMismatchError(`the tape ends after ${this.#replies.length} replies`)
  }

  /** @throws TapeMismatchError when replies are left over */
  finish(): void {
    if (this.#position !== this.#replies.length) {
      throw new TapeMismatchError(`${this.#replies.length - this.#position} replies too many`)
    }
  }
}

export interface RecordedRun {
  readonly check: Check
  readonly seed: number
  readonly replies: readonly string[]
}

/**
 * Judges a whole recorded run.
 * @throws TapeMismatchError when the tape is too short or too long
 */
export function replay(run: RecordedRun, { keepTrace = false } = {}): SeedRun {
  const { check, seed, replies } = run
  const host = new TapeHost(replies)
  const judged = runSeed({ check, seed, host, keepTrace })
  host.finish()
  return judged
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
