/** The checks that learners see and run in their browser. */
import { type Check, DEFAULT_NETWORK, entriesSentSeldom, type NetworkOptions } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LIVENESS, SAFETY } from '../../log-claims.ts'
import { logScenario, STARTED_MICROS } from '../../log-scenarios.ts'
import { sizeFor } from '../../scenarios.ts'

export const CLAIMS = [...SAFETY.append, ...LIVENESS.stored]

/**
 * Messages overtake each other and come twice, but never so late that a follower could lose
 * patience with its leader: what happens when leaders change is the next step.
 */
export const OVERTAKING: NetworkOptions = {
  ...DEFAULT_NETWORK,
  duplicatePermille: 150,
  tailPermille: 300,
  tailMicrosMax: 60 * MS,
}

const FOLLOWER = { kind: 'where', field: 'role', value: 'follower', pick: 'earliest' } as const
export const SENDINGS_MAX = 4

export const visible: readonly Check[] = [
  {
    id: 'healthy-log',
    title: 'A healthy network',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      logScenario({
        id: 'raft/05-append/healthy-log',
        nodeCount: sizeFor(seed, [3, 5]),
        rounds: [{ fromMicros: 100 * MS, everyMicros: 130 * MS, count: 14 }],
        safetyMicros: 2 * SECOND,
      }),
  },
  {
    id: 'overtaking-entries',
    title: 'Entries overtake each other and come twice',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      logScenario({
        id: 'raft/05-append/overtaking-entries',
        nodeCount: 3,
        network: OVERTAKING,
        rounds: [
          { fromMicros: STARTED_MICROS, everyMicros: sizeFor(seed, [9, 40]) * MS, count: 25 },
        ],
        safetyMicros: 2 * SECOND,
      }),
  },
  {
    id: 'follower-away',
    title: 'A follower is cut off for a while, and comes back',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      logScenario({
        id: 'raft/05-append/follower-away',
        nodeCount: sizeFor(seed, [3, 5]),
        nemesis: [
          { at: STARTED_MICROS, fault: { kind: 'isolate', target: FOLLOWER, name: 'away' } },
          { at: 2 * SECOND, fault: { kind: 'heal', name: 'away' } },
        ],
        rounds: [{ fromMicros: 700 * MS, everyMicros: 100 * MS, count: 18 }],
        safetyMicros: 2_500 * MS,
      }),
  },
  {
    id: 'quiet-return',
    title: 'A follower comes back when nobody asks for anything',
    claims: [...SAFETY.append, ...LIVENESS.quiet],
    seedCount: 6,
    scenario: (seed) =>
      logScenario({
        id: 'raft/05-append/quiet-return',
        nodeCount: sizeFor(seed, [3, 5]),
        nemesis: [{ at: STARTED_MICROS, fault: { kind: 'isolate', target: FOLLOWER } }],
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 50 * MS, count: 8 }],
        safetyMicros: 2 * SECOND,
        endsQuietly: true,
      }),
  },
  {
    id: 'what-it-costs',
    title: 'Ten commands, and then a rest',
    claims: [...CLAIMS, entriesSentSeldom(SENDINGS_MAX)],
    seedCount: 6,
    scenario: (seed) =>
      logScenario({
        id: 'raft/05-append/what-it-costs',
        nodeCount: sizeFor(seed, [3, 5]),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 100 * MS, count: 10 }],
        safetyMicros: 3_500 * MS,
      }),
  },
]
