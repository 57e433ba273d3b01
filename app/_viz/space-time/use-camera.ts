'use client'
/**
 * What of the diagram is in view: zoom, scrolling, and the part to draw. Scrolling is the
 * browser's own; the drawn part changes only when enough has moved, in blocks.
 */
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { EventId } from '#core'
import { useScrollMeasure } from '../../_ui/use-scroll-measure.ts'
import { type Direction, type Geometry, geometryOf, zoomFor } from './geometry.ts'
import type { Layout } from './layout.ts'
import type { Axis, Mark } from './place-groups.ts'

/** A part of the drawing along the time axis, in its own pixels. */
export interface PixelWindow {
  readonly from: number
  readonly to: number
}

export interface Camera {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly geometry: Geometry
  /** What is drawn: all that is visible and a little around it. */
  readonly window: PixelWindow
  /** Which positions are visible right now; undefined before there is anything. */
  readonly visible: () => { readonly from: number; readonly to: number } | undefined
  readonly zoomBy: (direction: 1 | -1) => void
  /** Shows the whole run. */
  readonly fit: () => void
  /** Fills the view with these positions, as far as the zoom goes. */
  readonly show: (from: number, to: number) => void
  /** Brings a position to the middle of the view. */
  readonly centre: (position: number) => void
}

export interface CameraOptions {
  readonly layout: Layout
  readonly axis: Axis
  readonly direction: Direction
  readonly cursor: EventId
}

/** The names of the lanes stay in view at the beginning of the scrolled area. */
export const NAMES_SIZE: Readonly<Record<Direction, number>> = { right: 64, down: 24 }

/** Drawn on both sides of what is visible, so that scrolling shows no gap. */
const OVERSCAN = 600
/** The drawn part moves in steps of this many pixels. */
const BLOCK = 300
const ZOOM = { min: 0.35, max: 6, step: 1.4 }
/** The cursor is brought back into view before it comes this close to an edge. */
const MARGIN = 80
/** Around a part of the run that is to fill the view. */
const SHOWN_MARGIN = 12

export function useCamera({ layout, axis, direction, cursor }: CameraOptions): Camera {
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useScrollMeasure(scroller, AT_FIRST, MEASURES[direction])
  const [zooms, setZooms] = useState({ order: 1, clock: 1 })
  const zoom = zooms[axis]
  const geometry = useMemo(
    () => geometryOf(layout, { axis, direction, zoom, room: seen.room }),
    [layout, axis, direction, zoom, seen.room],
  )
  const kept = useRef<Anchor>(undefined)
  // Scrolling is the browser's own state: after a zoom, what was looked at stays in its place.
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || kept.current === undefined) return
    const { position, offset } = kept.current
    kept.current = undefined
    scrollAlong(element, direction, geometry.along(position) - offset)
  }, [geometry, direction])
  useFollow({ scroller, layout, cursor, geometry, ready: seen.visible })

  const length = seen.visible
  const whole = zoomFor(
    layout,
    { axis, direction },
    { from: 0, to: layout.length, pixels: fitPixels(length, geometry, layout) },
  )
  const setZoom = (wanted: number, anchor: Anchor) => {
    const next = Math.min(ZOOM.max, Math.max(Math.min(ZOOM.min, whole), wanted))
    if (next !== zoom) {
      kept.current = anchor
      setZooms((old) => ({ ...old, [axis]: next }))
    } else if (scroller.current !== null) {
      scrollAlong(scroller.current, direction, geometry.along(anchor.position) - anchor.offset)
    }
  }
  const visible = useCallback(() => {
    const element = scroller.current
    if (element === null) return undefined
    const start = alongOf(element, direction)
    return { from: geometry.position(start), to: geometry.position(start + length) }
  }, [direction, geometry, length])
  return {
    scroller,
    geometry,
    window: {
      from: Math.max(0, seen.block * BLOCK - OVERSCAN),
      to: Math.min(geometry.length, (seen.block + 1) * BLOCK + length + OVERSCAN),
    },
    visible,
    zoomBy: (way) => {
      const position = anchorPosition(layout, cursor, visible())
      const start = scroller.current === null ? 0 : alongOf(scroller.current, direction)
      setZoom(zoom * ZOOM.step ** way, { position, offset: geometry.along(position) - start })
    },
    fit: () => setZoom(whole, { position: 0, offset: geometry.along(0) }),
    show: (from, to) => {
      const pixels = length - 2 * SHOWN_MARGIN
      const anchor = { position: from, offset: SHOWN_MARGIN }
      setZoom(zoomFor(layout, { axis, direction }, { from, to, pixels }), anchor)
    },
    centre: (position) => {
      if (scroller.current === null) return
      scrollAlong(scroller.current, direction, geometry.along(position) - length / 2)
    },
  }
}

