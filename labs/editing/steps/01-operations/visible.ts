/** The checks that learners see and run in their browser. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LIST_CLAIMS, LITTLE_TRAFFIC, lastCommands, listWorkload } from '../../list-scenarios.ts'
import { apart, everybodyAlone, OVERTAKING, REPEATING, ROUGH } from '../../scenarios.ts'

const SAFETY_MICROS = 1_200 * MS

function commands(seed: number, nodeCount: number) {
  const until = { fromMicros: 0, untilMicros: SAFETY_MICROS, gapMicrosMax: 400 * MS }
  return [
    ...listWorkload({ seed, nodes: nodeIds(nodeCount), ...until }),
    ...lastCommands(seed, nodeCount, SAFETY_MICROS),
  ]
}

export const visible: readonly Check[] = [
  {
    id: 'messages-arrive-twice',
    title: 'Many messages arrive twice',
    claims: LIST_CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      apart({
        id: 'editing/01-operations/messages-arrive-twice',
        nodeCount: 3,
        weather: REPEATING,
        operations: commands(seed, 3),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: 2_500 * MS,
      }),
  },
  {
    id: 'messages-overtake',
    title: 'Messages overtake each other',
    claims: LIST_CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      apart({
        id: 'editing/01-operations/messages-overtake',
        nodeCount: 3,
        weather: OVERTAKING,
        operations: commands(seed, 3),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: 2_500 * MS,
      }),
  },
  {
    id: 'everybody-alone',
    title: 'Everybody is cut off for a second',
    claims: [...LIST_CLAIMS, LITTLE_TRAFFIC],
    seedCount: 12,
    scenario: (seed) =>
      apart({
        id: 'editing/01-operations/everybody-alone',
        nodeCount: 3,
        nemesis: everybodyAlone(3, { at: 150 * MS, untilMicros: 1_100 * MS }),
        operations: commands(seed, 3),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: 4 * SECOND,
      }),
  },
  {
    id: 'rough-weather',
    title: 'Messages are lost, repeated and late',
    claims: LIST_CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      apart({
        id: 'editing/01-operations/rough-weather',
        nodeCount: 3,
        weather: ROUGH,
        operations: commands(seed, 3),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: 2_500 * MS,
      }),
  },
]
