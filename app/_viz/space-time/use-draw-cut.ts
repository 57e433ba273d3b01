'use client'
/** Drawing a cut with mouse or pen: a drag over lanes. Fingers scroll, and use the dialog. */
import { type PointerEvent, useState } from 'react'
import { cutBetween, type DrawnCut } from './cut-drawing.ts'
import type { Geometry, Point } from './geometry.ts'
import type { Layout } from './layout.ts'
import type { OverlayBand } from './overlay-shapes.tsx'

interface DrawCutOptions {
  readonly layout: Layout
  readonly geometry: Geometry
  /** Where the drawing's own pixels begin in its box. */
  readonly origin: Point
  readonly onDrawCut: ((cut: DrawnCut) => void) | undefined
}

interface Drag {
  readonly start: Point
  readonly end: Point
}

export function useDrawCut({ layout, geometry, origin, onDrawCut }: DrawCutOptions) {
  const [drag, setDrag] = useState<Drag>()
  const cut = drag === undefined ? undefined : cutBetween(layout, geometry, drag)
  const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent): Point => {
    const { left, top } = currentTarget.getBoundingClientRect()
    return { x: clientX - left + origin.x, y: clientY - top + origin.y }
  }
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      const onMark =
        event.target instanceof Element && event.target.closest('[data-event]') !== null
      if (event.pointerType === 'touch' || event.button !== 0 || onMark) return
      const start = placeOf(event)
      setDrag({ start, end: start })
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag === undefined) return
      // Only now: a press that turns out to be a click belongs to what is under it.
      if (cut !== undefined) event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ ...drag, end: placeOf(event) })
    },
    onPointerUp: () => {
      setDrag(undefined)
      if (cut !== undefined) onDrawCut?.(cut)
    },
    onPointerCancel: () => setDrag(undefined),
  }
  const band: OverlayBand | undefined =
    cut === undefined ? undefined : { key: 'drawn', ...cut, text: `cut off ${cut.lanes.join(' ')}` }
  return { band, handlers: onDrawCut === undefined ? {} : handlers }
}
