/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { gameCheck, type Turn } from '../../network-game.ts'

/** A put that is done, one that finds no quorum, and two reads after it was given up. */
const TURNS: readonly Turn[] = [
  { atMs: 50, value: 'old', place: 0 },
  { atMs: 300, value: 'new', place: 1 },
  { atMs: 900, place: 2 },
  { atMs: 1_300, place: 0 },
]

export const GAME = {
  key: 'x',
  turns: TURNS,
  mayFail: 'new',
  patienceMs: 350,
  mayLose: true,
  safetyMs: 1_800,
} as const

export const visible: readonly Check[] = [
  gameCheck({
    ...GAME,
    id: '06-failed-write/two-of-three',
    title: 'Three replicas, two for each read and write',
    nodeCount: 3,
    quorum: { n: 3, r: 2, w: 2 },
    seedCount: 6,
  }),
  gameCheck({
    ...GAME,
    id: '06-failed-write/three-of-five',
    title: 'Five replicas, three for each read and write',
    nodeCount: 5,
    quorum: { n: 5, r: 3, w: 3 },
    seedCount: 6,
  }),
]
