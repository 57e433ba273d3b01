/** The checks that only the grader knows. */
import type { Check } from '#core'
import { gameCheck } from '../../network-game.ts'
import { GAME } from './visible.ts'

export const hidden: readonly Check[] = [
  gameCheck({
    ...GAME,
    id: '07-fast-clock/three-among-five',
    title: 'Three replicas among five nodes',
    nodeCount: 5,
    // Neither of the first two nodes keeps it.
    key: 'z',
    quorum: { n: 3, r: 2, w: 2 },
    seedCount: 10,
  }),
  gameCheck({
    ...GAME,
    id: '07-fast-clock/half-a-second',
    title: 'A clock that is half a second ahead, among five',
    nodeCount: 5,
    quorum: { n: 5, r: 3, w: 3 },
    aheadMs: 500,
    seedCount: 10,
  }),
]
