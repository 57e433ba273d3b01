/** The checks that learners see in every step of this lab: what all data types must stand. */
import type { Check } from '#core'
import {
  badLinks,
  bySeed,
  crashInTurn,
  cutInTwo,
  replicasScenario,
} from '../shared-scenarios/replicas.ts'
import { MS } from '../shared-scenarios/units.ts'
import { LAWS } from './claims.ts'
import type { TypeUnderTest } from './type-under-test.ts'

function calm({ step, claims, command }: TypeUnderTest): Check {
  return {
    id: 'calm',
    title: 'A healthy network',
    claims,
    seedCount: 8,
    scenario: (seed) =>
      replicasScenario({
        id: `crdt/${step}/calm`,
        seed,
        nodeCount: bySeed(seed, [2, 3]),
        command,
        safetyMicros: 600 * MS,
      }),
  }
}

function laws({ step, command }: TypeUnderTest): Check {
  return {
    id: 'laws',
    title: 'The laws of merging, on states that the replicas have seen',
    claims: LAWS,
    seedCount: 8,
    scenario: (seed) =>
      replicasScenario({
        id: `crdt/${step}/laws`,
        seed,
        nodeCount: 3,
        command,
        gapMicrosMax: 120 * MS,
        safetyMicros: 600 * MS,
        lawsAt: [150 * MS, 300 * MS, 450 * MS, 600 * MS],
      }),
  }
}

function twoSides({ step, claims, command }: TypeUnderTest): Check {
  return {
    id: 'two-sides',
    title: 'Two sides that cannot hear each other, then a heal',
    claims,
    seedCount: 8,
    scenario: (seed) =>
      replicasScenario({
        id: `crdt/${step}/two-sides`,
        seed,
        nodeCount: 3,
        command,
        nemesis: cutInTwo(seed, 3, { fromMicros: 200 * MS, untilMicros: 1_000 * MS }),
        safetyMicros: 1_100 * MS,
      }),
  }
}

function lostAndRepeated({ step, claims, command }: TypeUnderTest): Check {
  return {
    id: 'lost-and-repeated',
    title: 'Messages are lost, repeated and overtaken',
    claims,
    seedCount: 8,
    scenario: (seed) =>
      replicasScenario({
        id: `crdt/${step}/lost-and-repeated`,
        seed,
        nodeCount: 3,
        command,
        nemesis: [
          badLinks(3, { lossPermille: 300, duplicatePermille: 300, delayMicrosMax: 250 * MS }),
        ],
        safetyMicros: 1_000 * MS,
      }),
  }
}

function crashes({ step, claims, command }: TypeUnderTest): Check {
  return {
    id: 'crashes',
    title: 'Replicas crash, and lose what they did not sync',
    claims,
    seedCount: 8,
    scenario: (seed) =>
      replicasScenario({
        id: `crdt/${step}/crashes`,
        seed,
        nodeCount: 3,
        command,
        nemesis: crashInTurn(3, {
          fromMicros: (150 + (seed % 7) * 10) * MS,
          everyMicros: 130 * MS,
          times: 6,
        }),
        safetyMicros: 1_200 * MS,
      }),
  }
}

/** The checks of one data type, as learners see them. */
export function visibleFamily(type: TypeUnderTest): readonly Check[] {
  return [calm(type), laws(type), twoSides(type), lostAndRepeated(type), crashes(type)]
}
