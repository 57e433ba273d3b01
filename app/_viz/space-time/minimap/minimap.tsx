'use client'
/**
 * The whole run in one strip: how much happens on each lane, faults, the violation, the part
 * that the diagram shows. Press or drag to go there; two number fields do the same.
 */
import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import type { EventId } from '#core'
import { useScrollMeasure } from '../../../_ui/use-scroll-measure.ts'
import type { Layout } from '../layout.ts'
import type { Camera } from '../use-camera.ts'
import { binLayout, fractionOf } from './bins.ts'
import { paintBins } from './paint.ts'
import { usePalette } from './use-palette.ts'
import { WindowFields } from './window-fields.tsx'

interface MinimapProps {
  readonly layout: Layout
  readonly camera: Camera
  readonly cursor: EventId
  readonly violation: EventId | undefined
  readonly eventCount: number
  /** Narrow viewers show the fields only on request. */
  readonly showsFields: boolean
}

const HEIGHT = 34

export function Minimap(props: MinimapProps) {
  const { layout, camera, cursor, violation, eventCount, showsFields } = props
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const { width } = useScrollMeasure(box, AT_FIRST, measure)
  const palette = usePalette()
  const bins = useMemo(() => binLayout(layout, width, violation), [layout, width, violation])
  const { lanes } = layout
  // A canvas is the browser's own: it is painted anew when what it shows has changed.
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context === null || context === undefined || palette === undefined) return
    paintBins(context, { bins, lanes, palette, width, height: HEIGHT })
  }, [bins, lanes, palette, width])
  useFrame(frame, { layout, camera })
  const ratio = palette?.ratio ?? 1
  const position = layout.marks[layout.stepOf(cursor)]?.position ?? 0
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div
        ref={box}
        className="relative min-w-40 grow basis-64 touch-none overflow-hidden rounded border border-line bg-surface"
        style={{ height: HEIGHT }}
        {...dragHandlers(layout, camera)}
      >
        <canvas
          ref={canvas}
          role="img"
          aria-label={describe(layout, bins)}
          width={Math.round(width * ratio)}
          height={Math.round(HEIGHT * ratio)}
          style={{ width, height: HEIGHT }}
          className="block"
        />
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 w-0.5 bg-accent"
          style={{ left: `${fractionOf(layout, position) * 100}%` }}
        />
        <div
          ref={frame}
          aria-hidden="true"
          data-minimap-window=""
          className="pointer-events-none absolute inset-y-0 min-w-1 rounded-sm border-2 border-accent bg-[color-mix(in_oklab,var(--accent)_12%,transparent)]"
        />
      </div>
      <div className={`${showsFields ? '' : 'hidden'} @2xl:block`}>
        <WindowFields {...{ layout, camera, eventCount }} />
      </div>
    </div>
  )
}

const AT_FIRST = { width: 600 }

function measure(element: HTMLElement) {
  return { width: element.clientWidth }
}

function describe({ marks }: Layout, { faults, violation }: ReturnType<typeof binLayout>): string {
  const faultCount = faults.reduce((sum, one) => sum + one, 0)
  const parts = [`Overview of ${marks.length} steps`]
  if (faultCount > 0) parts.push(`faults at ${faultCount} places`)
  if (violation >= 0) {
    parts.push(`the violation at ${Math.round((violation / faults.length) * 100)} % of the run`)
  }
  return `${parts.join(', ')}.`
}

/** Keeps the frame where the diagram is, without rendering anything. */
function useFrame(
  frame: RefObject<HTMLDivElement | null>,
  { layout, camera }: Pick<MinimapProps, 'layout' | 'camera'>,
): void {
  const { scroller, visible } = camera
  // Scrolling is the browser's own state: the frame follows it, at every frame of the screen.
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = () => {
      const style = frame.current?.style
      const seen = visible()
      if (style === undefined || seen === undefined) return
      const [from, to] = [fractionOf(layout, seen.from), fractionOf(layout, seen.to)]
      style.setProperty('left', `${from * 100}%`)
      style.setProperty('width', `${(to - from) * 100}%`)
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [frame, scroller, layout, visible])
}

/** A press outside the frame brings it there; then it follows the pointer. */
function dragHandlers(layout: Layout, camera: Camera) {
  const positionAt = ({ currentTarget, clientX }: PointerEvent): number => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return ((clientX - left) / Math.max(1, width)) * layout.length
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const seen = camera.visible()
      const position = positionAt(event)
      const isInside = seen !== undefined && position >= seen.from && position <= seen.to
      const middle = isInside ? (seen.from + seen.to) / 2 : position
      event.currentTarget.dataset.grip = String(position - middle)
      if (!isInside) camera.centre(position)
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const { grip } = event.currentTarget.dataset
      if (grip !== undefined) camera.centre(positionAt(event) - Number(grip))
    },
    onPointerUp: ({ currentTarget }: PointerEvent<HTMLDivElement>) => {
      delete currentTarget.dataset.grip
    },
    onPointerCancel: ({ currentTarget }: PointerEvent<HTMLDivElement>) => {
      delete currentTarget.dataset.grip
    },
  }
}
