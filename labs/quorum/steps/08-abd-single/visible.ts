/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import {
  availableToMajority,
  halfWritten,
  oneWriter,
  registerClaims,
} from '../../register-checks.ts'
import {
  badLinks,
  crashesAfterSends,
  cuts,
  faults,
  lastReads,
  shuffled,
  storeScenario,
} from '../../scenarios.ts'

const ID = '08-abd-single'

/** The node that writes in runs with this seed. */
export function writerFor(seed: number, nodeCount: number): string {
  return shuffled(seed + 1, nodeCount)[0] ?? 'n1'
}

interface Busy {
  readonly seed: number
  readonly nodeCount: number
  readonly untilMicros: number
  readonly gapMicrosMax?: number
}

/** The writer and its readers at work, and a last round of reads when all is healed. */
export function busyReaders({ seed, nodeCount, untilMicros, gapMicrosMax = 120 * MS }: Busy) {
  const writer = writerFor(seed, nodeCount)
  return {
    settings: { writer },
    operations: [
      ...oneWriter({ seed, nodeCount, fromMicros: 50 * MS, untilMicros, gapMicrosMax, writer }),
      ...lastReads(nodeCount, untilMicros + 500 * MS),
    ],
  }
}

export const visible: readonly Check[] = [
  {
    id: 'one-writer-many-readers',
    title: 'One node writes, three read',
    claims: [availableToMajority, ...registerClaims(3)],
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/one-writer-many-readers`,
        nodeCount: 3,
        ...busyReaders({ seed, nodeCount: 3, untilMicros: SECOND }),
        safetyMicros: 1_100 * MS,
      }),
  },
  {
    id: 'half-written',
    title: 'A write reaches two of five nodes, while others read one after the other',
    claims: [availableToMajority, ...registerClaims(5)],
    seedCount: 10,
    scenario: (seed) => {
      const writer = writerFor(seed, 5)
      const writers = [writer, writer]
      return storeScenario({
        id: `quorum/${ID}/half-written`,
        nodeCount: 5,
        settings: { writer },
        ...halfWritten({ seed, nodeCount: 5, writers }),
        livenessMicros: SECOND,
      })
    },
  },
  {
    id: 'cut-in-two',
    title: 'Five nodes are cut in two, each time in another way',
    claims: [availableToMajority, ...registerClaims(5)],
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/cut-in-two`,
        nodeCount: 5,
        ...busyReaders({ seed, nodeCount: 5, untilMicros: 1_700 * MS, gapMicrosMax: 200 * MS }),
        nemesis: cuts(seed, 5, { rounds: 3, everyMicros: 500 * MS }),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'late-and-twice',
    title: 'Answers come late, in another order, and twice',
    claims: registerClaims(5),
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/late-and-twice`,
        nodeCount: 5,
        ...busyReaders({ seed, nodeCount: 5, untilMicros: 1_700 * MS, gapMicrosMax: 200 * MS }),
        nemesis: [
          badLinks(5, { lossPermille: 0, duplicatePermille: 350 }),
          ...faults(seed, 5, ['isolate', 'one-way'], 1_500 * MS),
        ],
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'crash-after-sending',
    title: 'Two nodes, and one or the other crashes right after it has sent something',
    claims: [availableToMajority, ...registerClaims(2)],
    seedCount: 10,
    scenario: (seed) => {
      const untilMicros = 1_900 * MS
      const busy = busyReaders({ seed, nodeCount: 2, untilMicros, gapMicrosMax: 60 * MS })
      return storeScenario({
        id: `quorum/${ID}/crash-after-sending`,
        nodeCount: 2,
        settings: busy.settings,
        // Writes alone, so that what a node has sent last is mostly about one.
        operations: busy.operations.filter(({ client }) => !client.startsWith('c')),
        nemesis: crashesAfterSends(seed, 2, { rounds: 8, everyMicros: 230 * MS }),
        safetyMicros: 2 * SECOND,
      })
    },
  },
]
