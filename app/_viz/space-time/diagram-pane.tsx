'use client'
/** The diagram in its scrolled area, with the names of its lanes and what is said aloud. */
import { useMemo } from 'react'
import type { DrawnCut } from './cut-drawing.ts'
import { Diagram, type DiagramProps } from './diagram.tsx'
import type { Geometry } from './geometry.ts'
import { LaneNames } from './lane-names.tsx'
import { thin } from './thin.ts'
import { TimeStrip } from './time-strip.tsx'
import { type Camera, NAMES_SIZE, type PixelWindow } from './use-camera.ts'
import { useDrawCut } from './use-draw-cut.ts'

interface DiagramPaneProps extends Omit<DiagramProps, 'geometry' | 'window' | 'seen'> {
  readonly camera: Camera
  /** While the run plays, every step would interrupt the one before. */
  readonly isSilent: boolean
  readonly onDrawCut: ((cut: DrawnCut) => void) | undefined
}

export function DiagramPane({ camera, isSilent, onDrawCut, ...diagram }: DiagramPaneProps) {
  const { scroller, geometry, window } = camera
  const { layout, overlays, cursorText } = diagram
  // The same object as long as it says the same: what is drawn depends on it.
  const drawn = useMemo(() => ({ from: window.from, to: window.to }), [window.from, window.to])
  const seen = useSeen(diagram, { geometry, window: drawn })
  const size = NAMES_SIZE[geometry.direction]
  const isRight = geometry.direction === 'right'
  const origin = geometry.point(drawn.from, 0)
  const start = isRight ? { top: 0, left: size + drawn.from } : { left: 0, top: size + drawn.from }
  const { band, handlers } = useDrawCut({ layout, geometry, origin, onDrawCut })
  const shown = useMemo(
    () => (band === undefined ? overlays : [...overlays, band]),
    [overlays, band],
  )
  const whole = geometry.point(geometry.length + size, geometry.breadth)
  return (
    <div className="relative flex min-h-0 min-w-0 grow flex-col">
      <div
        ref={scroller}
        data-scroller={geometry.direction}
        className="min-h-0 min-w-0 grow overflow-auto rounded-md border border-line bg-page"
      >
        <div className="relative" style={{ width: whole.x, height: whole.y }}>
          <LaneNames layout={layout} geometry={geometry} />
          <div className="pointer-events-none absolute inset-0">
            <div className={isRight ? 'sticky top-0 z-5 h-0' : 'sticky left-0 z-5 h-full w-0'}>
              <div className="absolute" style={start}>
                <TimeStrip columns={seen.columns} geometry={geometry} window={drawn} />
              </div>
            </div>
          </div>
          <div className="absolute" style={start} {...handlers}>
            <Diagram {...diagram} {...{ geometry, seen }} overlays={shown} window={drawn} />
          </div>
        </div>
        <p className="sr-only" aria-live={isSilent ? 'off' : 'polite'}>
          {cursorText}
        </p>
      </div>
      {seen.leftOut === 0 ? null : (
        <p className="pointer-events-none absolute right-5 bottom-4 rounded bg-surface px-2 py-0.5 text-muted text-xs">
          Much lies on one another here. Zoom in to see each event.
        </p>
      )}
    </div>
  )
}

/**
 * What the window shows. It is no matter of the cursor, which is drawn by itself: what it
 * leaves behind stays drawn.
 */
function useSeen(
  { layout, highlights }: Pick<DiagramProps, 'layout' | 'highlights'>,
  { geometry, window }: { readonly geometry: Geometry; readonly window: PixelWindow },
) {
  return useMemo(() => {
    const told = [highlights.violation, ...highlights.related]
    const keeps = new Set(told.map((event) => (event === undefined ? -1 : layout.stepOf(event))))
    const [from, to] = [geometry.position(window.from), geometry.position(window.to)]
    return thin(layout.within(from, to), { geometry, window, keeps })
  }, [layout, geometry, window, highlights])
}
