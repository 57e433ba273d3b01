/**
 * Runs one seed in the frame: compiles the text once, asks for one thing at a time, and says
 * what came of it. The page's hooks hold one of these.
 */
import type { Compilation, Compile } from '../../../_run/compilation.ts'
import type { RunTask } from '../../../_run/messages.ts'
import { startRun } from '../../../_run/run-client.ts'
import type { OpenRunFrame } from '../../../_run/run-frame.ts'
import type { RunEvent } from '../../../_run/run-report.ts'
import type { Timers } from '../../../_run/silence-watch.ts'

export interface SeedRunnerParts {
  readonly labId: string
  readonly stepId: string
  readonly compile: Compile
  readonly open: OpenRunFrame
  readonly timers: Timers
}

export type SeedTask = Extract<RunTask, { readonly kind: 'replay' | 'shrink' }>

/** Only the newest request is heard of; the one before is stopped. */
export class SeedRunner {
  readonly #parts: SeedRunnerParts
  readonly #compiled = new Map<string, Promise<Compilation>>()
  #compile: Compile
  #stop: (() => void) | undefined

  constructor(parts: SeedRunnerParts) {
    this.#parts = parts
    this.#compile = parts.compile
  }

  /** What is not compiled yet is compiled in this way from now on. */
  compileWith(compile: Compile): void {
    this.#compile = compile
  }

  /** Each text is compiled once. */
  compile(source: string): Promise<Compilation> {
    let compiled = this.#compiled.get(source)
    if (compiled === undefined) {
      compiled = this.#compile(source)
      compiled.catch(() => this.#compiled.delete(source))
      this.#compiled.set(source, compiled)
    }
    return compiled
  }

  /** @param onEvent not called any more once something else was asked for, or after `stop` */
  ask(source: string, task: SeedTask, onEvent: (event: RunEvent) => void): void {
    this.stop()
    const job = { isWanted: true, stop: () => {} }
    this.#stop = () => {
      job.isWanted = false
      job.stop()
    }
    const { labId, stepId, open, timers } = this.#parts
    const hear = (event: RunEvent) => {
      if (job.isWanted) onEvent(event)
    }
    this.compile(source).then(
      (compilation) => {
        if (!job.isWanted) return
        if (compilation.kind === 'does-not-compile') return hear(compilation)
        const { code, map } = compilation
        job.stop = startRun({ labId, stepId, code, map, task, open, timers, onEvent: hear })
      },
      (error: unknown) => hear({ kind: 'broke-down', why: String(error) }),
    )
  }

  /** What else a run in the frame needs: a run by hand holds its own. */
  get parts(): SeedRunnerParts {
    return this.#parts
  }

  stop(): void {
    this.#stop?.()
    this.#stop = undefined
  }
}
