/**
 * The kernel of the space-time diagram: from a trace to lanes, marks, arrows and bands
 * with positions along one axis. It knows no pixels and draws nothing.
 *
 * On the `order` axis a position is a column: whatever happened one after the other
 * stands side by side, however long it took. On the `clock` axis it is milliseconds.
 */
import type { DropReason, EventId, Micros, Trace } from '#core'
import { type Band, type Ribbon, readBands } from './bands.ts'
import { foldNoise } from './fold.ts'
import { type Group, type Grouping, groupEvents } from './groups.ts'
import { IntervalIndex, lowerBound } from './interval-index.ts'
import { type Letter, readLetters } from './letters.ts'

export type Axis = 'order' | 'clock'

export interface Lane {
  readonly kind: 'network' | 'client' | 'node'
  /** Name of the node or client; empty for the network. */
  readonly id: string
}

export interface Mark {
  readonly group: Group
  /** The event that the mark stands for. */
  readonly event: EventId
  readonly lane: number
  readonly position: number
  /** Place among all marks, from 0. */
  readonly step: number
}

export interface Arrow {
  readonly key: string
  readonly kind: 'message' | 'client'
  readonly fromLane: number
  readonly toLane: number
  readonly from: number
  readonly to: number
  readonly sentBy: EventId
  /** The event that received or dropped it; undefined while it is under way. */
  readonly endedBy: EventId | undefined
  readonly dropped: DropReason | undefined
  /** True when it never left: the drawing shows a stump instead of an arrow. */
  readonly isStump: boolean
}

export interface PlacedBand extends Omit<Band, 'place'> {
  readonly lane: number
}

/** A position that has a mark, with its time and the marks left out before it. */
export interface Column {
  readonly position: number
  readonly at: Micros
  readonly foldedBefore: number
}

export interface LayoutOptions {
  readonly axis: Axis
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
  /** Leave out noise; the events of `keep` are never left out. */
  readonly fold: boolean
  readonly keep: readonly EventId[]
}

export interface Layout {
  readonly lanes: readonly Lane[]
  readonly marks: readonly Mark[]
  readonly arrows: readonly Arrow[]
  readonly bands: readonly PlacedBand[]
  readonly columns: readonly Column[]
  /** The last position. */
  readonly length: number
  /** How many groups of events are left out. */
  readonly foldedCount: number
  /** The step of each event: its mark's, or that of the last mark before it. */
  readonly stepOf: (event: EventId) => number
  /** What a window from `from` to `to` shows. */
  readonly within: (from: number, to: number) => LayoutWindow
}

export type LayoutWindow = Pick<Layout, 'marks' | 'arrows' | 'bands' | 'columns'>

/** Lays out the whole trace. Linear in its length; drawing costs only what `within` gives. */
export function layoutTrace(trace: Trace, options: LayoutOptions): Layout {
  const grouping = groupEvents(trace)
  const letters = readLetters(trace, options.noise)
  const folded = options.fold
    ? foldNoise(grouping, { letters, keep: options.keep })
    : new Uint8Array(grouping.groups.length)
  const lanes = lanesOf(trace)
  const places = new Map(lanes.map(({ id }, index) => [id, index]))
  const placed = placeGroups(grouping, folded, places, options.axis)
  const parts = { trace, grouping, letters, folded, places, placed, isFolding: options.fold }
  const arrows = placeArrows(parts)
  const bands = readBands(trace, grouping, options.ribbons).map(({ place, ...band }) => ({
    ...band,
    lane: places.get(place ?? '') ?? 0,
    from: placed.positionOf(band.from),
    to: placed.positionOf(band.to),
  }))
  const { marks, columns } = placed
  return {
    lanes,
    marks,
    arrows,
    bands,
    columns,
    length: columns.at(-1)?.position ?? 0,
    foldedCount: folded.reduce((sum, one) => sum + one, 0),
    stepOf: (event) => placed.stepOf(grouping.groupOf[event] ?? 0),
    within: windowOf({ marks, arrows, bands, columns }),
  }
}

/** The network on top, then clients, then nodes. */
function lanesOf({ header }: Trace): readonly Lane[] {
  return [
    { kind: 'network', id: '' },
    ...header.clients.map((id) => ({ kind: 'client', id }) as const),
    ...header.nodes.map((id) => ({ kind: 'node', id }) as const),
  ]
}

interface Placed {
  readonly marks: readonly Mark[]
  readonly columns: readonly Column[]
  /** Position of a group; of the last visible one before it when it is left out. */
  readonly positionOf: (group: number) => number
  readonly stepOf: (group: number) => number
}

