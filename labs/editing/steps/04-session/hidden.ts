/** The checks that only the grader knows. */
import { type Check, type NemesisStep, type NodeId, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { apart, crashes, faults, ROUGH } from '../../scenarios.ts'
import { SESSION_CLAIMS, session } from '../../session-scenarios.ts'

const LIVENESS_MICROS = 2_400 * MS

export const hidden: readonly Check[] = [
  {
    id: 'an-afternoon',
    title: 'A long session of three, each of them offline for a part of it',
    claims: SESSION_CLAIMS,
    seedCount: 2,
    scenario: (seed) =>
      apart({
        id: 'editing/04-session/an-afternoon',
        nodeCount: 3,
        nemesis: faults(seed, 3, ['partition', 'one-way', 'clog', 'pause'], 5 * SECOND),
        operations: session({
          seed,
          nodeCount: 3,
          fromMicros: 0,
          commands: 300,
          gapMicrosMax: 35 * MS,
        }),
        safetyMicros: 6 * SECOND,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'alone-and-back',
    title: 'Each works alone, and goes on after a restart',
    claims: SESSION_CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      apart({
        id: 'editing/04-session/alone-and-back',
        nodeCount: 3,
        nemesis: [
          {
            at: 80 * MS,
            fault: { kind: 'partition', groups: nodeIds(3).map((node) => [node]), name: 'alone' },
          },
          ...nodeIds(3).map((node, place) => restart(node, (350 + 20 * place) * MS)),
          { at: 800 * MS, fault: { kind: 'heal', name: 'alone' } },
        ],
        operations: session({
          seed,
          nodeCount: 3,
          fromMicros: 0,
          commands: 25,
          gapMicrosMax: 55 * MS,
        }),
        safetyMicros: 900 * MS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'bad-day',
    title: 'Three at work, with crashes, cuts and rough weather',
    claims: SESSION_CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      apart({
        id: 'editing/04-session/bad-day',
        nodeCount: 3,
        weather: ROUGH,
        nemesis: [
          ...faults(seed, 3, ['partition', 'one-way'], 1_200 * MS),
          ...crashes(seed, 3, 1_200 * MS),
        ],
        operations: session({
          seed,
          nodeCount: 3,
          fromMicros: 0,
          commands: 25,
          gapMicrosMax: 100 * MS,
        }),
        safetyMicros: 1_500 * MS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
]

/** Back soon, with what it had synced. */
function restart(node: NodeId, at: number): NemesisStep {
  const target = { kind: 'node', node } as const
  const moment = { kind: 'now' } as const
  const downMicros = 30 * MS
  return { at, fault: { kind: 'crash', target, unsynced: 'lost', moment, downMicros } }
}
