/** The tape of one run while it comes: replies, what they say of lines, and checkpoints. */
import { type EventLine, eventLines } from '#core'
import { readCallLines } from './call-lines.ts'
import { LiveReplay, type ReplayOptions } from './replay.ts'
import { type CheckpointAnswer, isCheckpoint } from './sandbox/orders.ts'

export class RunTape {
  readonly live: LiveReplay
  readonly #callLines: string[] = []
  /** Checkpoints that were passed and not answered. */
  #unanswered = 0

  constructor(options: ReplayOptions) {
    this.live = new LiveReplay(options)
  }

  /** @throws TapeMismatchError when there are more replies than a run can have */
  reply(text: string): void {
    this.live.push(text)
    if (isCheckpoint(this.live.length)) this.#unanswered++
  }

  lines(text: string): void {
    this.#callLines.push(text)
  }

  /** Replays what has come; returns the answers to the checkpoints that were passed. */
  rest({ isNeeded }: { readonly isNeeded: boolean }): readonly CheckpointAnswer[] {
    return this.#answers(!isNeeded || this.live.advance() ? 'stop' : 'go-on')
  }

  /**
   * The answers that are owed when the run has ended. They change nothing, but the worker counts
   * them: without them it would take those of the next run for these, and wait for ever.
   */
  owed(): readonly CheckpointAnswer[] {
    return this.#answers('go-on')
  }

  #answers(answer: CheckpointAnswer): readonly CheckpointAnswer[] {
    const answers = Array.from({ length: this.#unanswered }, (): CheckpointAnswer => answer)
    this.#unanswered = 0
    return answers
  }

  /**
   * The lines behind the events of a run that was replayed with its trace; none when it is
   * not the run of this hash.
   * @throws TapeMismatchError when the tape is too short or too long
   */
  eventLines(traceHash: string | undefined): readonly EventLine[] {
    const { result, trace } = this.live.finish()
    if (trace === undefined || result.traceHash !== traceHash) return []
    return eventLines(trace.events, this.#callLines.map(readCallLines))
  }
}
