/**
 * Gives every visible group of events its mark: a lane and a position on the axis.
 *
 * On the order axis columns are warped: they stand as far apart as the words of their marks
 * need, so that nothing overlaps (the idea of Porcupine's visualisation). Distances mean
 * nothing there; the order of events does.
 */
import type { EventId, MessageId, Micros } from '#core'
import type { Group, Grouping } from './groups.ts'
import type { Letter } from './letters.ts'
import { labelOf, textWidth } from './texts.ts'

export type Axis = 'order' | 'clock'

export interface Mark {
  readonly group: Group
  /** The event that the mark stands for. */
  readonly event: EventId
  readonly lane: number
  readonly position: number
  /** Place among all marks, from 0. */
  readonly step: number
  /** What it sends or is, in a word or two. */
  readonly label: string
}

/** A position that has a mark, with its time and the marks left out before it. */
export interface Column {
  readonly position: number
  readonly at: Micros
  readonly foldedBefore: number
}

export interface Placed {
  readonly marks: readonly Mark[]
  readonly columns: readonly Column[]
  /** Position of a group; of the last visible one before it when it is left out. */
  readonly positionOf: (group: number) => number
  readonly stepOf: (group: number) => number
}

export interface PlaceOptions {
  readonly axis: Axis
  /** For each group, 1 when it is left out. */
  readonly folded: Uint8Array
  readonly letters: ReadonlyMap<MessageId, Letter>
  /** Lanes by the name of their node or client. */
  readonly lanes: ReadonlyMap<string, number>
  /** True when words run along the axis, so that columns must make room for them. */
  readonly wordsRunAlong: boolean
  /** Events whose marks carry a word of this many pixels beside their own. */
  readonly extraWidths: ReadonlyMap<EventId, number>
  /** Widths in pixels of texts that lie between two groups: from, to, width. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly width: number }[]
}

/** Pixels from column to column at zoom 1, where no word needs more: one unit of the order axis. */
export const COLUMN = 56
/** Between two words on one lane. */
const WORD_GAP = 10

export function placeGroups({ groups }: Grouping, options: PlaceOptions): Placed {
  const { axis, folded, lanes } = options
  const marks: Mark[] = []
  const columns: Column[] = []
  const stepOfGroup = new Int32Array(groups.length)
  const positions = new Float64Array(groups.length)
  const warp = new Warp(options)
  const taken = new Set<number>()
  let foldedBefore = 0
  let position = 0
  for (const [index, group] of groups.entries()) {
    if (folded[index] === 1) {
      foldedBefore++
    } else {
      const lane = lanes.get(group.place ?? '') ?? 0
      const present = columns.at(-1)
      const label = labelOf(group, options.letters)
      const needed = axis === 'order' ? warp.earliest(group, index, lane, label, positions) : 0
      // What happens at the same time in different places shares a column, if its words fit.
      const isShared = present?.at === group.at && lane !== 0 && !taken.has(lane)
      const isNew = !isShared || needed > position
      if (isNew) {
        const next = columns.length === 0 ? 0 : position + 1
        position = axis === 'clock' ? group.at / 1_000 : Math.max(next, needed)
        taken.clear()
      }
      if (axis === 'order') warp.take(group, lane, label, position)
      if (isNew) {
        columns.push({ position, at: group.at, foldedBefore })
        foldedBefore = 0
      }
      taken.add(lane)
      marks.push({ group, event: group.lead.id, lane, position, step: marks.length, label })
    }
    positions[index] = position
    stepOfGroup[index] = Math.max(0, marks.length - 1)
  }
  return {
    marks,
    columns,
    stepOf: (group) => stepOfGroup[group] ?? 0,
    positionOf: (group) => positions[group] ?? 0,
  }
}

/** Remembers up to where each lane is taken by words. */
class Warp {
  readonly #freeFrom = new Map<number, number>()
  readonly #spansByEnd = new Map<number, { readonly from: number; readonly width: number }>()
  readonly #options: PlaceOptions

  constructor(options: PlaceOptions) {
    this.#options = options
    for (const span of options.spans) this.#spansByEnd.set(span.to, span)
  }

  /** The first position at which this group's words collide with nothing before them. */
  earliest(
    { lead }: Group,
    index: number,
    lane: number,
    label: string,
    positions: Float64Array,
  ): number {
    const span = this.#spansByEnd.get(index)
    const afterSpan = span === undefined ? 0 : (positions[span.from] ?? 0) + span.width / COLUMN
    if (!this.#options.wordsRunAlong || (label === '' && !this.#has(lead.id))) return afterSpan
    const free = this.#freeFrom.get(lane) ?? Number.NEGATIVE_INFINITY
    return Math.max(afterSpan, free + this.#half(label, lead.id))
  }

  take({ lead }: Group, lane: number, label: string, position: number): void {
    if (label === '' && !this.#has(lead.id)) return
    this.#freeFrom.set(lane, position + this.#half(label, lead.id) + WORD_GAP / COLUMN)
  }

  #has(event: EventId): boolean {
    return this.#options.extraWidths.has(event)
  }

  /** Half of what the words need on both sides of the mark; an extra word stands on one side. */
  #half(label: string, event: EventId): number {
    const extra = this.#options.extraWidths.get(event)
    const width = textWidth(label)
    return (extra === undefined ? width / 2 : Math.max(width, extra)) / COLUMN
  }
}
