'use client'
/**
 * The space-time diagram: lanes of nodes and clients, messages as arrows between them.
 * It draws only what is in the window and a little around it, however long the trace.
 */
import { memo, useId } from 'react'
import { type EventId, formatSeconds } from '#core'
import { ArrowShape } from './arrow-shape.tsx'
import { BandShape } from './band-shape.tsx'
import { AXIS_HEIGHT, type Geometry } from './geometry.ts'
import type { Layout, LayoutWindow, Mark } from './layout.ts'
import { MarkGlyph } from './mark-glyph.tsx'
import { MarkLabels } from './mark-labels.tsx'

/** Never more than this many marks or arrows, whatever the zoom: the page must stay quick. */
const DRAWN_MAX = 1_500
const TIME_LABEL_WIDTH = 40
/** Closer columns leave no room to show that something is folded between them. */
const FOLD_LINE_SCALE_MIN = 40

/** Events that the explanation speaks of. */
export interface Highlights {
  readonly violation: EventId | undefined
  /** In order; the diagram numbers them from 1. */
  readonly related: readonly EventId[]
}

export interface DiagramProps {
  readonly layout: Layout
  readonly geometry: Geometry
  /** Pixels of the window, with what is drawn around it. */
  readonly left: number
  readonly width: number
  readonly cursor: EventId
  readonly highlights: Highlights
  readonly onSelect: (event: EventId) => void
}

export const Diagram = memo(function Diagram(props: DiagramProps) {
  const { layout, geometry, left, width, cursor, highlights, onSelect } = props
  const id = useId()
  const [head, hatch] = [`${id}-head`, `${id}-hatch`]
  const seen = layout.within(geometry.position(left), geometry.position(left + width))
  const cursorStep = layout.stepOf(cursor)
  const cursorMark = layout.marks[cursorStep]
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={geometry.height}
      viewBox={`${left} 0 ${width} ${geometry.height}`}
      className="block select-none font-sans tabular-nums"
    >
      <Patterns head={head} hatch={hatch} />
      <Folds columns={seen.columns} geometry={geometry} />
      <LaneLines {...{ layout, geometry, left, width }} />
      {seen.bands.map((band) => (
        <BandShape
          key={`${band.kind} ${band.lane} ${band.from} ${band.text}`}
          {...{ band, geometry, hatch }}
          window={{ left, width }}
        />
      ))}
      {cursorMark === undefined ? null : (
        <CursorLine x={geometry.x(cursorMark.position)} height={geometry.height} />
      )}
      <Times columns={seen.columns} geometry={geometry} />
      <Arrows {...{ layout, seen, geometry, head, cursorStep }} />
      <MarkLabels marks={seen.marks} geometry={geometry} />
      {seen.marks.slice(0, DRAWN_MAX).map((mark) => (
        <MarkShape
          key={mark.step}
          {...{ mark, geometry, onSelect }}
          isCursor={mark.step === cursorStep}
          isViolation={isIn(layout, mark, highlights.violation)}
          relatedNumber={1 + highlights.related.findIndex((event) => isIn(layout, mark, event))}
        />
      ))}
    </svg>
  )
})

function isIn(layout: Layout, mark: Mark, event: EventId | undefined): boolean {
  return event !== undefined && layout.stepOf(event) === mark.step
}

function Patterns({ head, hatch }: { readonly head: string; readonly hatch: string }) {
  return (
    <defs>
      <marker
        id={head}
        viewBox="0 0 8 8"
        refX={11}
        refY={4}
        markerWidth={7}
        markerHeight={7}
        orient="auto"
        markerUnits="userSpaceOnUse"
      >
        <path d="M0 0 L8 4 L0 8 Z" className="fill-message" />
      </marker>
      <pattern
        id={hatch}
        width={7}
        height={7}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1={0} y1={0} x2={0} y2={7} className="stroke-fault" strokeWidth={2} />
      </pattern>
    </defs>
  )
}

type WindowProps = Pick<DiagramProps, 'layout' | 'geometry' | 'left' | 'width'>

function LaneLines({ layout, geometry, left, width }: WindowProps) {
  return layout.lanes.map(({ kind, id }, lane) =>
    kind === 'network' ? null : (
      <line
        key={id}
        x1={left}
        x2={left + width}
        y1={geometry.y(lane)}
        y2={geometry.y(lane)}
        className={kind === 'client' ? 'stroke-line' : 'stroke-line-strong'}
        strokeDasharray={kind === 'client' ? '2 4' : undefined}
      />
    ),
  )
}

