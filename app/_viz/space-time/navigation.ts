/** Where the cursor of the diagram goes for a key: pure, so that it can be tested. */
import type { EventId } from '#core'
import type { Layout, Mark } from './layout.ts'

export type Move =
  | 'previous'
  | 'next'
  | 'previous-on-lane'
  | 'next-on-lane'
  | 'lane-up'
  | 'lane-down'
  | 'other-end'
  | 'first'
  | 'last'

/** Keys that move the cursor while the diagram has the focus. */
export const MOVE_KEYS: Readonly<Record<string, Move>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  'Shift+ArrowLeft': 'previous-on-lane',
  'Shift+ArrowRight': 'next-on-lane',
  ArrowUp: 'lane-up',
  ArrowDown: 'lane-down',
  m: 'other-end',
  Home: 'first',
  End: 'last',
}

/** The event to go to, or undefined when there is none that way. */
export function moveCursor(layout: Layout, cursor: EventId, move: Move): EventId | undefined {
  const { marks } = layout
  const present = marks[layout.stepOf(cursor)]
  if (present === undefined) return undefined
  const { step, lane } = present
  switch (move) {
    case 'previous':
      return marks[step - 1]?.event
    case 'next':
      return marks[step + 1]?.event
    case 'previous-on-lane':
      return findLast(marks, step - 1, (mark) => mark.lane === lane)?.event
    case 'next-on-lane':
      return marks.slice(step + 1).find((mark) => mark.lane === lane)?.event
    case 'lane-up':
      return nearestOnLanes(layout, present, -1)
    case 'lane-down':
      return nearestOnLanes(layout, present, 1)
    case 'other-end':
      return otherEnd(layout, present)
    case 'first':
      return marks[0]?.event
    case 'last':
      return marks.at(-1)?.event
  }
}

function findLast(
  marks: readonly Mark[],
  from: number,
  wanted: (mark: Mark) => boolean,
): Mark | undefined {
  for (let index = from; index >= 0; index--) {
    const mark = marks[index]
    if (mark !== undefined && wanted(mark)) return mark
  }
  return undefined
}

/** The mark nearest in position on the next lane in this direction that has any. */
function nearestOnLanes(
  { marks, lanes }: Layout,
  present: Mark,
  direction: -1 | 1,
): EventId | undefined {
  for (let lane = present.lane + direction; lane >= 0 && lane < lanes.length; lane += direction) {
    let best: Mark | undefined
    for (const mark of marks) {
      if (mark.lane !== lane) continue
      if (best === undefined || distance(mark, present) < distance(best, present)) best = mark
    }
    if (best !== undefined) return best.event
  }
  return undefined
}

function distance(a: Mark, b: Mark): number {
  return Math.abs(a.position - b.position)
}

/** From a receipt to its sending; from a call to the first thing that it sent. */
function otherEnd({ arrows, stepOf, marks }: Layout, { step }: Mark): EventId | undefined {
  const arrived = arrows.find(({ endedBy }) => endedBy !== undefined && stepOf(endedBy) === step)
  const sent = arrows.find(({ sentBy }) => stepOf(sentBy) === step)
  const target = arrived !== undefined ? arrived.sentBy : sent?.endedBy
  return target === undefined ? undefined : marks[stepOf(target)]?.event
}
