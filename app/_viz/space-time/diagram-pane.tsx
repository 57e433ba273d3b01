'use client'
/** The diagram with its lane names, scrolling, and the keys that move its cursor. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { EventId } from '#core'
import { Diagram, type Highlights } from './diagram.tsx'
import type { Geometry } from './geometry.ts'
import type { Layout } from './layout.ts'
import { MOVE_KEYS, moveCursor } from './navigation.ts'
import { useWindow } from './use-window.ts'

interface DiagramPaneProps {
  readonly layout: Layout
  readonly geometry: Geometry
  readonly cursor: EventId
  readonly highlights: Highlights
  /** One sentence about the whole run: the name of the drawing. */
  readonly summary: string
  /** What is at the cursor, for screen readers. */
  readonly cursorText: string
  readonly onCursor: (event: EventId) => void
  readonly onZoom: (direction: -1 | 0 | 1) => void
}

/** The cursor is brought back into view before it comes this close to an edge. */
const MARGIN = 80
/** The names of the lanes stay at the left while the drawing scrolls below them. */
const NAMES_WIDTH = 64

export function DiagramPane(props: DiagramPaneProps) {
  const { layout, geometry, cursor, summary, cursorText } = props
  const scroller = useRef<HTMLDivElement>(null)
  const view = useWindow(scroller, geometry.width)
  const cursorX = geometry.x(layout.marks[layout.stepOf(cursor)]?.position ?? 0)
  // Scrolling is the browser's own state: it follows the cursor, not the other way round.
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const visible = element.clientWidth - NAMES_WIDTH
    const offset = cursorX - element.scrollLeft
    if (offset < MARGIN || offset > visible - MARGIN) element.scrollLeft = cursorX - visible * 0.6
  }, [cursorX, view.visible])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Keys move its cursor, and every button that does the same is beside it.
    <div
      ref={scroller}
      role="group"
      aria-label={summary}
      aria-roledescription="space-time diagram"
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Home End"
      // Keys move its cursor, so it takes the focus.
      tabIndex={0}
      onKeyDown={(event) => handleKey(event, props)}
      className="min-h-0 min-w-0 grow overflow-auto rounded-md border border-line bg-page"
    >
      <div
        className="relative"
        style={{ width: NAMES_WIDTH + geometry.width, height: geometry.height }}
      >
        <LaneNames layout={layout} geometry={geometry} />
        <div className="absolute top-0" style={{ left: NAMES_WIDTH + view.left }}>
          <Diagram
            {...{ layout, geometry, cursor }}
            left={view.left}
            width={view.width}
            highlights={props.highlights}
            onSelect={props.onCursor}
          />
        </div>
      </div>
      <p className="sr-only" aria-live="polite">
        {cursorText}
      </p>
    </div>
  )
}

function handleKey(event: KeyboardEvent, props: DiagramPaneProps): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { layout, cursor, highlights, onCursor, onZoom } = props
  const key = event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key
  const move = MOVE_KEYS[key]
  if (move !== undefined) {
    const target = moveCursor(layout, cursor, move)
    if (target !== undefined) onCursor(target)
  } else if ((key === '[' || key === ']') && highlights.violation !== undefined) {
    onCursor(highlights.violation)
  } else if (key === '+' || key === '-' || key === '0') {
    onZoom(key === '+' ? 1 : key === '-' ? -1 : 0)
  } else {
    return
  }
  event.preventDefault()
}

function LaneNames({ layout, geometry }: Pick<DiagramPaneProps, 'layout' | 'geometry'>) {
  return (
    <div
      aria-hidden="true"
      className="sticky left-0 z-10 border-line border-r bg-surface font-mono text-xs"
      style={{ width: NAMES_WIDTH, height: geometry.height }}
    >
      {layout.lanes.map(({ kind, id }, lane) => (
        <span
          key={id}
          className="absolute right-2 -translate-y-1/2"
          style={{ top: geometry.y(lane) }}
        >
          {kind === 'network' ? <span className="font-sans text-muted">network</span> : id}
        </span>
      ))}
    </div>
  )
}
