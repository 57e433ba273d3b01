/** The checks that only the grader knows, in every step of this lab. */
import { type Check, convergesWithin } from '#core'
import { replaceClaim } from '../shared-scenarios/replace-claim.ts'
import {
  AGREEMENT_MICROS_MAX,
  badLinks,
  bySeed,
  replicaSwarm,
  replicasScenario,
} from '../shared-scenarios/replicas.ts'
import { MS } from '../shared-scenarios/units.ts'
import { LAWS } from './claims.ts'
import type { TypeUnderTest } from './type-under-test.ts'

function otherSizes({ step, claims, command }: TypeUnderTest): Check {
  return {
    id: 'other-sizes',
    title: 'One replica, four or five',
    claims,
    seedCount: 8,
    scenario: (seed) => {
      const nodeCount = bySeed(seed, [1, 4, 5])
      return replicasScenario({
        id: `crdt/${step}/other-sizes`,
        seed,
        nodeCount,
        command,
        nemesis: replicaSwarm(
          seed,
          nodeCount,
          nodeCount === 1 ? ['crash'] : ['crash', 'pause'],
          900 * MS,
        ),
        safetyMicros: 1_100 * MS,
        lawsAt: [500 * MS],
      })
    },
  }
}

function restoredInTheDark({ step, claims, command }: TypeUnderTest): Check {
  return {
    id: 'restored-in-the-dark',
    title: 'A replica crashes while it is cut off, and counts on after its restart',
    claims,
    seedCount: 12,
    scenario: (seed) => {
      const alone = `n${1 + (seed % 3)}`
      const target = { kind: 'node', node: alone } as const
      return replicasScenario({
        id: `crdt/${step}/restored-in-the-dark`,
        seed,
        nodeCount: 3,
        command,
        gapMicrosMax: 120 * MS,
        nemesis: [
          {
            at: 150 * MS,
            fault: { kind: 'partition', groups: [['n1'], ['n2'], ['n3']], name: 'all' },
          },
          {
            at: (300 + (seed % 9) * 10) * MS,
            fault: {
              kind: 'crash',
              target,
              unsynced: 'lost',
              moment: { kind: 'now' },
              downMicros: 40 * MS,
            },
          },
          { at: 800 * MS, fault: { kind: 'heal', name: 'all' } },
        ],
        safetyMicros: 900 * MS,
      })
    },
  }
}

function betweenTwoEffects({ step, claims, command }: TypeUnderTest): Check {
  return {
    id: 'between-two-effects',
    title: 'Crashes between any two effects of a handler',
    claims,
    seedCount: 16,
    scenario: (seed) =>
      replicasScenario({
        id: `crdt/${step}/between-two-effects`,
        seed,
        nodeCount: 3,
        command,
        gapMicrosMax: 100 * MS,
        nemesis: [1, 2, 3, 4, 5, 6].map((round) => ({
          at: (100 + round * 120) * MS,
          fault: {
            kind: 'crash',
            target: { kind: 'node', node: `n${1 + ((seed + round) % 3)}` },
            unsynced: 'lost',
            moment: { kind: 'mid-call', afterEffects: (seed + round) % 5 },
            downMicros: 50 * MS,
          },
        })),
        safetyMicros: 1_000 * MS,
      }),
  }
}

function lawsInBadWeather({ step, command }: TypeUnderTest): Check {
  return {
    id: 'laws-in-bad-weather',
    title: 'The laws of merging, where replicas crash, are cut off and hear things late',
    claims: LAWS,
    seedCount: 12,
    scenario: (seed) =>
      replicasScenario({
        id: `crdt/${step}/laws-in-bad-weather`,
        seed,
        nodeCount: 4,
        command,
        gapMicrosMax: 120 * MS,
        nemesis: [
          badLinks(4, { lossPermille: 300, duplicatePermille: 150 }),
          ...replicaSwarm(seed, 4, ['partition', 'crash', 'isolate'], 900 * MS),
        ],
        safetyMicros: 1_000 * MS,
        lawsAt: [200 * MS, 400 * MS, 600 * MS, 800 * MS, 1_000 * MS],
      }),
  }
}

function everythingAtOnce({ step, claims, command }: TypeUnderTest): Check {
  return {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims,
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = bySeed(seed, [3, 4, 5])
      return replicasScenario({
        id: `crdt/${step}/everything-at-once`,
        seed,
        nodeCount,
        command,
        nemesis: [
          badLinks(nodeCount, { lossPermille: 150, duplicatePermille: 150 }),
          ...replicaSwarm(
            seed,
            nodeCount,
            ['partition', 'isolate', 'one-way', 'bridge', 'crash', 'pause', 'clog', 'flap'],
            1_500 * MS,
          ),
        ],
        safetyMicros: 1_800 * MS,
        lawsAt: [900 * MS],
      })
    },
  }
}

const LAST_UPDATE_MICROS = 900 * MS

/** A cut that does not heal in time: what replicas say must be passed on. */
function throughOthers({ step, claims, command }: TypeUnderTest): Check {
  const agree = convergesWithin({
    state: 'shown',
    withinMicros: AGREEMENT_MICROS_MAX,
    fromMicros: LAST_UPDATE_MICROS,
  })
  return {
    id: 'through-others',
    title: 'Two sides never hear each other, and one replica hears both',
    claims: replaceClaim(claims, agree),
    seedCount: 6,
    scenario: (seed) => {
      const nodeCount = bySeed(seed, [3, 5])
      const target = { kind: 'node', node: `n${1 + (seed % nodeCount)}` } as const
      const scenario = replicasScenario({
        id: `crdt/${step}/through-others`,
        seed,
        nodeCount,
        command,
        nemesis: [{ at: 5 * MS, fault: { kind: 'bridge', target } }],
        safetyMicros: 3_000 * MS,
      })
      const operations = scenario.operations.filter(({ at }) => at < LAST_UPDATE_MICROS)
      return { ...scenario, operations }
    },
  }
}

/** The checks of one data type that only the grader knows. */
export function hiddenFamily(type: TypeUnderTest): readonly Check[] {
  return [
    otherSizes(type),
    restoredInTheDark(type),
    betweenTwoEffects(type),
    lawsInBadWeather(type),
    throughOthers(type),
    everythingAtOnce(type),
  ]
}
