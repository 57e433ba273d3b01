/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { REFUSES } from '../../register-claims.ts'
import {
  cutsInRounds,
  registerScenario,
  registerSwarm,
  roundsEnd,
  sizeFor,
} from '../../register-scenarios.ts'

export const visible: readonly Check[] = [
  {
    id: 'whole-network',
    title: 'A network without faults',
    claims: REFUSES,
    seedCount: 8,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/04-refuse/whole-network',
        seed,
        nodeCount: sizeFor(seed, [3, 5]),
        safetyMicros: 600 * MS,
        gapMicrosMax: 60 * MS,
      }),
  },
  {
    id: 'two-sides',
    title: 'A cut into a larger and a smaller side',
    claims: REFUSES,
    seedCount: 10,
    scenario: (seed) => {
      const rounds = { seed, nodeCount: sizeFor(seed, [3, 5]), rounds: 2 }
      return registerScenario({
        id: 'cap/04-refuse/two-sides',
        seed,
        nodeCount: rounds.nodeCount,
        nemesis: cutsInRounds(rounds),
        safetyMicros: roundsEnd(rounds),
      })
    },
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: REFUSES,
    seedCount: 10,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/04-refuse/crash-and-restart',
        seed,
        nodeCount: 3,
        nemesis: registerSwarm(seed, 3, ['crash'], 1_800 * MS),
        safetyMicros: 2_000 * MS,
        gapMicrosMax: 120 * MS,
      }),
  },
]
