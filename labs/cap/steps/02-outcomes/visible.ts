/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { driverScenario, OUTCOMES } from '../../driver-scenarios.ts'

export const visible: readonly Check[] = [
  {
    id: 'a-store-in-good-health',
    title: 'A store that answers everything',
    claims: OUTCOMES,
    seedCount: 6,
    scenario: (seed) =>
      driverScenario({
        id: 'cap/02-outcomes/a-store-in-good-health',
        seed,
        troublePermille: 0,
        safetyMicros: 400 * MS,
        quietMicros: 6 * SECOND,
      }),
  },
  {
    id: 'a-store-in-trouble',
    title: 'A store that refuses, reports errors, and falls silent',
    claims: OUTCOMES,
    seedCount: 12,
    scenario: (seed) =>
      driverScenario({
        id: 'cap/02-outcomes/a-store-in-trouble',
        seed,
        troublePermille: 400,
        safetyMicros: 700 * MS,
      }),
  },
  {
    id: 'answers-lost',
    title: 'Requests and answers are lost, late and doubled',
    claims: OUTCOMES,
    seedCount: 12,
    scenario: (seed) =>
      driverScenario({
        id: 'cap/02-outcomes/answers-lost',
        seed,
        troublePermille: 100,
        lossPermille: 200,
        safetyMicros: 700 * MS,
      }),
  },
]
