'use client'
/**
 * A history as a picture: a lane for each process and a bar for each operation, of which only
 * those in view are drawn. Keys move its cursor; the table beside it says the same in words.
 */
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Relation } from '#core'
import { FaultHatching } from '../../_viz/fault-hatching.tsx'
import { BarShape, LANE_HEIGHT } from './bar-shape.tsx'
import type { Bar, TimelineLayout } from './layout.ts'
import { MOVE_KEYS, moveCursor, nextOf } from './navigation.ts'
import { RelationShape } from './relation-shape.tsx'
import { useView, type View } from './use-view.ts'

interface TimelineProps {
  readonly layout: TimelineLayout
  readonly cursor: number
  /** Operations to be numbered, in this order. */
  readonly marked: readonly number[]
  readonly relations: readonly Relation[]
  /** One sentence about the history: the name of the drawing. */
  readonly summary: string
  /** What is at the cursor, for screen readers. */
  readonly cursorText: string
  readonly onCursor: (operation: number) => void
}

/** Never more than this many bars: the page must stay quick. */
const DRAWN_MAX = 1_500
/** The cursor is brought back into view before it comes this close to an edge. */
const MARGIN = 60
/** The names of the processes stay at the left while the drawing scrolls. */
const NAMES_WIDTH = 64

export function Timeline(props: TimelineProps) {
  const { layout, cursor, summary, cursorText } = props
  const scroller = useRef<HTMLDivElement>(null)
  const view = useView(scroller)
  const bar = layout.bars[cursor]
  // Scrolling is the browser's own state: it follows the cursor, not the other way round.
  useEffect(() => {
    if (scroller.current !== null && bar !== undefined) bringIntoView(scroller.current, bar)
  }, [bar])
  const height = layout.lanes.length * LANE_HEIGHT
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Keys move its cursor; the table of operations does the same with buttons.
    <div
      ref={scroller}
      role="group"
      aria-label={summary}
      aria-roledescription="timeline of a history"
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Home End [ ]"
      // Keys move its cursor, so it takes the focus.
      tabIndex={0}
      onKeyDown={(event) => handleKey(event, props)}
      className="max-h-[min(22rem,60dvh)] min-w-0 overflow-auto rounded-md border border-line bg-page"
    >
      <div className="relative min-w-full" style={{ width: NAMES_WIDTH + layout.width, height }}>
        <LaneNames lanes={layout.lanes} view={view} height={height} />
        <Drawing {...props} view={view} height={height} />
      </div>
      <p className="sr-only" aria-live="polite">
        {cursorText}
      </p>
    </div>
  )
}

function bringIntoView(element: HTMLElement, { left, right, lane }: Bar): void {
  const visible = element.clientWidth - NAMES_WIDTH
  const offset = left - element.scrollLeft
  const end = Math.min(right, left + visible / 2) - element.scrollLeft
  if (offset < MARGIN || end > visible - MARGIN) element.scrollLeft = left - visible * 0.3
  const top = lane * LANE_HEIGHT
  const isAbove = top < element.scrollTop
  const isBelow = top + LANE_HEIGHT > element.scrollTop + element.clientHeight
  if (isAbove || isBelow) element.scrollTop = top - element.clientHeight / 2
}

function handleKey(event: KeyboardEvent, props: TimelineProps): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { layout, cursor, marked, onCursor } = props
  const move = MOVE_KEYS[event.key]
  if (move !== undefined) {
    onCursor(moveCursor(layout, cursor, move))
  } else if (event.key === '[' || event.key === ']') {
    const direction = event.key === ']' ? 'forwards' : 'backwards'
    const next = nextOf(marked, cursor, direction)
    if (next === undefined) return
    onCursor(next)
  } else {
    return
  }
  event.preventDefault()
}

interface LaneNamesProps {
  readonly lanes: readonly string[]
  readonly view: View
  readonly height: number
}

function LaneNames({ lanes, view, height }: LaneNamesProps) {
  const { from, to } = lanesIn(view)
  return (
    <div
      aria-hidden="true"
      className="sticky left-0 z-10 border-line border-r bg-surface font-mono text-xs"
      style={{ width: NAMES_WIDTH, height }}
    >
      {lanes.slice(from, to + 1).map((name, index) => (
        <span
          key={name}
          title={name}
          className="absolute right-0 left-0 -translate-y-1/2 truncate px-2 text-right"
          style={{ top: (from + index + 0.5) * LANE_HEIGHT }}
        >
          {name}
        </span>
      ))}
    </div>
  )
}

function lanesIn({ top, bottom }: View): { readonly from: number; readonly to: number } {
  return { from: Math.floor(top / LANE_HEIGHT), to: Math.floor(bottom / LANE_HEIGHT) }
}

type DrawingProps = Pick<
  TimelineProps,
  'layout' | 'cursor' | 'marked' | 'relations' | 'onCursor'
> & {
  readonly view: View
  readonly height: number
}

function Drawing(props: DrawingProps) {
  const { layout, cursor, marked, relations, onCursor, view, height } = props
  const id = useId()
  const [head, hatch] = [`${id}-head`, `${id}-hatch`]
  const right = Math.min(layout.width, view.right)
  const top = view.top
  const bottom = Math.min(height, view.bottom)
  const { from, to } = lanesIn(view)
  const bars = layout.within({ left: view.left, right, lanesFrom: from, lanesTo: to })
  const size = { width: Math.max(1, right - view.left), height: Math.max(1, bottom - top) }
  return (
    <svg
      aria-hidden="true"
      {...size}
      viewBox={`${view.left} ${top} ${size.width} ${size.height}`}
      className="absolute block select-none"
      style={{ left: NAMES_WIDTH + view.left, top }}
    >
      <Patterns head={head} hatch={hatch} />
      {layout.lanes.slice(from, to + 1).map((name, index) => (
        <line
          key={name}
          x1={view.left}
          x2={right}
          y1={(from + index + 0.5) * LANE_HEIGHT}
          y2={(from + index + 0.5) * LANE_HEIGHT}
          className="stroke-line"
        />
      ))}
      {bars.slice(0, DRAWN_MAX).map((bar) => (
        <BarShape
          key={bar.operation.id}
          {...{ bar, hatch, onSelect: onCursor }}
          isCursor={bar.operation.id === cursor}
          number={1 + marked.indexOf(bar.operation.id)}
          isDimmed={marked.length > 0 && !marked.includes(bar.operation.id)}
        />
      ))}
      <Relations {...{ layout, relations, head }} />
    </svg>
  )
}

function Relations({
  layout,
  relations,
  head,
}: Pick<TimelineProps, 'layout' | 'relations'> & { readonly head: string }) {
  return relations.map(({ from, to, kind }) => {
    const [start, end] = [layout.bars[from], layout.bars[to]]
    if (start === undefined || end === undefined) return null
    return <RelationShape key={`${from} ${to} ${kind}`} from={start} to={end} head={head} />
  })
}

function Patterns({ head, hatch }: { readonly head: string; readonly hatch: string }) {
  return (
    <defs>
      <marker
        id={head}
        viewBox="0 0 8 8"
        refX={7}
        refY={4}
        markerWidth={8}
        markerHeight={8}
        orient="auto"
        markerUnits="userSpaceOnUse"
      >
        <path d="M0 0L8 4L0 8Z" className="fill-violation" />
      </marker>
      <FaultHatching id={hatch} />
    </defs>
  )
}
