/** The checks that only the grader knows. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LIST_CLAIMS, LITTLE_TRAFFIC, lastCommands, listWorkload } from '../../list-scenarios.ts'
import { apart, faults, ROUGH, sizeFor } from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'five-in-rough-weather',
    title: 'Two, four or five nodes, random cuts, and messages lost, repeated and late',
    claims: LIST_CLAIMS,
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [2, 4, 5])
      const until = { fromMicros: 0, untilMicros: 1_500 * MS, gapMicrosMax: 400 * MS }
      return apart({
        id: 'editing/01-operations/five-in-rough-weather',
        nodeCount,
        weather: ROUGH,
        nemesis: faults(
          seed,
          nodeCount,
          ['partition', 'one-way', 'ring', 'bridge', 'pause', 'clog'],
          1_200 * MS,
        ),
        operations: [
          ...listWorkload({ seed, nodes: nodeIds(nodeCount), ...until }),
          ...lastCommands(seed, nodeCount, 1_500 * MS),
        ],
        safetyMicros: 1_500 * MS,
        livenessMicros: 2_500 * MS,
      })
    },
  },
  {
    id: 'a-long-history',
    title: 'Many commands, one node away for all of them, and then silence',
    claims: [...LIST_CLAIMS, LITTLE_TRAFFIC],
    seedCount: 10,
    scenario: (seed) => {
      const until = { fromMicros: 0, untilMicros: 2 * SECOND, gapMicrosMax: 80 * MS }
      return apart({
        id: 'editing/01-operations/a-long-history',
        nodeCount: 3,
        nemesis: [
          { at: 0, fault: { kind: 'partition', groups: [['n1', 'n2'], ['n3']], name: 'away' } },
          { at: 2 * SECOND, fault: { kind: 'heal', name: 'away' } },
        ],
        operations: [
          ...listWorkload({ seed, nodes: nodeIds(3), ...until }),
          ...lastCommands(seed, 3, 2 * SECOND),
        ],
        safetyMicros: 2 * SECOND,
        livenessMicros: 4 * SECOND,
      })
    },
  },
  {
    id: 'never-two-at-once',
    title: 'Only one pair of nodes can talk at a time, in turn',
    claims: LIST_CLAIMS,
    seedCount: 20,
    scenario: (seed) => {
      const until = { fromMicros: 0, untilMicros: 1_200 * MS, gapMicrosMax: 300 * MS }
      const pairs = [
        [['n1', 'n2'], ['n3']],
        [['n2', 'n3'], ['n1']],
        [['n1', 'n3'], ['n2']],
      ]
      return apart({
        id: 'editing/01-operations/never-two-at-once',
        nodeCount: 3,
        nemesis: pairs.flatMap((groups, turn) => {
          const name = `turn ${turn}`
          return [
            { at: turn * 400 * MS, fault: { kind: 'partition', groups, name } },
            { at: (turn + 1) * 400 * MS, fault: { kind: 'heal', name } },
          ] as const
        }),
        operations: listWorkload({ seed, nodes: nodeIds(3), ...until }),
        safetyMicros: 1_200 * MS,
        livenessMicros: 2_500 * MS,
      })
    },
  },
]
