/** The checks that only the grader knows. */
import { type Check, Prng } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { driverScenario, OUTCOMES } from '../../driver-scenarios.ts'
import { restartAt } from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'drivers-restart',
    title: 'The drivers restart while calls are under way',
    claims: OUTCOMES,
    seedCount: 16,
    scenario: (seed) => {
      const prng = new Prng(seed, 'restarts')
      return driverScenario({
        id: 'cap/02-outcomes/drivers-restart',
        seed,
        troublePermille: 250,
        nemesis: Array.from({ length: 8 }, (_, index) =>
          restartAt(prng.pick(['n1', 'n2']), (60 + 80 * index) * MS, prng.between(2, 40) * MS),
        ),
        safetyMicros: 800 * MS,
      })
    },
  },
  {
    id: 'one-direction-cut',
    title: 'Requests arrive and answers do not, then the other way round',
    claims: OUTCOMES,
    seedCount: 12,
    scenario: (seed) => {
      const target = { kind: 'node', node: 'n3' } as const
      const kinds = seed % 2 === 0 ? (['mute', 'deafen'] as const) : (['deafen', 'mute'] as const)
      return driverScenario({
        id: 'cap/02-outcomes/one-direction-cut',
        seed,
        troublePermille: 100,
        nemesis: kinds.flatMap((kind, index) => [
          { at: (80 + 350 * index) * MS, fault: { kind, target, name: kind } },
          { at: (330 + 350 * index) * MS, fault: { kind: 'heal', name: kind } as const },
        ]),
        safetyMicros: 900 * MS,
      })
    },
  },
  {
    id: 'everything-at-once',
    title: 'A store in trouble behind a bad network, with restarts on both sides',
    claims: OUTCOMES,
    seedCount: 20,
    scenario: (seed) => {
      const prng = new Prng(seed, 'restarts')
      return driverScenario({
        id: 'cap/02-outcomes/everything-at-once',
        seed,
        troublePermille: 350,
        lossPermille: 150,
        nemesis: Array.from({ length: 4 }, (_, index) =>
          restartAt(
            prng.pick(['n1', 'n2', 'n3']),
            (80 + 150 * index) * MS,
            prng.between(2, 80) * MS,
          ),
        ),
        safetyMicros: 900 * MS,
      })
    },
  },
]