/** A position and how far from the beginning of the view it is, in pixels. */
interface Anchor {
  readonly position: number
  readonly offset: number
}

/** What the run may take up of the view: its padding does not shrink. */
function fitPixels(visible: number, geometry: Geometry, layout: Layout): number {
  return Math.max(50, visible - (geometry.length - layout.length * geometry.scale))
}

/** The cursor where it is in view, else the middle. */
function anchorPosition(
  { marks, stepOf }: Layout,
  cursor: EventId,
  visible: { readonly from: number; readonly to: number } | undefined,
): number {
  const position = marks[stepOf(cursor)]?.position ?? 0
  if (visible === undefined || (position >= visible.from && position <= visible.to)) return position
  return (visible.from + visible.to) / 2
}

interface FollowOptions extends Pick<CameraOptions, 'layout' | 'cursor'> {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly geometry: Geometry
  /** Changes when the size of the view does. */
  readonly ready: number
}

function useFollow({ scroller, layout, cursor, geometry, ready }: FollowOptions): void {
  const mark = layout.marks[layout.stepOf(cursor)]
  const followed = useRef<Followed>(undefined)
  // Scrolling is the browser's own state: it follows the cursor, not the other way round.
  useEffect(() => {
    const element = scroller.current
    if (element === null || mark === undefined) return
    const { direction } = geometry
    const now = { layout, mark, direction, ready }
    // Whoever zooms or scrolls looks at something else, and stays there.
    if (isSameView(followed.current, now)) return
    followed.current = now
    const along = geometry.along(mark.position)
    const length = lengthOf(element, direction)
    const offset = along - alongOf(element, direction)
    const margin = Math.min(MARGIN, length / 5)
    if (offset < margin || offset > length - margin) {
      scrollAlong(element, direction, along - length * 0.6)
    }
    const [edge, size] = [geometry.edge(mark.lane), geometry.laneSize(mark.lane)]
    followAcross(element, direction, { edge, size })
  }, [scroller, layout, mark, geometry, ready])
}

/** What the view was last brought to. */
interface Followed {
  readonly layout: Layout
  readonly mark: Mark
  readonly direction: Direction
  readonly ready: number
}

function isSameView(a: Followed | undefined, b: Followed): boolean {
  return (
    a !== undefined &&
    a.layout === b.layout &&
    a.mark === b.mark &&
    a.direction === b.direction &&
    a.ready === b.ready
  )
}

function followAcross(
  element: HTMLElement,
  direction: Direction,
  { edge, size }: { readonly edge: number; readonly size: number },
): void {
  const [start, room] =
    direction === 'right'
      ? [element.scrollTop, element.clientHeight]
      : [element.scrollLeft, element.clientWidth]
  if (edge >= start && edge + size <= start + room) return
  const wanted = edge < start ? edge : edge + size - room
  if (direction === 'right') element.scrollTo({ top: wanted })
  else element.scrollTo({ left: wanted })
}

function scrollAlong(element: HTMLElement, direction: Direction, to: number): void {
  if (direction === 'right') element.scrollTo({ left: to })
  else element.scrollTo({ top: to })
}

/** How far the view has been scrolled along the time axis, in pixels. */
function alongOf(element: HTMLElement, direction: Direction): number {
  return direction === 'right' ? element.scrollLeft : element.scrollTop
}

function lengthOf(element: HTMLElement, direction: Direction): number {
  return (
    (direction === 'right' ? element.clientWidth : element.clientHeight) - NAMES_SIZE[direction]
  )
}

const AT_FIRST = { block: 0, visible: 1_000, room: 0 }

const MEASURES = {
  right: (element: HTMLElement) => measured(element, 'right'),
  down: (element: HTMLElement) => measured(element, 'down'),
}

function measured(element: HTMLElement, direction: Direction) {
  return {
    block: Math.floor(alongOf(element, direction) / BLOCK),
    visible: lengthOf(element, direction),
    room: direction === 'right' ? element.clientHeight : element.clientWidth,
  }
}
