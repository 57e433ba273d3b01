/** The checks that only the grader knows. */
import type { Check } from '#core'
import { gameCheck } from '../../network-game.ts'
import { GAME } from './visible.ts'

export const hidden: readonly Check[] = [
  gameCheck({
    ...GAME,
    id: '05-new-old/three-among-five',
    title: 'Three replicas among five nodes',
    nodeCount: 5,
    // Neither of the first two nodes keeps it.
    key: 'z',
    quorum: { n: 3, r: 2, w: 2 },
    seedCount: 10,
  }),
  gameCheck({
    ...GAME,
    id: '05-new-old/read-two-write-four',
    title: 'Five replicas, two for a read and four for a write',
    nodeCount: 5,
    quorum: { n: 5, r: 2, w: 4 },
    seedCount: 10,
  }),
]
