/** Runs seeds with a learner's code in the present engine, and says what their traces hash to. */
import { runSeed } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { hiddenChecks } from '#labs/hidden-checks.ts'
import { findStep } from '#labs/index.ts'

export interface WantedRun {
  readonly labId: string
  readonly stepId: string
  /** The learner's module as CommonJS text. */
  readonly code: string
  readonly checkId: string
  readonly seed: number
}

/** The hashes, in the order of the runs. */
export function hashRuns(runs: readonly WantedRun[]): readonly string[] {
  return runs.map(({ labId, stepId, code, checkId, seed }) => {
    const found = findStep(labId, stepId)
    if (found === undefined) throw new Error(`there is no step ${labId}/${stepId}`)
    const checks = [...found.step.visible, ...hiddenChecks(labId, stepId)]
    const check = checks.find(({ id }) => id === checkId)
    if (check === undefined) throw new Error(`there is no check ${checkId}`)
    const host = new FunctionHost(code, found.lab.modules)
    return runSeed({ check, seed, host, keepTrace: false }).result.traceHash
  })
}
