/** The checks that only the grader knows. */
import { type Check, entriesSentSeldom } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { logScenario, STARTED_MICROS } from '../../log-scenarios.ts'
import { sizeFor } from '../../scenarios.ts'
import { CLAIMS, OVERTAKING, SENDINGS_MAX } from './visible.ts'

const FOLLOWER = { kind: 'where', field: 'role', value: 'follower', pick: 'latest' } as const

export const hidden: readonly Check[] = [
  {
    id: 'bursts',
    title: 'Bursts of commands while messages overtake each other',
    claims: CLAIMS,
    seedCount: 25,
    scenario: (seed) =>
      logScenario({
        id: 'raft/05-append/bursts',
        nodeCount: sizeFor(seed, [4, 5]),
        network: OVERTAKING,
        rounds: [
          { fromMicros: STARTED_MICROS, everyMicros: 4 * MS, count: 12 },
          { fromMicros: STARTED_MICROS + 400 * MS, everyMicros: 33 * MS, count: 10 },
        ],
        safetyMicros: 2 * SECOND,
      }),
  },
  {
    id: 'followers-away-in-turn',
    title: 'One follower after the other is cut off, while messages overtake each other',
    claims: CLAIMS,
    seedCount: 25,
    scenario: (seed) =>
      logScenario({
        id: 'raft/05-append/followers-away-in-turn',
        nodeCount: 5,
        network: OVERTAKING,
        nemesis: [0, 1, 2].flatMap((turn) => {
          const at = STARTED_MICROS + turn * 700 * MS
          const name = `away-${turn}`
          const fault = { kind: turn === 1 ? 'deafen' : 'isolate', target: FOLLOWER, name } as const
          return [
            { at, fault },
            { at: at + 500 * MS, fault: { kind: 'heal', name } as const },
          ]
        }),
        rounds: [{ fromMicros: 600 * MS, everyMicros: (20 + (seed % 3) * 30) * MS, count: 35 }],
        safetyMicros: 3_200 * MS,
      }),
  },
  {
    id: 'cost-of-many',
    title: 'Thirty commands to seven nodes, and then a rest',
    claims: [...CLAIMS, entriesSentSeldom(SENDINGS_MAX)],
    seedCount: 5,
    scenario: () =>
      logScenario({
        id: 'raft/05-append/cost-of-many',
        nodeCount: 7,
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 80 * MS, count: 30 }],
        safetyMicros: 5 * SECOND,
      }),
  },
]
