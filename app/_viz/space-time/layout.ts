/**
 * The kernel of the space-time diagram: from a trace to lanes, marks, arrows, bars and bands
 * with positions along one axis. It knows neither pixels nor in which direction time runs,
 * and draws nothing.
 *
 * On the `order` axis a position is a column: whatever happened one after the other
 * stands side by side, however long it took. On the `clock` axis it is milliseconds.
 */
import type { EventId, MessageId, Trace } from '#core'
import { type Band, type Ribbon, readBands } from './bands.ts'
import { foldNoise } from './fold.ts'
import { type Grouping, groupEvents } from './groups.ts'
import { IntervalIndex, lowerBound } from './interval-index.ts'
import { type Lane, lanesOf } from './lanes.ts'
import { type Letter, readLetters } from './letters.ts'
import { type OperationSpan, readOperations } from './operations.ts'
import { type Arrow, placeArrows } from './place-arrows.ts'
import { type Axis, type Column, type Mark, placeGroups } from './place-groups.ts'
import { textWidth } from './texts.ts'

export interface PlacedBand extends Omit<Band, 'place'> {
  readonly lane: number
}

/** An operation of a client. */
export interface Bar {
  readonly span: OperationSpan
  readonly lane: number
  readonly from: number
  /** Where somebody answered or the client gave up; the end of the run when neither did. */
  readonly to: number
}

export interface LayoutOptions {
  readonly axis: Axis
  readonly ribbons: readonly Ribbon[]
  /** Fields that get a row of their own below the lab's ribbons. */
  readonly pinned?: readonly string[]
  readonly noise: readonly string[]
  /** Leave out noise; the events of `keep` are never left out. */
  readonly fold: boolean
  readonly keep: readonly EventId[]
  /** False when time runs down, where words stand beside their marks and not between them. */
  readonly wordsRunAlong?: boolean
  /** Its mark needs room for the word that says so. */
  readonly violation?: EventId | undefined
}

export interface Layout {
  readonly lanes: readonly Lane[]
  readonly marks: readonly Mark[]
  /** The marks of each lane, in order. */
  readonly laneMarks: readonly (readonly Mark[])[]
  readonly arrows: readonly Arrow[]
  readonly bars: readonly Bar[]
  readonly bands: readonly PlacedBand[]
  readonly columns: readonly Column[]
  readonly grouping: Grouping
  readonly letters: ReadonlyMap<MessageId, Letter>
  /** The last position. */
  readonly length: number
  /** How many groups of events are left out. */
  readonly foldedCount: number
  /** Rows of states below each node, and of cuts on the network's lane. */
  readonly stateRows: number
  readonly cutRows: number
  /** The step of each event: its mark's, or that of the last mark before it. */
  readonly stepOf: (event: EventId) => number
  /** What a window from `from` to `to` shows. */
  readonly within: (from: number, to: number) => LayoutWindow
}

export type LayoutWindow = Pick<Layout, 'marks' | 'arrows' | 'bars' | 'bands' | 'columns'>

/** What stands beside the mark of the event that broke a claim. */
export const VIOLATION_WORD = 'violation'
/** Between the middle of a mark and a word beside it, with the gap after the word. */
const WORD_MARGIN = 24
/** Before and after the text of a bar. */
const BAR_PADDING = 26

