/** Where keys move the cursor of the timeline. */
import type { TimelineLayout } from './layout.ts'

export type Move = 'previous' | 'next' | 'up' | 'down' | 'first' | 'last'

export const MOVE_KEYS: Readonly<Record<string, Move>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** The operation that a key leads to; the same one where there is no further. */
export function moveCursor(layout: TimelineLayout, cursor: number, move: Move): number {
  const last = layout.bars.length - 1
  switch (move) {
    case 'previous':
      return Math.max(0, cursor - 1)
    case 'next':
      return Math.min(last, cursor + 1)
    case 'first':
      return 0
    case 'last':
      return last
    case 'up':
      return beside(layout, cursor, -1)
    case 'down':
      return beside(layout, cursor, 1)
  }
}

/** The operation of the lane above or below that begins nearest. */
function beside({ bars, lanes, within }: TimelineLayout, cursor: number, step: -1 | 1): number {
  const bar = bars[cursor]
  if (bar === undefined) return cursor
  for (let lane = bar.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    const ofLane = within({
      left: Number.NEGATIVE_INFINITY,
      right: Number.POSITIVE_INFINITY,
      lanesFrom: lane,
      lanesTo: lane,
    })
    const distance = (left: number) => Math.abs(left - bar.left)
    let nearest = ofLane[0]
    for (const other of ofLane) {
      if (nearest === undefined || distance(other.left) < distance(nearest.left)) nearest = other
    }
    if (nearest !== undefined) return nearest.operation.id
  }
  return cursor
}

/** The next of these operations after the cursor, or before it, going round. */
export function nextOf(
  ids: readonly number[],
  cursor: number,
  direction: 'forwards' | 'backwards',
): number | undefined {
  const sorted = ids.toSorted((a, b) => a - b)
  return direction === 'forwards'
    ? (sorted.find((id) => id > cursor) ?? sorted[0])
    : (sorted.findLast((id) => id < cursor) ?? sorted.at(-1))
}
