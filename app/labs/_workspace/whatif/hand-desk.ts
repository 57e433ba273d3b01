/** A run by hand on the page: how it stands, what went wrong, and the way back. */
import { type HandStep, printHandSteps, type ScriptProblem, type Trace } from '#core'
import { type HandEvent, type HandRun, startByHand } from '../../../_run/hand-client.ts'
import type { HandState } from '../../../_run/messages.ts'
import { doesNotCompile } from './refusals.ts'
import type { RunStart } from './run-start.ts'
import type { SeedRunner } from './seed-runner.ts'
import { Store } from './store.ts'

export interface HandRunShown {
  readonly start: RunStart
  readonly trace: Trace
  readonly state: Omit<HandState, 'from' | 'trace'>
}

export interface HandDeskState {
  readonly run: HandRunShown | undefined
  /** A pick is under way, or the run is being made ready. */
  readonly isBusy: boolean
  readonly problems: readonly ScriptProblem[]
  /** What went wrong, as a sentence. */
  readonly message: string | undefined
}

const NOTHING: HandDeskState = { run: undefined, isBusy: false, problems: [], message: undefined }

export class HandDesk extends Store<HandDeskState> {
  readonly #runner: SeedRunner
  #session: HandRun | undefined
  /** Counts beginnings: what an older one says is not listened to. */
  #generation = 0
  #onGrown: (trace: Trace) => void = () => {}

  constructor(runner: SeedRunner) {
    super(NOTHING)
    this.#runner = runner
  }

  /** @param onGrown told of the trace after each pick, to move the cursor along */
  begin(start: RunStart, onGrown: (trace: Trace) => void): void {
    this.#onGrown = onGrown
    this.change(NOTHING)
    this.#open(start, undefined)
  }

  take(step: HandStep): void {
    if (this.state.isBusy) return
    this.change({ isBusy: true, message: undefined })
    this.#session?.take(step)
  }

  undo(): void {
    if (this.state.isBusy) return
    this.change({ isBusy: true, message: undefined })
    this.#session?.undo()
  }

  close(): void {
    this.#generation++
    this.#session?.close()
    this.#session = undefined
    if (this.state !== NOTHING) this.change(NOTHING)
  }

  /** @param said stays on the page while the run is made ready */
  #open(start: RunStart, said: string | undefined): void {
    this.#session?.close()
    const generation = ++this.#generation
    const isCurrent = () => generation === this.#generation
    this.change({ isBusy: true, problems: [], message: said })
    const { source, ...ref } = start
    this.#runner.compile(source).then(
      (compilation) => {
        if (!isCurrent()) return
        if (compilation.kind === 'does-not-compile') {
          return this.#say(doesNotCompile(compilation.problems))
        }
        const { code, map } = compilation
        const { labId, stepId, open, timers } = this.#runner.parts
        const onEvent = (event: HandEvent) => {
          if (isCurrent()) this.#hear(event, start)
        }
        this.#session = startByHand({ labId, stepId, code, map, ref, open, timers, onEvent })
      },
      (error: unknown) => isCurrent() && this.#say(String(error)),
    )
  }

  #hear(event: HandEvent, start: RunStart): void {
    switch (event.kind) {
      case 'state': {
        const { trace, state } = event
        const message = state.refused === undefined ? {} : { message: refusedText(state.refused) }
        this.change({ run: { start, trace, state }, isBusy: false, ...message })
        return this.#onGrown(trace)
      }
      case 'script-problems':
        return this.change({ isBusy: false, problems: event.problems })
      case 'broke-down':
        return this.#say(`The run broke down: ${event.why}.`)
      case 'never-returned': {
        const { run } = this.state
        if (run === undefined || event.step === undefined) return this.#say(NEVER_BEGAN)
        // That session is gone; another one goes as far as it had come.
        const { until: _until, ...again } = start
        return this.#open({ ...again, script: run.state.script }, neverReturned(event.step))
      }
    }
  }

  #say(message: string): void {
    this.change({ isBusy: false, message })
  }
}

const NEVER_BEGAN =
  'The code ran for more than three seconds without coming back before anything could be picked.'

function neverReturned(step: HandStep): string {
  const what = printHandSteps([step])
    .trimEnd()
    .replace(/^next /, '')
  return `After “${what}” a handler ran for more than three seconds without coming back: look for a loop whose condition never changes. The step was taken back.`
}

function refusedText(step: string): string {
  return `“${step}” cannot happen with this code here: the run by hand stands before it.`
}
