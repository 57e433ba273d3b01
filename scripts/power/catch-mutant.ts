/** How a mutant fares: in how many submissions it is caught by the claim that it breaks. */
import { type Check, shrink } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import type { Mutant } from '#kit/lab.ts'
import { compileSolution, mutate, type StepCorpus } from './lab-corpus.ts'
import {
  type CheckRun,
  cpuMs,
  type FirstFailure,
  reasonOfSeed,
  runUntilFailure,
  seedsOf,
  type Trial,
} from './submission.ts'

export interface PowerOptions {
  readonly submissions: number
  readonly effort: number
  /** Number of the first submission; another one draws other seeds. */
  readonly base: number
  readonly shrinks: boolean
}

export interface Caught {
  /** Check that named the claim, and the seed with which it did. */
  readonly checkId: string
  readonly seed: number
  /** How many seeds the submission had run by then, and for how long. */
  readonly seeds: number
  readonly cpuMs: number
}

export interface MutantReport {
  readonly mutant: Mutant
  readonly submissions: number
  /** One for each submission that named the claim. */
  readonly caught: readonly Caught[]
  /** What else the checks said of it, where the claim was not named. */
  readonly otherReasons: readonly string[]
  /** The smallest run that still breaks the claim. */
  readonly shrunk: { readonly events: number; readonly faults: number } | undefined
}

/** A search for the smallest run that needs more than so many runs ends with what it has. */
const SHRINK_RUNS_MAX = 300

/** Tries a mutant in as many submissions as wanted. */
export function catchMutant(
  corpus: StepCorpus,
  mutant: Mutant,
  options: PowerOptions,
): MutantReport {
  const { lab, step, solution } = corpus
  const trial: Trial = { lab, code: compileSolution(mutate(solution, mutant)) }
  const attempt = new Attempt(trial, mutant)
  const hidden = corpus.checks.filter((check) => !step.visible.includes(check))
  // The visible part is the same in every submission, so it is run once.
  const seen = attempt.run(step.visible, (check) =>
    seedsOf(step, check, { submission: 0, effort: options.effort }),
  )
  const caught: Caught[] = []
  for (let number = 0; number < options.submissions; number++) {
    const submission = options.base + number
    const found =
      seen.caught ??
      attempt.run(hidden, (check) => seedsOf(step, check, { submission, effort: options.effort }))
        .caught
    if (found === undefined) continue
    const before = seen.caught === undefined ? seen : { seeds: 0, cpuMs: 0 }
    caught.push({
      ...found,
      seeds: found.seeds + before.seeds,
      cpuMs: found.cpuMs + before.cpuMs,
    })
  }
  const shrunk = options.shrinks ? attempt.shrunk() : undefined
  const otherReasons = [...attempt.otherReasons]
  return { mutant, submissions: options.submissions, caught, otherReasons, shrunk }
}

class Attempt {
  readonly otherReasons = new Set<string>()
  readonly #trial: Trial
  readonly #mutant: Mutant
  #first: FirstFailure | undefined

  constructor(trial: Trial, mutant: Mutant) {
    this.#trial = trial
    this.#mutant = mutant
  }

  /** Runs the checks in order until one names the claim. */
  run(
    checks: readonly Check[],
    seedsFor: (check: Check) => readonly number[],
  ): { readonly caught: Caught | undefined; readonly seeds: number; readonly cpuMs: number } {
    const start = cpuMs()
    let seeds = 0
    for (const check of checks) {
      const { failure, seedsRun }: CheckRun = runUntilFailure(this.#trial, check, seedsFor(check))
      seeds += seedsRun
      if (failure === undefined) continue
      const reason = reasonOfSeed(failure.result)
      const spent = cpuMs() - start
      if (reason === this.#mutant.breaks) {
        this.#first ??= failure
        const { seed } = failure.result
        return { caught: { checkId: check.id, seed, seeds, cpuMs: spent }, seeds, cpuMs: spent }
      }
      this.otherReasons.add(`${check.id}: ${reason}`)
    }
    return { caught: undefined, seeds, cpuMs: cpuMs() - start }
  }

  /** The first run that named the claim, made as small as it can be made. */
  shrunk(): MutantReport['shrunk'] {
    if (this.#first === undefined) return undefined
    const { check, result } = this.#first
    const { lab, code } = this.#trial
    const search = shrink({
      scenario: check.scenario(result.seed),
      seed: result.seed,
      claims: check.claims,
      newHost: () => new FunctionHost(code, lab.modules),
      runsMax: SHRINK_RUNS_MAX,
    })
    let next = search.next()
    while (next.done !== true) next = search.next()
    const small = next.value
    if (small === undefined) return undefined
    return {
      events: small.trace.events.length,
      faults: small.faults + small.deliveries + small.operations,
    }
  }
}
