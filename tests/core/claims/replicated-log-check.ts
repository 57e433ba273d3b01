/** Clusters of replicated logs under random faults, and the claims about them. */
import {
  type Check,
  type Claim,
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type NemesisStep,
  nodeIds,
  Prng,
  type Scenario,
  swarmNemesis,
} from '#core'
import {
  acknowledgedIsApplied,
  refusedIsNeverApplied,
} from '../../../grader/core/check/convergence/exactly-once.ts'
import { strongConvergence } from '../../../grader/core/check/convergence/strong-convergence.ts'
import { RAFT_CLAIMS } from './all-claims.ts'
import type { Bug } from './replicated-log-types.ts'

const MS = 1_000

/** Claims that every one of these runs must keep. */
export const REPLICATED_LOG_CLAIMS: readonly Claim[] = [
  ...RAFT_CLAIMS,
  strongConvergence({ seen: { kind: 'field', field: 'lastApplied' } }),
  acknowledgedIsApplied(),
  refusedIsNeverApplied(),
]

/** A check of these claims on a cluster with a bug; equal seeds give equal scenarios. */
export function replicatedLogCheck(bug: Bug, claims: readonly Claim[]): Check {
  return {
    id: 'claims',
    title: 'all claims about Raft',
    claims,
    seedCount: 1,
    scenario: (seed) => scenarioFor(seed, bug),
  }
}

function swarm(seed: number, nodes: readonly string[]) {
  return swarmNemesis({
    seed,
    nodes,
    kinds: ['partition', 'isolate', 'one-way', 'bridge', 'crash', 'pause', 'clog', 'degrade'],
    fromMicros: 300 * MS,
    untilMicros: 2_700 * MS,
    gapMicrosMin: 50 * MS,
    gapMicrosMax: 400 * MS,
    lengthMicrosMin: 50 * MS,
    lengthMicrosMax: 600 * MS,
    favourite: { field: 'role', value: 'leader' },
  })
}

/** All nodes lose power at once, twice. */
function powerCuts(nodes: readonly string[]): readonly NemesisStep[] {
  return [900, 1_800].flatMap((at) =>
    nodes.map((node) => ({
      at: at * MS,
      fault: {
        kind: 'crash' as const,
        target: { kind: 'node' as const, node },
        unsynced: 'lost' as const,
        moment: { kind: 'now' as const },
        downMicros: 50 * MS,
      },
    })),
  )
}

/** A cluster under random faults whose clients ask whichever node they like. */
function scenarioFor(seed: number, bug: Bug): Scenario {
  const prng = new Prng(seed, 'replicated log')
  const nodes = nodeIds(prng.pick([3, 3, 5, 5, 4]))
  const operations = Array.from(
    { length: 60 },
    (_, index): ClientOperation => ({
      at: 300 * MS + index * 40 * MS,
      client: `c${(index % 3) + 1}`,
      node: prng.pick(nodes),
      body: { id: `op${index}` },
      timeoutMicros: 200 * MS,
    }),
  )
  return {
    id: 'replicated-log',
    nodes,
    clients: ['c1', 'c2', 'c3'],
    network: {
      ...DEFAULT_NETWORK,
      lossPermille: prng.pick([0, 50, 100]),
      duplicatePermille: prng.pick([0, 50]),
      tailPermille: prng.pick([0, 150]),
      tailMicrosMax: 120 * MS,
    },
    nemesis: prng.chance(250) ? powerCuts(nodes) : swarm(seed, nodes),
    operations,
    settings: { bug, keep: prng.pick([4, 10, 1_000]) },
    safetyMicros: 3_000 * MS,
    livenessMicros: 500 * MS,
    budgets: DEFAULT_BUDGETS,
  }
}
