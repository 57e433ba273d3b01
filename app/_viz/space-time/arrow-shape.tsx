/**
 * A message as an arrow from lane to lane. Solid: it arrived. Dashed with a cross: it was
 * lost, and the cross stands where. Long dashes: it was held back on a clogged link. Two small
 * squares: the network repeated it. An open end: it was under way when the run ended. Dotted:
 * between a client and a node.
 */
import { memo } from 'react'
import type { Geometry, Point } from './geometry.ts'
import type { Relation } from './light-cone.ts'
import type { PatternIds } from './patterns.tsx'
import type { Arrow } from './place-arrows.ts'

/** How far a message that never left is drawn towards its receiver. */
const STUMP = { along: 26, share: 0.55 }

interface ArrowShapeProps {
  readonly arrow: Arrow
  readonly geometry: Geometry
  readonly patterns: PatternIds
  /** It begins or ends at the cursor. */
  readonly isLit: boolean
  /** To the event in the focus; undefined when nothing is dimmed. */
  readonly relation: Relation | undefined
}

export const ArrowShape = memo(function ArrowShape(props: ArrowShapeProps) {
  const { arrow, geometry, patterns, isLit, relation } = props
  const start = geometry.point(geometry.along(arrow.from), geometry.line(arrow.fromLane))
  const end = endOf(arrow, geometry)
  const isLost = arrow.dropped !== undefined
  const isFaint = relation === 'future' && !isLit
  const head = isFaint ? patterns.faintHead : patterns.head
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  return (
    <g
      className={relation === 'apart' && !isLit ? 'opacity-20' : isLit ? '' : 'opacity-80'}
      data-message={arrow.message}
    >
      <line {...ends(start, end)} className="stroke-transparent" strokeWidth={9} />
      <line
        {...ends(start, end)}
        className={isLost ? 'stroke-fault' : isFaint ? 'stroke-line-strong' : 'stroke-message'}
        strokeWidth={isLit ? 2.5 : relation === 'past' ? 1.75 : 1.1}
        strokeDasharray={dashOf(arrow)}
        strokeLinecap="round"
        markerEnd={isLost || arrow.isStump ? undefined : `url(#${head})`}
      />
      {arrow.isCopy ? <CopyBadge at={middle} /> : null}
      {isLost ? <Cross at={end} /> : null}
      {arrow.endedBy === undefined ? (
        <circle
          cx={end.x}
          cy={end.y}
          r={3}
          className="fill-page stroke-message"
          strokeWidth={1.5}
        />
      ) : null}
    </g>
  )
})

function ends(start: Point, end: Point) {
  return { x1: start.x, y1: start.y, x2: end.x, y2: end.y }
}

function dashOf({ dropped, kind, wasHeld }: Arrow): string | undefined {
  if (dropped !== undefined) return '5 4'
  if (wasHeld) return '12 5'
  return kind === 'client' ? '1 3' : undefined
}

function CopyBadge({ at }: { readonly at: Point }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`} className="fill-page stroke-message">
      <rect x={-5} y={-5} width={7} height={7} strokeWidth={1.25} />
      <rect x={-2} y={-2} width={7} height={7} strokeWidth={1.25} />
    </g>
  )
}

function Cross({ at }: { readonly at: Point }) {
  return (
    <path
      transform={`translate(${at.x} ${at.y})`}
      d="M-4 -4 L4 4 M4 -4 L-4 4"
      className="fill-none stroke-fault"
      strokeWidth={2}
    />
  )
}

/** What never left ends on its way; what is still under way when the run ends does, too. */
function endOf(arrow: Arrow, geometry: Geometry): Point {
  const [start, end] = [geometry.line(arrow.fromLane), geometry.line(arrow.toLane)]
  if (!arrow.isStump) return geometry.point(geometry.along(arrow.to), end)
  const along = geometry.along(arrow.from) + STUMP.along
  return geometry.point(along, start + (end - start) * STUMP.share)
}
