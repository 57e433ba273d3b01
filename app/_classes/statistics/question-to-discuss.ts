/** Which question is worth the time of the whole class. */
import { ANSWERS_MIN, type ItemStatistics } from './quiz-items.ts'

/**
 * Talking to neighbours helps most where between 35 and 70 % were right at first: with fewer nobody can
 * explain it, with more nobody needs it (Crouch and Mazur 2001, “Peer instruction: ten years of
 * experience and results”, section III).
 */
const SHARE_MIN = 0.35
const SHARE_MAX = 0.7

/** The question nearest to the middle of that range; undefined when too few have answered any. */
export function questionToDiscuss(items: readonly ItemStatistics[]): string | undefined {
  const middle = (SHARE_MIN + SHARE_MAX) / 2
  const distance = ({ right, asked }: ItemStatistics) => Math.abs(right / asked - middle)
  return items
    .filter(({ asked }) => asked >= ANSWERS_MIN)
    .toSorted((a, b) => distance(a) - distance(b))[0]?.questionId
}

/** Whether the range of peer instruction has this share in it. */
export function isWorthDiscussing({ right, asked }: Pick<ItemStatistics, 'right' | 'asked'>) {
  const share = right / asked
  return asked >= ANSWERS_MIN && share >= SHARE_MIN && share <= SHARE_MAX
}
