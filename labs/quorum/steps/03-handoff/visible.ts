/** The checks that learners see and run in their browser. */
import type { Check, Claim, NemesisStep } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { available, handedOver, type Quorum, storeClaims } from '../../claims.ts'
import { HANDOFF_LIVENESS_MICROS } from '../../hint-stories.ts'
import {
  badLinks,
  faults,
  isolations,
  operation,
  put,
  shuffled,
  storeScenario,
  workload,
} from '../../scenarios.ts'

const THREE: Quorum = { n: 3, r: 2, w: 2 }

const ID = '03-handoff'

/** What nodes may send by themselves, all together: a hint now and then. */
const HANDOFFS_PER_SECOND_MAX = 300

export function hintClaims(quorum: Quorum): readonly Claim[] {
  return [...handedOver(quorum), ...storeClaims(quorum, HANDOFFS_PER_SECOND_MAX)]
}

interface Writers {
  readonly seed: number
  readonly nodeCount: number
  readonly untilMicros: number
  readonly gapMicrosMax?: number
}

/** Clients that write more than they read, so that no read repairs what a hint should. */
export function writers({ gapMicrosMax = 150 * MS, ...options }: Writers) {
  return workload({ ...options, gapMicrosMax, fromMicros: 50 * MS, putPermille: 900 })
}

/** The node crashes at this moment, loses what it had not synced, and is back soon. */
export function crashAt(ms: number, node: string): NemesisStep {
  const target = { kind: 'node', node } as const
  const moment = { kind: 'now' } as const
  return {
    at: ms * MS,
    fault: { kind: 'crash', target, unsynced: 'lost', moment, downMicros: 100 * MS },
  }
}

export const visible: readonly Check[] = [
  {
    id: 'away-and-back',
    title: 'Each replica is away for a while, and nobody reads what it missed',
    claims: [available(THREE), ...hintClaims(THREE)],
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/away-and-back`,
        nodeCount: 3,
        settings: { ...THREE },
        nemesis: isolations(seed, 3, { rounds: 3, everyMicros: 350 * MS }),
        operations: writers({ seed, nodeCount: 3, untilMicros: 1_200 * MS }),
        safetyMicros: 1_300 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  {
    id: 'coordinator-crashes',
    title: 'The coordinator of an acknowledged write crashes while a replica is away',
    claims: [available(THREE), ...hintClaims(THREE)],
    seedCount: 8,
    scenario: (seed) => {
      const [first = 'n1', second = 'n2', away = 'n3'] = shuffled(seed, 3)
      return storeScenario({
        id: `quorum/${ID}/coordinator-crashes`,
        nodeCount: 3,
        settings: { ...THREE },
        nemesis: [
          { at: 50 * MS, fault: { kind: 'partition', groups: [[away], [first, second]] } },
          crashAt(250, first),
          crashAt(500, second),
        ],
        operations: [
          operation(100 * MS, 'c1', first, put('x', 'a')),
          operation(120 * MS, 'c2', first, put('y', 'b')),
          operation(400 * MS, 'c3', second, put('y', 'c')),
        ],
        safetyMicros: 800 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'late-and-twice',
    title: 'Messages come late and twice, and some are lost',
    claims: hintClaims(THREE),
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/late-and-twice`,
        nodeCount: 3,
        settings: { ...THREE },
        nemesis: [
          badLinks(3, { lossPermille: 100, duplicatePermille: 200 }),
          ...faults(seed, 3, ['isolate', 'one-way'], 1_500 * MS),
        ],
        operations: writers({ seed, nodeCount: 3, untilMicros: 1_700 * MS }),
        safetyMicros: 1_800 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  {
    id: 'among-five',
    title: 'A cut through five nodes, of which three are replicas',
    claims: [available(THREE), ...hintClaims(THREE)],
    seedCount: 12,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/among-five`,
        nodeCount: 5,
        settings: { ...THREE },
        nemesis: faults(seed, 5, ['partition', 'isolate'], 1_500 * MS),
        operations: writers({
          seed,
          nodeCount: 5,
          untilMicros: 1_600 * MS,
          gapMicrosMax: 200 * MS,
        }),
        safetyMicros: 2 * SECOND,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
]
