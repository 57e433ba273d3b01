/** The run that is looked at, as something that can be handed on. */
import type { ShownRunState } from '../trace/use-shown-run.ts'
import type { RunStart } from '../whatif/run-start.ts'
import { type Bench, forkOnBench } from '../whatif/use-bench.ts'
import { type SharedRun, writeLink } from './share-link.ts'

export interface Shareable extends Omit<SharedRun, 'labVersion'> {
  /** The code that made it. It goes into no link. */
  readonly source: string
}

interface Looked {
  readonly bench: Bench
  readonly shown: Pick<ShownRunState, 'cursor'>
  /** The run beside the bench, or why it cannot be run here. */
  readonly start: RunStart | string
}

/** Undefined while no run is shown that others could run. */
export function shareOf({ bench, shown, start }: Looked): Shareable | undefined {
  if (bench.mode === 'by-hand') {
    const { run } = bench.byHand
    if (run === undefined) return undefined
    const { checkId, seed, source } = run.start
    const { script } = run.state
    return { checkId, seed, source, script, cursor: bench.cursor, view: 'what-if' }
  }
  const fork = forkOnBench(bench)
  const { tree } = bench.whatIf
  if (fork !== undefined && tree !== undefined) {
    const { checkId, seed, base } = tree
    const script = fork.script === base ? undefined : fork.script
    return { checkId, seed, source: fork.source, script, cursor: bench.cursor, view: 'what-if' }
  }
  if (typeof start === 'string') return undefined
  const { checkId, seed, script, source } = start
  return { checkId, seed, source, script, cursor: shown.cursor, view: 'run' }
}

interface Place {
  readonly lab: { readonly id: string; readonly version: number }
  readonly step: { readonly id: string }
}

/** The whole address; undefined when it would be too long. */
export function linkTo(run: Shareable, { lab, step }: Place): string | undefined {
  const fragment = writeLink({ ...run, labVersion: lab.version })
  if (fragment === undefined) return undefined
  return `${location.origin}/labs/${lab.id}/${step.id}${fragment}`
}
