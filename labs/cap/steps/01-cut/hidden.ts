/** The checks that only the grader knows. */
import { type Check, nodeIds, Prng } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { groupsFor, hostScenario } from '../../host-scenarios.ts'
import { restartAt } from '../../scenarios.ts'
import { CLAIMS } from './visible.ts'

export const hidden: readonly Check[] = [
  {
    id: 'three-groups',
    title: 'Five machines in three groups, then in two',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      hostScenario({
        id: 'cap/01-cut/three-groups',
        seed,
        hostCount: 5,
        orders: [
          { at: 150 * MS, groups: groupsFor(seed, 5, 3) },
          { at: 800 * MS, groups: groupsFor(seed + 1, 5, 2) },
          { at: 1_500 * MS },
        ],
        untilMicros: 1_600 * MS,
      }),
  },
  {
    id: 'restart-after-the-cut',
    title: 'The machines restart once the cut has been lifted',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      hostScenario({
        id: 'cap/01-cut/restart-after-the-cut',
        seed,
        hostCount: 3,
        orders: [{ at: 150 * MS, groups: groupsFor(seed, 3, 2) }, { at: 600 * MS }],
        nemesis: nodeIds(3).map((host, index) => restartAt(host, (800 + 90 * index) * MS, 40 * MS)),
        untilMicros: 1_200 * MS,
      }),
  },
  {
    id: 'restart-between-two-cuts',
    title: 'The machines restart after the second of three cuts',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) => {
      const hostCount = 4
      return hostScenario({
        id: 'cap/01-cut/restart-between-two-cuts',
        seed,
        hostCount,
        orders: [
          { at: 150 * MS, groups: groupsFor(seed, hostCount, 2) },
          { at: 600 * MS, groups: groupsFor(seed + 1, hostCount, 3) },
          { at: 1_500 * MS, groups: groupsFor(seed + 2, hostCount, 2) },
          { at: 2_100 * MS },
        ],
        nemesis: nodeIds(hostCount).map((host, index) =>
          restartAt(host, (750 + 110 * index) * MS, 60 * MS),
        ),
        untilMicros: 2_200 * MS,
      })
    },
  },
  {
    id: 'power-cut-while-ordering',
    title: 'Machines crash in the midst of an order',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => {
      const prng = new Prng(seed, 'crashes')
      return hostScenario({
        id: 'cap/01-cut/power-cut-while-ordering',
        seed,
        hostCount: 3,
        orders: [
          { at: 200 * MS, groups: groupsFor(seed, 3, 2) },
          { at: 900 * MS, groups: groupsFor(seed + 1, 3, 2) },
          { at: 1_600 * MS },
        ],
        nemesis: [200, 900, 1_600].flatMap((ms) =>
          nodeIds(3).map((node, index) => ({
            at: (ms - 10 + 10 * index) * MS + prng.between(0, 20 * MS),
            fault: {
              kind: 'crash',
              target: { kind: 'node', node },
              unsynced: 'lost',
              moment: { kind: 'mid-call', afterEffects: prng.between(0, 4) },
              downMicros: prng.between(10, 150) * MS,
            } as const,
          })),
        ),
        untilMicros: 1_900 * MS,
      })
    },
  },
]
