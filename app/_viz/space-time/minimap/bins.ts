/** A whole run in as many bins as a minimap has pixels: how much happens where, and what fails. */
import type { EventId } from '#core'
import type { Layout } from '../layout.ts'
import { isFault } from '../navigation.ts'

export interface Bins {
  readonly count: number
  /** For each lane, how many marks are in each bin. */
  readonly density: readonly Uint32Array[]
  /** The most marks that a bin of any lane has. */
  readonly densest: number
  /** Bins in which the nemesis did something; 1 for those. */
  readonly faults: Uint8Array
  /** The bin of the violation, or -1. */
  readonly violation: number
}

/** One pass over the marks; the drawing costs only what the bins cost. */
export function binLayout(layout: Layout, count: number, violation: EventId | undefined): Bins {
  const bins = Math.max(1, Math.floor(count))
  const binOf = (position: number) =>
    Math.min(bins - 1, Math.floor(fractionOf(layout, position) * bins))
  const density = layout.lanes.map(() => new Uint32Array(bins))
  const faults = new Uint8Array(bins)
  let densest = 0
  for (const { lane, position, group } of layout.marks) {
    const bin = binOf(position)
    const lanes = density[lane]
    if (lanes === undefined) continue
    const marks = (lanes[bin] ?? 0) + 1
    lanes[bin] = marks
    densest = Math.max(densest, marks)
    if (isFault(group.lead)) faults[bin] = 1
  }
  const broken = violation === undefined ? undefined : layout.marks[layout.stepOf(violation)]
  return {
    count: bins,
    density,
    densest,
    faults,
    violation: broken === undefined ? -1 : binOf(broken.position),
  }
}

/** Where a position lies in the whole run, from 0 to 1. */
export function fractionOf({ length }: Pick<Layout, 'length'>, position: number): number {
  return length === 0 ? 0 : Math.min(1, Math.max(0, position / length))
}
