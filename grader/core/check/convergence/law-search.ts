/**
 * Tries a law on all combinations of given samples and keeps the smallest that breaks it:
 * a short counterexample teaches more than the first one found.
 */
import type { SearchLimits } from '../history-verdict.ts'

/** A law that does not hold. */
export interface LawFailure {
  /** Short and stable: `commutative`. */
  readonly law: string
  /** One sentence with the states and what came of them. */
  readonly message: string
  /** The samples that break it, printed, in the order of the law. */
  readonly samples: readonly string[]
}

export type LawVerdict =
  /** No sample breaks a law; that proves nothing about others. */
  | { readonly verdict: 'pass'; readonly cases: number }
  | { readonly verdict: 'fail'; readonly failure: LawFailure }
  /** `why` says what stopped the search and what would let it go on. */
  | { readonly verdict: 'unknown'; readonly why: string }

type Broken = string | undefined

/** A law about one, two or three samples: `broken` says in a sentence why they break it. */
export type Law<T> = {
  readonly law: string
  /** True when a failure leaves samples changed: the search must end at the first. */
  readonly spoilsSamples?: boolean
} & (
  | { readonly arity: 1; readonly broken: (a: T) => Broken }
  | { readonly arity: 2; readonly broken: (a: T, b: T) => Broken }
  | { readonly arity: 3; readonly broken: (a: T, b: T, c: T) => Broken }
)

/** A sample and its printed form. */
export interface Sample<T> {
  readonly value: T
  readonly text: string
}

interface Failing<T> {
  readonly samples: readonly Sample<T>[]
  readonly message: string
}

/**
 * Tries the laws in order; stops at the first that breaks. A step is one law on one
 * combination of samples: with n samples, n for a law about one, n² about two, n³ about three.
 */
export function searchLaws<T>(
  laws: readonly Law<T>[],
  samples: readonly Sample<T>[],
  limits: SearchLimits,
): LawVerdict {
  const sorted = [...samples].sort((a, b) => a.text.length - b.text.length)
  let cases = 0
  for (const law of laws) {
    let smallest: Failing<T> | undefined
    for (const chosen of combinations(sorted, law.arity, () => sizeOf(smallest?.samples))) {
      if (cases >= limits.stepsMax || limits.onProgress?.(cases) === 'stop') {
        if (smallest !== undefined) break
        return { verdict: 'unknown', why: whyStopped(cases, limits) }
      }
      cases++
      const message = explain(law, chosen)
      if (message !== undefined) smallest = { samples: chosen, message }
      if (smallest !== undefined && law.spoilsSamples === true) break
    }
    if (smallest === undefined) continue
    const texts = smallest.samples.map(({ text }) => text)
    const failure = { law: law.law, message: smallest.message, samples: texts }
    return { verdict: 'fail', failure }
  }
  return { verdict: 'pass', cases }
}

function whyStopped(cases: number, { stepsMax }: SearchLimits): string {
  return cases >= stepsMax
    ? `the laws were tried on ${cases} combinations of samples; fewer samples or a larger limit let it finish`
    : `it was stopped after ${cases} combinations of samples`
}

/** What the law says of these samples; a throw breaks it too. */
function explain<T>(law: Law<T>, samples: readonly Sample<T>[]): string | undefined {
  try {
    const broken: (...values: readonly T[]) => Broken = law.broken
    return broken(...samples.map(({ value }) => value))
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return `For ${samples.map(({ text }) => text).join(', ')} it threw ${what}.`
  }
}

function sizeOf<T>(samples: readonly Sample<T>[] | undefined): number {
  if (samples === undefined) return Number.POSITIVE_INFINITY
  return samples.reduce((sum, { text }) => sum + text.length, 0)
}

/** All combinations whose texts are together shorter than `bound`, which may shrink. */
function* combinations<T>(
  samples: readonly Sample<T>[],
  arity: number,
  bound: () => number,
  chosen: readonly Sample<T>[] = [],
): Generator<readonly Sample<T>[]> {
  if (chosen.length === arity) {
    yield chosen
    return
  }
  for (const sample of samples) {
    const longer = [...chosen, sample]
    // Samples come in order of their length, so all that follow are too long as well.
    if (sizeOf(longer) >= bound()) return
    yield* combinations(samples, arity, bound, longer)
  }
}