function CursorLine({ x, height }: { readonly x: number; readonly height: number }) {
  return (
    <line
      x1={x}
      x2={x}
      y1={AXIS_HEIGHT - 2}
      y2={height}
      className="stroke-accent"
      strokeWidth={1.5}
    />
  )
}

interface ColumnsProps {
  readonly columns: LayoutWindow['columns']
  readonly geometry: Geometry
}

/** Times of the columns that have room for theirs. */
function Times({ columns, geometry }: ColumnsProps) {
  let free = Number.NEGATIVE_INFINITY
  return columns.map(({ position, at }) => {
    const x = geometry.x(position)
    if (x - TIME_LABEL_WIDTH / 2 < free) return null
    free = x + TIME_LABEL_WIDTH / 2
    return (
      <text key={position} x={x} y={13} textAnchor="middle" className="fill-muted text-[11px]">
        {formatSeconds(at).replace(' s', '')}
      </text>
    )
  })
}

/** A dotted line wherever routine messages are folded away between two columns. */
function Folds({ columns, geometry }: ColumnsProps) {
  if (geometry.scale < FOLD_LINE_SCALE_MIN) return null
  return columns.map(({ position, foldedBefore }) => {
    if (foldedBefore === 0) return null
    const x = geometry.x(position) - geometry.scale / 2
    return (
      <line
        key={position}
        x1={x}
        x2={x}
        y1={AXIS_HEIGHT}
        y2={geometry.height}
        className="stroke-line"
        strokeWidth={6}
        strokeDasharray="1 5"
      />
    )
  })
}

interface ArrowsProps {
  readonly layout: Layout
  readonly seen: LayoutWindow
  readonly geometry: Geometry
  readonly head: string
  readonly cursorStep: number
}

function Arrows({ layout, seen, geometry, head, cursorStep }: ArrowsProps) {
  return seen.arrows.slice(0, DRAWN_MAX).map((arrow) => {
    const isLit =
      layout.stepOf(arrow.sentBy) === cursorStep ||
      (arrow.endedBy !== undefined && layout.stepOf(arrow.endedBy) === cursorStep)
    return <ArrowShape key={arrow.key} {...{ arrow, geometry, head, isLit }} />
  })
}

interface MarkShapeProps {
  readonly mark: Mark
  readonly geometry: Geometry
  readonly isCursor: boolean
  readonly isViolation: boolean
  /** From 1; 0 when the explanation does not speak of it. */
  readonly relatedNumber: number
  readonly onSelect: (event: EventId) => void
}

function MarkShape(props: MarkShapeProps) {
  const { mark, geometry, isCursor, isViolation, relatedNumber, onSelect } = props
  return (
    // Pointer only: the keyboard moves the cursor through the group around the drawing.
    <g
      transform={`translate(${geometry.x(mark.position)} ${geometry.y(mark.lane)})`}
      className="cursor-pointer"
      onClick={() => onSelect(mark.event)}
    >
      <circle r={13} className="fill-transparent" />
      {isCursor ? <circle r={9} className="fill-page stroke-accent" strokeWidth={2} /> : null}
      {isViolation ? (
        <>
          <circle r={11} className="fill-none stroke-violation" strokeWidth={3.5} />
          <text
            x={15}
            y={-7}
            className="fill-violation stroke-page font-semibold text-[11px]"
            strokeWidth={3}
            paintOrder="stroke"
          >
            violation
          </text>
        </>
      ) : null}
      {relatedNumber > 0 && !isViolation ? (
        <>
          <circle
            r={10}
            className="fill-none stroke-violation"
            strokeWidth={1.75}
            strokeDasharray="3 2"
          />
          <text
            x={9}
            y={-8}
            className="fill-violation stroke-page font-semibold text-[11px]"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {relatedNumber}
          </text>
        </>
      ) : null}
      <MarkGlyph event={mark.group.lead} />
      {isViolation ? null : <NetworkText mark={mark} />}
    </g>
  )
}

/** What happens to the network has no lane's name to go by, so it says what it is. */
function NetworkText({ mark }: { readonly mark: Mark }) {
  const { lead } = mark.group
  const text = lead.kind === 'phase' ? 'healed' : lead.kind === 'end' ? 'end' : undefined
  if (text === undefined) return null
  return (
    <text
      x={9}
      y={4}
      className="fill-muted stroke-page text-[11px]"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {text}
    </text>
  )
}
