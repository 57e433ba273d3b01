/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { eraseAll, FORGETTING_CLAIMS } from '../../forgetting-scenarios.ts'
import { apart, crashes, ROUGH } from '../../scenarios.ts'
import { editing } from '../../text-scenarios.ts'

const SAFETY_MICROS = 1_000 * MS
const LIVENESS_MICROS = 4_000 * MS
/** By then the healed network has brought everything everywhere. */
const ERASE_FROM_MICROS = SAFETY_MICROS + 600 * MS

function writing(seed: number, nodeCount: number) {
  return [
    ...editing({ seed, nodeCount, fromMicros: 0, untilMicros: 900 * MS, gapMicrosMax: 110 * MS }),
    ...eraseAll(ERASE_FROM_MICROS, 60),
  ]
}

export const visible: readonly Check[] = [
  {
    id: 'write-and-erase',
    title: 'Three write, then everything is erased',
    claims: FORGETTING_CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      apart({
        id: 'editing/06-forgetting/write-and-erase',
        nodeCount: 3,
        operations: writing(seed, 3),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'one-is-away',
    title: 'One node is away while the others write and erase',
    claims: FORGETTING_CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      apart({
        id: 'editing/06-forgetting/one-is-away',
        nodeCount: 3,
        nemesis: [
          {
            at: 250 * MS,
            fault: { kind: 'partition', groups: [['n1', 'n2'], ['n3']], name: 'away' },
          },
          { at: 950 * MS, fault: { kind: 'heal', name: 'away' } },
        ],
        operations: writing(seed, 3),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'rough-weather',
    title: 'Messages are lost, repeated and late, and nodes crash',
    claims: FORGETTING_CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      apart({
        id: 'editing/06-forgetting/rough-weather',
        nodeCount: 3,
        weather: ROUGH,
        nemesis: crashes(seed, 3, 900 * MS),
        operations: writing(seed, 3),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
]
