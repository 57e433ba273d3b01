/** Which lines are chosen: from the one at which choosing began to the one that has the focus. */
import type { LineRange } from '../../_classes/reviews/comment-place.ts'

export interface LineChoice {
  /** The line that has the focus, from 1. */
  readonly at: number
  readonly anchor: number
}

export function chosenRange({ at, anchor }: LineChoice): LineRange {
  return { firstLine: Math.min(at, anchor), lastLine: Math.max(at, anchor) }
}

/** The choice after a key; undefined for keys that mean something else here. */
export function moveChoice(
  { at, anchor }: LineChoice,
  key: string,
  { isMore, lines }: { readonly isMore: boolean; readonly lines: number },
): LineChoice | undefined {
  const to = targetOf(key, at, lines)
  if (to === undefined) return undefined
  const next = Math.min(lines, Math.max(1, to))
  return { at: next, anchor: isMore ? anchor : next }
}

const PAGE = 20

function targetOf(key: string, at: number, lines: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return at - 1
    case 'ArrowDown':
      return at + 1
    case 'PageUp':
      return at - PAGE
    case 'PageDown':
      return at + PAGE
    case 'Home':
      return 1
    case 'End':
      return lines
    default:
      return undefined
  }
}
