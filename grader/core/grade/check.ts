/** A check: claims that must hold in a scenario, for a number of seeds. */
import type { Claim } from '../check/claim.ts'
import type { Scenario } from '../sim/scenario.ts'

export interface Check {
  /** Unique within its step: `leader-after-heal`. */
  readonly id: string
  /** What is tried, in a few words: `Three nodes, one cut and healed`. */
  readonly title: string
  readonly claims: readonly Claim[]
  /** How many seeds a run tries. */
  readonly seedCount: number
  /** The scenario for a seed: equal seeds give equal scenarios. */
  readonly scenario: (seed: number) => Scenario
}

/** What a person may know of a check without its code. */
export interface CheckSummary {
  readonly id: string
  readonly title: string
  readonly claims: readonly ClaimSummary[]
  readonly seedCount: number
}

export type ClaimSummary = Pick<Claim, 'id' | 'sentence' | 'source' | 'ask'>

/** Leaves out what only a machine can use. */
export function summarizeCheck({ id, title, claims, seedCount }: Check): CheckSummary {
  return {
    id,
    title,
    seedCount,
    claims: claims.map(({ id: claimId, sentence, source, ask }) => ({
      id: claimId,
      sentence,
      source,
      ask,
    })),
  }
}
