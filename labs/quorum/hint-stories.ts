/** Short stories about hints, in which a certain fault always shows. */
import type { Check, Claim, NemesisStep, NodeId } from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import type { Quorum } from './claims.ts'
import {
  badLinks,
  operation,
  put,
  type StoreScenario,
  shuffled,
  storeScenario,
} from './scenarios.ts'

/** Long enough for hints to be handed over, and for silence after it. */
export const HANDOFF_LIVENESS_MICROS = 2_600 * MS

type Story = Pick<StoreScenario, 'nodeCount' | 'nemesis' | 'operations' | 'safetyMicros'>

interface HintStories {
  /** `03-handoff` */
  readonly stepId: string
  readonly quorum: Quorum
  readonly claims: readonly Claim[]
  /** How many nodes there are where many keys are missed. */
  readonly nodeCount: number
}

/** The stories as checks of a step. */
export function hintStories({ stepId, quorum, claims, nodeCount }: HintStories): readonly Check[] {
  const check = (id: string, title: string, story: (seed: number) => Story): Check => ({
    id,
    title,
    claims,
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${stepId}/${id}`,
        settings: { ...quorum },
        ...story(seed),
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  })
  return [
    check(
      'many-keys',
      'A replica has missed many keys, and is back where messages are lost',
      (seed) => manyKeys(seed, nodeCount),
    ),
    check(
      'late-confirmations',
      'Confirmations arrive so late that newer writes have come meanwhile',
      lateConfirmations,
    ),
  ]
}

/**
 * A node misses one write of each of many keys, and is back on a network that loses messages: what
 * is handed over arrives piece by piece.
 */
function manyKeys(seed: number, nodeCount: number): Story {
  const [coordinator = 'n1', away = 'n2', ...others] = shuffled(seed, nodeCount)
  const groups = [[away], [coordinator, ...others]]
  const name = 'away'
  return {
    nodeCount,
    nemesis: [
      { at: 50 * MS, fault: { kind: 'partition', groups, name } },
      { ...badLinks(nodeCount, { lossPermille: 400, duplicatePermille: 0 }), at: 480 * MS },
      { at: 500 * MS, fault: { kind: 'heal', name } },
    ],
    operations: Array.from({ length: 8 }, (_, index) =>
      operation((100 + 30 * index) * MS, 'c1', coordinator, put(`k${index}`, `v${index}`)),
    ),
    safetyMicros: SECOND,
  }
}

/** When nothing reaches the slow replica any more. */
const CUT_AT_MICROS = 900 * MS

/**
 * A replica stores what it is sent, and its confirmations are on their way for a quarter of a second.
 * When the last writes come, it can hear nothing, and what arrives from it is about earlier ones.
 * The other replica's confirmations overtake each other, so that the older of two writes that come
 * together may be acknowledged last. Nobody reads: only hints can bring the last writes home.
 */
function lateConfirmations(seed: number): Story {
  const [coordinator = 'n1', second = 'n2', slow = 'n3'] = shuffled(seed, 3)
  const puts = (fromMicros: number, count: number, gapMicros: number) =>
    Array.from({ length: count }, (_, index) => {
      const client = `c${(index % 4) + 1}`
      const key = index % 4 < 2 ? 'x' : 'y'
      const at = fromMicros + index * gapMicros
      return operation(at, client, coordinator, put(key, `${key}.${at / MS}`))
    })
  return {
    nodeCount: 3,
    nemesis: [
      slower([slow], [coordinator, second], { delayMicrosMin: 220 * MS, delayMicrosMax: 320 * MS }),
      slower([second], [coordinator], { delayMicrosMin: MS, delayMicrosMax: 60 * MS }),
      {
        at: CUT_AT_MICROS,
        fault: { kind: 'one-way', from: [coordinator, second], to: [slow], name: 'deaf' },
      },
    ],
    operations: [...puts(100 * MS, 16, 45 * MS), ...puts(CUT_AT_MICROS + 10 * MS, 4, 2 * MS)],
    safetyMicros: CUT_AT_MICROS + 500 * MS,
  }
}

function slower(
  from: readonly NodeId[],
  to: readonly NodeId[],
  delays: { readonly delayMicrosMin: number; readonly delayMicrosMax: number },
): NemesisStep {
  const weather = { lossPermille: 0, duplicatePermille: 0, ...delays }
  return { at: 0, fault: { kind: 'degrade', from, to, weather } }
}
