/** What the first seeds of some checks say of a solution that should pass them. */
import { type Check, visibleSeeds } from '#core'
import { compileSolution, type StepCorpus } from '../../scripts/power/lab-corpus.ts'
import { reasonOfSeed, runUntilFailure } from '../../scripts/power/submission.ts'

interface Tried {
  readonly source: string
  readonly checks: readonly Check[]
  /** At most so many seeds of each check. */
  readonly seedCount: number
}

/** The failures, each with its kind and a line to look it up by. */
export function failuresAmong(
  { lab }: StepCorpus,
  { source, checks, seedCount }: Tried,
): readonly { readonly kind: string; readonly line: string }[] {
  const trial = { lab, code: compileSolution(source) }
  return checks.flatMap((check) => {
    const seeds = visibleSeeds({ seedCount: Math.min(seedCount, check.seedCount) })
    const { failure } = runUntilFailure(trial, check, seeds)
    if (failure === undefined) return []
    const { seed, outcome } = failure.result
    const line = `${check.id}: ${reasonOfSeed(failure.result)} with seed ${seed} (npm run power shows all)`
    return [{ kind: outcome.kind, line }]
  })
}