function placeGroups(
  { groups }: Grouping,
  folded: Uint8Array,
  places: ReadonlyMap<string, number>,
  axis: Axis,
): Placed {
  const marks: Mark[] = []
  const columns: Column[] = []
  const stepOfGroup = new Int32Array(groups.length)
  const taken = new Set<number>()
  let foldedBefore = 0
  for (const [index, group] of groups.entries()) {
    if (folded[index] === 1) {
      foldedBefore++
    } else {
      const lane = places.get(group.place ?? '') ?? 0
      const present = columns.at(-1)
      // What happens at the same time in different places shares a column.
      if (present === undefined || present.at !== group.at || taken.has(lane) || lane === 0) {
        const position = axis === 'order' ? columns.length : group.at / 1_000
        columns.push({ position, at: group.at, foldedBefore })
        foldedBefore = 0
        taken.clear()
      }
      taken.add(lane)
      const { position } = columns.at(-1) as Column
      marks.push({ group, event: group.lead.id, lane, position, step: marks.length })
    }
    stepOfGroup[index] = Math.max(0, marks.length - 1)
  }
  const stepOf = (group: number) => stepOfGroup[group] ?? 0
  return { marks, columns, stepOf, positionOf: (group) => marks[stepOf(group)]?.position ?? 0 }
}

interface ArrowParts {
  readonly trace: Trace
  readonly grouping: Grouping
  readonly letters: ReadonlyMap<number, Letter>
  readonly folded: Uint8Array
  readonly places: ReadonlyMap<string, number>
  readonly placed: Placed
  readonly isFolding: boolean
}

function placeArrows(parts: ArrowParts): readonly Arrow[] {
  const arrows: Arrow[] = []
  for (const letter of parts.letters.values()) {
    const arrow = placeLetter(letter, parts)
    if (arrow !== undefined) arrows.push(arrow)
  }
  arrows.push(...placeClientArrows(parts))
  return arrows.sort((a, b) => a.from - b.from)
}

function placeLetter(
  { message, from, to, isNoise, sentBy, ended }: Letter,
  { grouping, folded, places, placed, isFolding }: ArrowParts,
): Arrow | undefined {
  const sender = grouping.groupOf[sentBy] ?? 0
  const receiver = ended === undefined ? sender : (grouping.groupOf[ended.event] ?? 0)
  const isStump = receiver === sender
  if (folded[sender] === 1 || folded[receiver] === 1) return undefined
  // A heartbeat that went nowhere is still noise, even beside something that is not.
  if (isNoise && isStump && isFolding) return undefined
  return {
    key: `m${message}`,
    kind: 'message',
    fromLane: places.get(from) ?? 0,
    toLane: places.get(to) ?? 0,
    from: placed.positionOf(sender),
    to: placed.positionOf(receiver),
    sentBy,
    endedBy: ended?.event,
    dropped: ended?.dropped,
    isStump,
  }
}

/** Requests and answers travel between a client and a node without a message number. */
function placeClientArrows({ trace, grouping, places, placed }: ArrowParts): readonly Arrow[] {
  const arrows: Arrow[] = []
  for (const event of trace.events) {
    if (event.kind !== 'request' && event.kind !== 'complete') continue
    const cause = trace.events[event.cause]
    if (cause?.kind !== 'invoke' && cause?.kind !== 'reply') continue
    // A client that gave up was answered by nobody.
    if (event.kind === 'complete' && cause.kind !== 'reply') continue
    arrows.push({
      key: `c${event.id}`,
      kind: 'client',
      fromLane: places.get(cause.kind === 'invoke' ? cause.client : cause.node) ?? 0,
      toLane: places.get(event.kind === 'request' ? event.node : event.client) ?? 0,
      from: placed.positionOf(grouping.groupOf[cause.id] ?? 0),
      to: placed.positionOf(grouping.groupOf[event.id] ?? 0),
      sentBy: cause.id,
      endedBy: event.id,
      dropped: undefined,
      isStump: false,
    })
  }
  return arrows
}

function windowOf({ marks, arrows, bands, columns }: LayoutWindow): Layout['within'] {
  const markPositions = Float64Array.from(marks, ({ position }) => position)
  const columnPositions = Float64Array.from(columns, ({ position }) => position)
  const arrowIndex = new IntervalIndex(arrows)
  const bandIndex = new IntervalIndex(bands)
  const pointsWithin = <T extends { readonly position: number }>(
    items: readonly T[],
    positions: Float64Array,
    from: number,
    to: number,
  ) => {
    const start = lowerBound(positions, from)
    let end = start
    while (end < items.length && (positions[end] as number) <= to) end++
    return items.slice(start, end)
  }
  return (from, to) => ({
    marks: pointsWithin(marks, markPositions, from, to),
    columns: pointsWithin(columns, columnPositions, from, to),
    arrows: arrowIndex.meeting(from, to),
    bands: bandIndex.meeting(from, to),
  })
}
