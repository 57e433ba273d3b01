/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { apart, crashes, everybodyAlone, ROUGH, sizeFor } from '../../scenarios.ts'
import { editing, TEXT_CLAIMS, TEXT_CONVERGES } from '../../text-scenarios.ts'

const CLAIMS = [...TEXT_CLAIMS, TEXT_CONVERGES]
const SAFETY_MICROS = 1_500 * MS
const LIVENESS_MICROS = 2_300 * MS

export const visible: readonly Check[] = [
  {
    id: 'two-writers',
    title: 'Two write at the same time',
    claims: CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      apart({
        id: 'editing/02-text/two-writers',
        nodeCount: 2,
        operations: editing({
          seed,
          nodeCount: 2,
          fromMicros: 0,
          untilMicros: 400 * MS,
          gapMicrosMax: 60 * MS,
        }),
        safetyMicros: 500 * MS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'everybody-alone',
    title: 'Everybody writes alone, then they meet',
    claims: CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      apart({
        id: 'editing/02-text/everybody-alone',
        nodeCount: 3,
        nemesis: everybodyAlone(3, { at: 300 * MS, untilMicros: 1_200 * MS }),
        operations: editing({
          seed,
          nodeCount: 3,
          fromMicros: 0,
          untilMicros: SAFETY_MICROS,
          gapMicrosMax: 200 * MS,
        }),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'restarts',
    title: 'Nodes crash and start again, and go on writing',
    claims: CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      apart({
        id: 'editing/02-text/restarts',
        nodeCount: 2,
        nemesis: crashes(seed, 2, 1_200 * MS),
        operations: editing({
          seed,
          nodeCount: 2,
          fromMicros: 0,
          untilMicros: SAFETY_MICROS,
          gapMicrosMax: 120 * MS,
        }),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'rough-weather',
    title: 'Messages are lost, repeated and late',
    claims: CLAIMS,
    seedCount: 15,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4])
      return apart({
        id: 'editing/02-text/rough-weather',
        nodeCount,
        weather: ROUGH,
        operations: editing({
          seed,
          nodeCount,
          fromMicros: 0,
          untilMicros: 1_000 * MS,
          gapMicrosMax: 150 * MS,
        }),
        safetyMicros: 1_100 * MS,
        livenessMicros: LIVENESS_MICROS,
      })
    },
  },
]
