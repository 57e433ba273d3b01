/** A message as an arrow from lane to lane; one that was lost ends in a cross. */
import type { Geometry } from './geometry.ts'
import type { Arrow } from './layout.ts'

/** How far a message that never left is drawn towards its receiver. */
const STUMP = { x: 26, share: 0.55 }

interface ArrowShapeProps {
  readonly arrow: Arrow
  readonly geometry: Geometry
  /** Id of the arrowhead marker. */
  readonly head: string
  /** It begins or ends at the cursor. */
  readonly isLit: boolean
}

export function ArrowShape({ arrow, geometry, head, isLit }: ArrowShapeProps) {
  const start = { x: geometry.x(arrow.from), y: geometry.y(arrow.fromLane) }
  const end = endOf(arrow, geometry)
  const isLost = arrow.dropped !== undefined
  return (
    <g className={isLit ? 'opacity-100' : 'opacity-70'}>
      <line
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        className={isLost ? 'stroke-fault' : 'stroke-message'}
        strokeWidth={isLit ? 2.5 : 1.25}
        strokeDasharray={isLost ? '5 4' : arrow.kind === 'client' ? '1 3' : undefined}
        strokeLinecap="round"
        markerEnd={isLost || arrow.isStump ? undefined : `url(#${head})`}
      />
      {isLost ? (
        <path
          transform={`translate(${end.x} ${end.y})`}
          d="M-4 -4 L4 4 M4 -4 L-4 4"
          className="fill-none stroke-fault"
          strokeWidth={2}
        />
      ) : null}
    </g>
  )
}

function endOf(arrow: Arrow, { x, y }: Geometry): { readonly x: number; readonly y: number } {
  const [startY, endY] = [y(arrow.fromLane), y(arrow.toLane)]
  if (!arrow.isStump) return { x: x(arrow.to), y: endY }
  return { x: x(arrow.from) + STUMP.x, y: startY + (endY - startY) * STUMP.share }
}
