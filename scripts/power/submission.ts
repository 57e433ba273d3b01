/**
 * What a submission tries: the visible checks with everybody's seeds, the hidden ones with seeds
 * of its own. Submissions are numbered here, so that a run of `npm run power` can be repeated.
 */
import { type Check, runSeed, type SeedResult, visibleSeeds } from '#core'
import { hiddenSeeds } from '#host/seeds.ts'
import { FunctionHost } from '#kit/function-host.ts'
import type { Lab, Step } from '#kit/lab.ts'

/** Stands for the secret of an installation, which nobody knows who writes a solution. */
const SECRET = 'power'

export interface Trial {
  readonly lab: Lab
  /** CommonJS text. */
  readonly code: string
}

/** The first seed of a check that did not pass. */
export interface FirstFailure {
  readonly check: Check
  readonly result: SeedResult
}

export interface CheckRun {
  readonly failure: FirstFailure | undefined
  readonly seedsRun: number
}

/**
 * The seeds of a check in a submission.
 * @param effort how many times as many seeds as a submission has
 */
export function seedsOf(
  step: Step,
  check: Check,
  { submission, effort }: { readonly submission: number; readonly effort: number },
): readonly number[] {
  const { id } = check
  const seedCount = check.seedCount * effort
  return step.visible.includes(check)
    ? visibleSeeds({ seedCount })
    : hiddenSeeds(SECRET, BigInt(submission), { id, seedCount })
}

/** Runs a check until a seed fails, as a submission does. */
export function runUntilFailure(
  { lab, code }: Trial,
  check: Check,
  seeds: readonly number[],
): CheckRun {
  for (const [index, seed] of seeds.entries()) {
    const host = new FunctionHost(code, lab.modules)
    const { result } = runSeed({ check, seed, host, keepTrace: false, hashTrace: false })
    if (result.outcome.kind !== 'pass') return { failure: { check, result }, seedsRun: index + 1 }
  }
  return { failure: undefined, seedsRun: seeds.length }
}

/** Why a seed did not pass: the claim that broke, or how else the run ended. */
export function reasonOfSeed({ outcome }: SeedResult): string {
  return outcome.kind === 'claim-broken' ? outcome.claimId : outcome.kind
}

/** CPU time of this process so far, in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
