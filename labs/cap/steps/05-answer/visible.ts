/** The checks that learners see and run in their browser. */
import { type Check, nodeIds } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { ANSWERS } from '../../register-claims.ts'
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
    id: 'everybody-alone',
    title: 'No node hears another for a while',
    claims: ANSWERS,
    seedCount: 8,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/05-answer/everybody-alone',
        seed,
        nodeCount: 3,
        nemesis: cutBetween(
          nodeIds(3).map((node) => [node]),
          { at: 200 * MS, untilMicros: 700 * MS },
        ),
        safetyMicros: 800 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 80 * MS,
      }),
  },
  {
    id: 'cut-after-cut',
    title: 'Cut after cut into two sides',
    claims: ANSWERS,
    seedCount: 8,
    scenario: (seed) => {
      const rounds = { seed, nodeCount: 3, rounds: 3, cutMicros: 350 * MS, restMicros: 150 * MS }
      return registerScenario({
        id: 'cap/05-answer/cut-after-cut',
        seed,
        nodeCount: 3,
        nemesis: cutsInRounds(rounds),
        safetyMicros: roundsEnd(rounds),
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 80 * MS,
      })
    },
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: ANSWERS,
    seedCount: 10,
    scenario: (seed) =>
      registerScenario({
        id: 'cap/05-answer/crash-and-restart',
        seed,
        nodeCount: 3,
        nemesis: registerSwarm(seed, 3, ['crash', 'isolate'], 1_200 * MS),
        safetyMicros: 1_400 * MS,
        timeoutMicros: AT_ONCE_TIMEOUT_MICROS,
        gapMicrosMax: 80 * MS,
      }),
  },
]
