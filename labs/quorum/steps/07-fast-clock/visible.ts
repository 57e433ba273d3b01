/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { gameCheck, type Turn } from '../../network-game.ts'

/** Two puts one after the other, and a read after both. */
const TURNS: readonly Turn[] = [
  { atMs: 50, value: 'first', place: 1 },
  { atMs: 400, value: 'second', place: 2 },
  { atMs: 800, place: 1 },
]

export const GAME = {
  key: 'x',
  turns: TURNS,
  patienceMs: 300,
  mayLose: false,
  mayChoose: true,
  aheadMs: 5_000,
  safetyMs: 1_200,
} as const

export const visible: readonly Check[] = [
  gameCheck({
    ...GAME,
    id: '07-fast-clock/two-of-three',
    title: 'Three replicas, two for each read and write; one clock is five seconds ahead',
    nodeCount: 3,
    quorum: { n: 3, r: 2, w: 2 },
    seedCount: 6,
  }),
  gameCheck({
    ...GAME,
    id: '07-fast-clock/all-of-three',
    title: 'All three replicas for each write, and all for each read',
    nodeCount: 3,
    quorum: { n: 3, r: 3, w: 3 },
    seedCount: 6,
  }),
]
