/**
 * Starts a browser run and watches over it: passes on what the worker tells, stops at
 * once when asked, and ends a run that has gone silent. A silent run is then recorded
 * once more, up to the handler that never returned, so that the page can name it.
 */
import { decodeTrace, type TraceEvent } from '#core'
import { mapLines, mapOutcome } from './compilation.ts'
import type { RunMessage, RunRequest, RunTask, SeedRef } from './messages.ts'
import type { OpenRunFrame, RunFrame } from './run-frame.ts'
import type { RunEvent } from './run-report.ts'
import { SilenceWatch, type Timers } from './silence-watch.ts'

export interface RunOptions {
  readonly labId: string
  readonly stepId: string
  /** The compiled module and its source map. */
  readonly code: string
  readonly map: string
  /** Every check, unless one seed is to be looked at. */
  readonly task?: Exclude<RunTask, { readonly kind: 'record' | 'by-hand' }>
  readonly open: OpenRunFrame
  readonly timers: Timers
  readonly onEvent: (event: RunEvent) => void
}

/** A seed takes milliseconds; after this long without a word its code never returns. */
export const SILENCE_MS_MAX = 3_000
/** While a seed is recorded, each handler call says a word. */
export const RECORD_SILENCE_MS_MAX = 1_000
/** Loading the frame and its worker may take this long on a slow machine. */
export const READY_MS_MAX = 15_000

/** Starts the run. The returned function stops it. */
export function startRun(options: RunOptions): () => void {
  const run = new Run(options)
  run.start()
  return () => run.stop()
}

class Run {
  readonly #options: RunOptions
  #frame: RunFrame | undefined
  readonly #watch: SilenceWatch
  #startedAt = 0
  #running: SeedRef | undefined
  /** All results are told; what still comes makes failing runs smaller. */
  #isJudged = false
  /** Text of the trace under record; undefined while the checks are judged. */
  #recorded: string | undefined

  constructor(options: RunOptions) {
    this.#options = options
    this.#watch = new SilenceWatch(options.timers, () => this.#silent())
  }

  start(): void {
    this.#open()
  }

  stop(): void {
    if (this.#frame === undefined) return
    this.#close()
    this.#options.onEvent({ kind: this.#isJudged ? 'searched' : 'stopped' })
  }

  #open(): void {
    // The frame calls back later only, so that `frame` is set by then.
    const frame: RunFrame = this.#options.open((message) => {
      if (this.#frame === frame) this.#hear(message)
    })
    this.#frame = frame
    this.#watch.expectWord(READY_MS_MAX)
  }

  #close(): void {
    this.#watch.stop()
    this.#frame?.close()
    this.#frame = undefined
  }

  #hear(message: RunMessage): void {
    this.#watch.expectWord(this.#recorded === undefined ? SILENCE_MS_MAX : RECORD_SILENCE_MS_MAX)
    switch (message.kind) {
      case 'ready':
        this.#startedAt = this.#options.timers.now()
        return this.#frame?.post(this.#request())
      case 'seed-started':
        this.#running = { checkId: message.checkId, seed: message.seed }
        return
      case 'seed-done': {
        const elapsedMs = this.#options.timers.now() - this.#startedAt
        return this.#options.onEvent({ ...message, elapsedMs })
      }
      case 'check-done':
        return this.#checkDone(message)
      case 'judged':
        this.#isJudged = true
        return this.#options.onEvent({ kind: 'finished' })
      case 'measured':
      case 'shrinking':
      case 'script-problems':
        return this.#options.onEvent(message)
      case 'shrunk':
        return this.#shrunk(message)
      case 'replayed':
        return this.#replayed(message)
      case 'hand':
        // Nobody asked for a run by hand here.
        return
      case 'recorded':
        this.#recorded = (this.#recorded ?? '') + message.text
        return
      case 'finished':
        this.#close()
        if (this.#isJudged) return this.#options.onEvent({ kind: 'searched' })
        // A recording that finishes shows that the code was slow, not without end.
        return this.#recorded === undefined
          ? this.#options.onEvent({ kind: 'finished' })
          : this.#neverReturned()
      case 'broke-down':
        this.#close()
        return this.#options.onEvent({ kind: 'broke-down', why: message.why })
    }
  }

  #checkDone(done: RunMessage & { readonly kind: 'check-done' }): void {
    const { result, trace, script, lines } = done
    const { failure } = result
    const { map, onEvent } = this.#options
    const mapped =
      failure === undefined
        ? result
        : { ...result, failure: { ...failure, outcome: mapOutcome(failure.outcome, map) } }
    onEvent({
      kind: 'check-done',
      result: mapped,
      trace,
      ...(script === undefined ? {} : { script }),
      ...(lines === undefined ? {} : { lines: mapLines(lines, map) }),
    })
  }

  #shrunk({ kind, ...run }: RunMessage & { readonly kind: 'shrunk' }): void {
    const { map, onEvent } = this.#options
    const failure = { ...run.failure, outcome: mapOutcome(run.failure.outcome, map) }
    onEvent({ kind, run: { ...run, failure, lines: mapLines(run.lines, map) } })
  }

  #replayed({ kind, ...run }: RunMessage & { readonly kind: 'replayed' }): void {
    const { map, onEvent } = this.#options
    const result = { ...run.result, outcome: mapOutcome(run.result.outcome, map) }
    onEvent({ kind, run: { ...run, result, lines: mapLines(run.lines, map) } })
  }

  #request(): RunRequest {
    const { labId, stepId, code, task = { kind: 'judge' } } = this.#options
    if (this.#recorded === undefined || this.#running === undefined) {
      return { labId, stepId, code, task }
    }
    const script = 'script' in task ? { script: task.script } : {}
    return { labId, stepId, code, task: { kind: 'record', ...this.#running, ...script } }
  }

  #silent(): void {
    this.#close()
    // The results stand; only the search for smaller runs has hung.
    if (this.#isJudged) return this.#options.onEvent({ kind: 'searched' })
    if (this.#running === undefined) {
      this.#options.onEvent({ kind: 'broke-down', why: 'the runner did not start in time' })
    } else if (this.#recorded === undefined) {
      this.#recorded = ''
      this.#open()
    } else {
      this.#neverReturned()
    }
  }

  #neverReturned(): void {
    const { checkId, seed } = this.#running ?? { checkId: '', seed: 0 }
    const trace = this.#recorded ?? ''
    const last = lastEvent(trace)
    this.#options.onEvent({
      kind: 'never-returned',
      checkId,
      seed,
      trace,
      ...(last === undefined ? {} : { last }),
    })
  }
}

/** Reads the last line alone: the page must not wait for thousands of others. */
function lastEvent(trace: string): TraceEvent | undefined {
  const lines = trace.trimEnd().split('\n')
  const last = lines.length < 2 ? undefined : lines.at(-1)
  return last === undefined ? undefined : decodeTrace(`${lines[0]}\n${last}\n`).events[0]
}
