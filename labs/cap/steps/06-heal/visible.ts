/** The checks that learners see and run in their browser. */
import { type Check, nodeIds } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { HEALS } from '../../register-claims.ts'
import {
  AT_ONCE_TIMEOUT_MICROS,
  cutBetween,
  cutsInRounds,
  registerScenario,
  registerSwarm,
  roundsEnd,
} from '../../register-scenarios.ts'

export const visible: readonly Check[] = [
  {
    id: 'two-sides-write',
    title: 'Both sides of a cut write, and then hear of each other',
    claims: HEALS,
    seedCount: 8,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/06-heal/two-sides-write',
        seed,
        nodeCount: 2,
        nemesis: cutBetween(
          nodeIds(2).map((node) => [node]),
          { at: 200 * MS, untilMicros: 500 * MS },
        ),
        safetyMicros: 700 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 150 * MS,
      }),
  },
  {
    id: 'cut-after-cut',
    title: 'Cut after cut among three nodes',
    claims: HEALS,
    seedCount: 8,
    scenario: (seed) => {
      const rounds = { seed, nodeCount: 3, rounds: 3, cutMicros: 350 * MS, restMicros: 150 * MS }
      return registerScenario({
        id: 'cap/06-heal/cut-after-cut',
        seed,
        nodeCount: 3,
        nemesis: cutsInRounds(rounds),
        safetyMicros: roundsEnd(rounds),
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 120 * MS,
      })
    },
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: HEALS,
    seedCount: 10,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/06-heal/crash-and-restart',
        seed,
        nodeCount: 3,
        nemesis: registerSwarm(seed, 3, ['crash', 'isolate'], 1_200 * MS),
        safetyMicros: 1_400 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 100 * MS,
      }),
  },
]
