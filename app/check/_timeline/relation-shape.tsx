/** An arrow from one operation of the anomaly to another that follows from it. */
import { barEdge } from './bar-shape.tsx'
import type { Bar } from './layout.ts'

interface RelationShapeProps {
  readonly from: Bar
  readonly to: Bar
  /** Id of the arrowhead. */
  readonly head: string
}

/** How far the curve swings out, at most. */
const BEND_MAX = 60

export function RelationShape({ from, to, head }: RelationShapeProps) {
  const start = barEdge(from, from.isOpen ? 'left' : 'right')
  const end = barEdge(to, 'left')
  const bend = Math.min(BEND_MAX, 18 + Math.abs(end.x - start.x) / 3)
  return (
    <path
      d={`M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x - 2} ${end.y}`}
      markerEnd={`url(#${head})`}
      strokeWidth={1.75}
      className="fill-none stroke-violation"
    />
  )
}