/** Lays out the whole trace. Linear in its length; drawing costs only what `within` gives. */
export function layoutTrace(trace: Trace, options: LayoutOptions): Layout {
  const { axis, ribbons, pinned = [], wordsRunAlong = true, violation } = options
  const grouping = groupEvents(trace)
  const letters = readLetters(trace, options.noise)
  const folded = options.fold
    ? foldNoise(grouping, { letters, keep: options.keep })
    : new Uint8Array(grouping.groups.length)
  const lanes = lanesOf(trace)
  const laneOf = new Map(lanes.map(({ id }, index) => [id, index]))
  const operations = readOperations(trace)
  const placed = placeGroups(grouping, {
    axis,
    letters,
    folded,
    lanes: laneOf,
    wordsRunAlong,
    extraWidths: new Map(
      violation === undefined ? [] : [[violation, textWidth(VIOLATION_WORD) + WORD_MARGIN]],
    ),
    spans: spansOf(operations, grouping),
  })
  const parts = { trace, grouping, letters, folded, lanes: laneOf, placed }
  const arrows = placeArrows({ ...parts, isFolding: options.fold })
  const rows = [ribbons, ...pinned.map((field) => [{ field, label: field }])]
  const bands = readBands(trace, grouping, rows).map(({ place, ...band }) => ({
    ...band,
    lane: laneOf.get(place ?? '') ?? 0,
    from: placed.positionOf(band.from),
    to: placed.positionOf(band.to),
  }))
  const { marks, columns } = placed
  const length = columns.at(-1)?.position ?? 0
  const at = (event: EventId) => placed.positionOf(grouping.groupOf[event] ?? 0)
  const bars = operations.map((span) => ({
    span,
    lane: laneOf.get(span.client) ?? 0,
    from: at(span.invokedBy),
    to: span.completedBy === undefined ? length : at(span.completedBy),
  }))
  return {
    lanes,
    marks,
    laneMarks: byLane(marks, lanes.length),
    arrows,
    bars,
    bands,
    columns,
    grouping,
    letters,
    length,
    foldedCount: folded.reduce((sum, one) => sum + one, 0),
    stateRows: rows.length,
    cutRows: bands.reduce(
      (most, { kind, row }) => (kind === 'cut-network' ? Math.max(most, row + 1) : most),
      1,
    ),
    stepOf: (event) => placed.stepOf(grouping.groupOf[event] ?? 0),
    within: windowOf({ marks, arrows, bars, bands, columns }, length),
  }
}

/** The texts of bars, between the groups where their operations begin and end. */
function spansOf(operations: readonly OperationSpan[], { groupOf }: Grouping) {
  return operations.flatMap(({ invokedBy, completedBy, text }) =>
    completedBy === undefined
      ? []
      : [
          {
            from: groupOf[invokedBy] ?? 0,
            to: groupOf[completedBy] ?? 0,
            width: textWidth(text) + BAR_PADDING,
          },
        ],
  )
}

function byLane(marks: readonly Mark[], count: number): readonly (readonly Mark[])[] {
  const lanes: Mark[][] = Array.from({ length: count }, () => [])
  for (const mark of marks) lanes[mark.lane]?.push(mark)
  return lanes
}

function windowOf(
  { marks, arrows, bars, bands, columns }: LayoutWindow,
  length: number,
): Layout['within'] {
  const markPositions = Float64Array.from(marks, ({ position }) => position)
  const columnPositions = Float64Array.from(columns, ({ position }) => position)
  const arrowIndex = new IntervalIndex(arrows)
  const bandIndex = new IntervalIndex(bands)
  // What may still take effect is drawn up to the end of the run.
  const barIndex = new IntervalIndex(
    bars.map((bar) => ({ bar, from: bar.from, to: isOpen(bar) ? length : bar.to })),
  )
  return (from, to) => ({
    marks: pointsWithin(marks, markPositions, from, to),
    columns: pointsWithin(columns, columnPositions, from, to),
    arrows: arrowIndex.meeting(from, to),
    bars: barIndex.meeting(from, to).map(({ bar }) => bar),
    bands: bandIndex.meeting(from, to),
  })
}

/** True for an operation of which nobody knows whether it happened or yet will. */
export function isOpen({ span }: Bar): boolean {
  return span.outcome === undefined || span.outcome === 'info'
}

function pointsWithin<T>(
  items: readonly T[],
  positions: Float64Array,
  from: number,
  to: number,
): readonly T[] {
  const start = lowerBound(positions, from)
  let end = start
  while (end < items.length && (positions[end] as number) <= to) end++
  return items.slice(start, end)
}
