/**
 * A run by hand from the page's side: opens the frame, passes on each pick, and ends it when a
 * handler does not come back. One pick is under way at a time.
 */
import type { HandStep, ScriptProblem, Trace } from '#core'
import { mapOutcome } from './compilation.ts'
import { readForeignTrace } from './foreign-trace.ts'
import type { HandCommand, HandState, RunMessage, SeedScript } from './messages.ts'
import { READY_MS_MAX, SILENCE_MS_MAX } from './run-client.ts'
import type { OpenRunFrame, RunFrame } from './run-frame.ts'
import { SilenceWatch, type Timers } from './silence-watch.ts'

export interface HandOptions {
  readonly labId: string
  readonly stepId: string
  readonly code: string
  readonly map: string
  readonly ref: SeedScript
  readonly open: OpenRunFrame
  readonly timers: Timers
  readonly onEvent: (event: HandEvent) => void
}

export type HandEvent =
  | {
      readonly kind: 'state'
      readonly state: Omit<HandState, 'from' | 'trace'>
      readonly trace: Trace
    }
  | { readonly kind: 'script-problems'; readonly problems: readonly ScriptProblem[] }
  /** The pick after which no handler came back; undefined when it was the beginning. */
  | { readonly kind: 'never-returned'; readonly step: HandStep | undefined }
  | { readonly kind: 'broke-down'; readonly why: string }

export interface HandRun {
  readonly take: (step: HandStep) => void
  readonly undo: () => void
  readonly close: () => void
}

/** Begins a run by hand. After `never-returned`, `script-problems` or `broke-down` it is over. */
export function startByHand(options: HandOptions): HandRun {
  const run = new Client(options)
  run.open()
  return {
    take: (step) => run.ask({ kind: 'take', step }),
    undo: () => run.ask({ kind: 'undo' }),
    close: () => run.close(),
  }
}

class Client {
  readonly #options: HandOptions
  #frame: RunFrame | undefined
  readonly #watch: SilenceWatch
  /** What was asked last and is not answered yet; `begin` at first. */
  #asked: HandCommand | 'begin' | undefined = 'begin'
  #events: Trace['events'] = []

  constructor(options: HandOptions) {
    this.#options = options
    this.#watch = new SilenceWatch(options.timers, () => this.#silent())
  }

  open(): void {
    const frame: RunFrame = this.#options.open((message) => {
      if (this.#frame === frame) this.#hear(message)
    })
    this.#frame = frame
    this.#watch.expectWord(READY_MS_MAX)
  }

  ask(command: HandCommand): void {
    // Impatient clicks would be answered by choices that nobody has seen.
    if (this.#asked !== undefined) return
    this.#asked = command
    this.#frame?.post(command)
    this.#watch.expectWord(SILENCE_MS_MAX)
  }

  close(): void {
    this.#watch.stop()
    this.#frame?.close()
    this.#frame = undefined
  }

  #hear(message: RunMessage): void {
    const { labId, stepId, code, ref, onEvent } = this.#options
    switch (message.kind) {
      case 'ready':
        this.#watch.expectWord(SILENCE_MS_MAX)
        return this.#frame?.post({ labId, stepId, code, task: { kind: 'by-hand', ...ref } })
      case 'hand':
        return this.#stand(message)
      case 'script-problems':
        this.close()
        return onEvent(message)
      case 'broke-down':
        this.close()
        return onEvent(message)
      default:
        // What other tasks say does not belong here.
        return
    }
  }

  #stand({
    kind: _kind,
    from,
    trace: text,
    ...state
  }: RunMessage & { readonly kind: 'hand' }): void {
    const { map, onEvent } = this.#options
    this.#watch.stop()
    this.#asked = undefined
    const trace = readForeignTrace(text, this.#events.slice(0, from))
    if (trace === undefined) {
      this.close()
      return onEvent({ kind: 'broke-down', why: 'the frame told of events that cannot be' })
    }
    this.#events = trace.events
    const outcome = state.outcome === undefined ? {} : { outcome: mapOutcome(state.outcome, map) }
    onEvent({ kind: 'state', state: { ...state, ...outcome }, trace })
  }

  #silent(): void {
    this.close()
    const asked = this.#asked
    const step = typeof asked === 'object' && asked.kind === 'take' ? asked.step : undefined
    this.#options.onEvent({ kind: 'never-returned', step })
  }
}
