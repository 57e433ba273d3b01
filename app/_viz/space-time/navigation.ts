/** Where the cursor of the diagram goes: pure, so that it can be tested. */
import type { EventId, Trace, TraceEvent } from '#core'
import type { DiagramCommandId } from './diagram-commands.ts'
import { lowerBound } from './interval-index.ts'
import type { Layout } from './layout.ts'
import type { Mark } from './place-groups.ts'

/** Events to which the cursor can jump, each list in order. */
export interface Landmarks {
  readonly faults: readonly EventId[]
  readonly violations: readonly EventId[]
}

/** What the nemesis did and undid; losses of single messages are no landmarks. */
export function faultsOf({ events }: Trace): readonly EventId[] {
  return events.filter(isFault).map(({ id }) => id)
}

/** True for a step of the nemesis. */
export function isFault({ kind }: TraceEvent): boolean {
  switch (kind) {
    case 'cut':
    case 'heal':
    case 'crash':
    case 'pause':
    case 'resume':
    case 'clog':
    case 'unclog':
    case 'degrade':
    case 'restore':
    case 'skew':
    case 'phase':
      return true
    default:
      return false
  }
}

/** The event to go to; undefined when there is none that way, or the command moves nothing. */
export function moveCursor(
  layout: Layout,
  cursor: EventId,
  command: DiagramCommandId,
  { faults, violations }: Landmarks,
): EventId | undefined {
  const { marks } = layout
  const present = marks[layout.stepOf(cursor)]
  if (present === undefined) return undefined
  const { step } = present
  switch (command) {
    case 'diagram.previous':
      // From an event that has no mark of its own, back to the mark before it.
      return present.event < cursor ? present.event : marks[step - 1]?.event
    case 'diagram.next':
      return marks[step + 1]?.event
    case 'diagram.previous-on-lane':
      return besideOnLane(layout, present, -1)
    case 'diagram.next-on-lane':
      return besideOnLane(layout, present, 1)
    case 'diagram.lane-before':
      return nearestOnLanes(layout, present, -1)
    case 'diagram.lane-after':
      return nearestOnLanes(layout, present, 1)
    case 'diagram.other-end':
      return otherEnd(layout, present)
    case 'diagram.previous-violation':
      return violations.findLast((event) => event < cursor) ?? violations.at(-1)
    case 'diagram.next-violation':
      return violations.find((event) => event > cursor) ?? violations[0]
    case 'diagram.previous-fault':
      return faults.findLast((event) => event < cursor)
    case 'diagram.next-fault':
      return faults.find((event) => event > cursor)
    case 'diagram.first':
      return marks[0]?.event
    case 'diagram.last':
      return marks.at(-1)?.event
    default:
      return undefined
  }
}

function besideOnLane({ laneMarks }: Layout, { lane, step }: Mark, direction: -1 | 1) {
  const marks = laneMarks[lane] ?? []
  return marks[indexOfStep(marks, step) + direction]?.event
}

/** The first mark of the lane that is not before this step. */
function indexOfStep(marks: readonly Mark[], step: number): number {
  return lowerBoundBy(marks, step, (mark) => mark.step)
}

function lowerBoundBy(
  marks: readonly Mark[],
  value: number,
  valueOf: (mark: Mark) => number,
): number {
  return lowerBound({ length: marks.length, at: (index) => valueOf(marks[index] as Mark) }, value)
}

/** The mark nearest in position on the next lane in this direction that has any. */
function nearestOnLanes(
  { laneMarks }: Layout,
  present: Mark,
  direction: -1 | 1,
): EventId | undefined {
  for (let lane = present.lane + direction; laneMarks[lane] !== undefined; lane += direction) {
    const marks = laneMarks[lane] ?? []
    const after = lowerBoundBy(marks, present.position, ({ position }) => position)
    const [before, next] = [marks[after - 1], marks[after]]
    const nearest =
      before === undefined ||
      (next !== undefined && distance(next, present) <= distance(before, present))
        ? next
        : before
    if (nearest !== undefined) return nearest.event
  }
  return undefined
}

function distance(a: Mark, b: Mark): number {
  return Math.abs(a.position - b.position)
}

/** From a receipt to its sending; from a call to where the first thing that it sent ended. */
function otherEnd({ arrows, stepOf, marks }: Layout, { step }: Mark): EventId | undefined {
  const arrived = arrows.find(({ endedBy }) => endedBy !== undefined && stepOf(endedBy) === step)
  const sent = arrows.find(({ sentBy, isStump }) => stepOf(sentBy) === step && !isStump)
  const target = arrived !== undefined && !arrived.isStump ? arrived.sentBy : sent?.endedBy
  return target === undefined ? undefined : marks[stepOf(target)]?.event
}
