/** The forks of one run: what they are, which one is shown, and what is being run just now. */
import type { EventId, ScriptProblem } from '#core'
import { readForeignTrace } from '../../../_run/foreign-trace.ts'
import type { ReplayedRun, ShrinkStep, ShrunkRun } from '../../../_run/messages.ts'
import type { RunEvent } from '../../../_run/run-report.ts'
import { doesNotCompile, neverReturned, UNSOUND } from './refusals.ts'
import type { RunStart } from './run-start.ts'
import { grow, plant, RUNS_MAX, type RunTree, runOf, shownRun } from './run-tree.ts'
import type { SeedRunner } from './seed-runner.ts'
import { Store } from './store.ts'

export type Busy =
  | { readonly kind: 'running' }
  | { readonly kind: 'shrinking'; readonly step: ShrinkStep | undefined }

export interface ForksState {
  readonly tree: RunTree | undefined
  readonly busy: Busy | undefined
  /** Lines of the last script that could not be read. */
  readonly problems: readonly ScriptProblem[]
  /** Why the last request gave no run, as a sentence. */
  readonly message: string | undefined
  /** What the last search found, and the name of the fork that it became. */
  readonly shrunk: { readonly name: string; readonly run: ShrunkRun } | undefined
}

const NOTHING: ForksState = {
  tree: undefined,
  busy: undefined,
  problems: [],
  message: undefined,
  shrunk: undefined,
}

/** Told of the tree when a run was added to it and is shown. */
export type OnShown = (tree: RunTree) => void

export class Forks extends Store<ForksState> {
  readonly #runner: SeedRunner

  constructor(runner: SeedRunner) {
    super(NOTHING)
    this.#runner = runner
  }

  /** Runs a first run, which becomes A. */
  begin(start: RunStart, onShown: OnShown): void {
    const { source, ...ref } = start
    this.change({ ...NOTHING, busy: { kind: 'running' } })
    this.#runner.ask(source, { kind: 'replay', ...ref }, (event) =>
      this.#hear(event, (run) => {
        const trace = readForeignTrace(run.trace)
        if (trace === undefined) return this.#say(UNSOUND)
        const base = ref.script === undefined ? { base: run.script } : {}
        const tree = plant(ref.checkId, ref.seed, { script: run.script, source, run, trace })
        this.#place({ ...tree, ...base }, onShown)
      }),
    )
  }

  /** Runs a fork of the run that is shown. */
  fork(script: string, source: string, onShown: OnShown): void {
    const { tree } = this.state
    if (tree === undefined) return
    const { checkId, seed } = tree
    this.change({ busy: { kind: 'running' }, problems: [], message: undefined })
    this.#runner.ask(source, { kind: 'replay', checkId, seed, script }, (event) =>
      this.#hear(event, (run) => {
        const trace = readForeignTrace(run.trace)
        if (trace === undefined) return this.#say(UNSOUND)
        this.#place(grow(tree, { script, source, run, trace }), onShown)
      }),
    )
  }

  /** Looks for the smallest run that fails as the shown one does; it becomes a fork. */
  shrink(onShown: OnShown): void {
    const { tree } = this.state
    if (tree === undefined) return
    const { checkId, seed } = tree
    const { script, source } = shownRun(tree)
    let hasFound = false
    this.change({ busy: { kind: 'shrinking', step: undefined }, problems: [], message: undefined })
    this.#runner.ask(source, { kind: 'shrink', checkId, seed, script }, (event) => {
      if (event.kind === 'shrinking') {
        return this.change({ busy: { kind: 'shrinking', step: event } })
      }
      if (event.kind === 'shrunk') {
        hasFound = true
        return this.#found(event.run, { tree, source }, onShown)
      }
      if (event.kind === 'finished' && !hasFound) return this.#say(NOTHING_SMALLER)
      this.#hear(event, () => {})
    })
  }

  show(name: string): void {
    const { tree } = this.state
    if (tree === undefined) return
    this.change({
      tree: { ...tree, shown: runOf(tree, name).name },
      problems: [],
      message: undefined,
    })
  }

  stop(): void {
    this.#runner.stop()
    this.#say('Stopped.')
  }

  close(): void {
    if (this.state === NOTHING) return
    this.#runner.stop()
    this.change(NOTHING)
  }

  #found(
    found: ShrunkRun,
    { tree, source }: { readonly tree: RunTree; readonly source: string },
    onShown: OnShown,
  ): void {
    const trace = readForeignTrace(found.trace)
    if (trace === undefined) return this.#say(UNSOUND)
    const { failure: result, lines, script } = found
    const fell: readonly { readonly step: number; readonly event: EventId }[] = []
    const run: ReplayedRun = { result, trace: found.trace, lines, script, fell }
    const next = grow(tree, { script, source, run, trace })
    if (next !== undefined) this.change({ shrunk: { name: next.shown, run: found } })
    this.#place(next, onShown)
  }

  #hear(event: RunEvent, onRun: (run: ReplayedRun) => void): void {
    switch (event.kind) {
      case 'replayed':
        return onRun(event.run)
      case 'script-problems':
        return this.change({ busy: undefined, problems: event.problems })
      case 'does-not-compile':
        return this.#say(doesNotCompile(event.problems))
      case 'never-returned':
        return this.#say(neverReturned(event.last))
      case 'broke-down':
        return this.#say(`The run broke down: ${event.why}.`)
      default:
        // What else a frame says is about other tasks.
        return
    }
  }

  #place(next: RunTree | undefined, onShown: OnShown): void {
    if (next === undefined) return this.#say(TOO_MANY)
    this.change({ tree: next, busy: undefined })
    onShown(next)
  }

  #say(message: string): void {
    this.change({ busy: undefined, message })
  }
}

const TOO_MANY = `There are ${RUNS_MAX} runs already: close the what-if and begin again.`
const NOTHING_SMALLER =
  'No smaller run was found: this one does not fail, or it fails differently each time.'
