/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { gameCheck, type Turn } from '../../network-game.ts'

/** A put that is done, one that is slow, and two reads of which the second begins when the first is over. */
const TURNS: readonly Turn[] = [
  { atMs: 50, value: 'old', place: 0 },
  { atMs: 300, value: 'new', place: 1 },
  { atMs: 450, place: 2 },
  { atMs: 800, place: 0 },
]

export const GAME = {
  key: 'x',
  turns: TURNS,
  patienceMs: 1_500,
  mayLose: false,
  safetyMs: 2_000,
} as const

export const visible: readonly Check[] = [
  gameCheck({
    ...GAME,
    id: '05-new-old/two-of-three',
    title: 'Three replicas, two for each read and write',
    nodeCount: 3,
    quorum: { n: 3, r: 2, w: 2 },
    seedCount: 6,
  }),
  gameCheck({
    ...GAME,
    id: '05-new-old/three-of-five',
    title: 'Five replicas, three for each read and write',
    nodeCount: 5,
    quorum: { n: 5, r: 3, w: 3 },
    seedCount: 6,
  }),
]
