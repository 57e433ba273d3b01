/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { apart, everybodyAlone } from '../../scenarios.ts'
import { SESSION_CLAIMS, session } from '../../session-scenarios.ts'

const SAFETY_MICROS = 1_200 * MS
const LIVENESS_MICROS = 2_300 * MS

export const visible: readonly Check[] = [
  {
    id: 'two-at-work',
    title: 'Two at work, first together and then offline',
    claims: SESSION_CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      apart({
        id: 'editing/04-session/two-at-work',
        nodeCount: 2,
        nemesis: everybodyAlone(2, { at: 400 * MS, untilMicros: SAFETY_MICROS }),
        operations: session({
          seed,
          nodeCount: 2,
          fromMicros: 0,
          commands: 20,
          gapMicrosMax: 100 * MS,
        }),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
  {
    id: 'three-at-work',
    title: 'Three at work on the same text',
    claims: SESSION_CLAIMS,
    seedCount: 6,
    scenario: (seed) =>
      apart({
        id: 'editing/04-session/three-at-work',
        nodeCount: 3,
        operations: session({
          seed,
          nodeCount: 3,
          fromMicros: 0,
          commands: 30,
          gapMicrosMax: 60 * MS,
        }),
        safetyMicros: SAFETY_MICROS,
        livenessMicros: LIVENESS_MICROS,
      }),
  },
]
