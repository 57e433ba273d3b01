/** The names of the lanes: they stay in view while the drawing scrolls. */
import type { Geometry } from './geometry.ts'
import { laneName } from './lanes.ts'
import type { Layout } from './layout.ts'
import { NAMES_SIZE } from './use-camera.ts'

interface LaneNamesProps {
  readonly layout: Layout
  readonly geometry: Geometry
}

export function LaneNames({ layout, geometry }: LaneNamesProps) {
  const { direction, breadth } = geometry
  const size = NAMES_SIZE[direction]
  const isRight = direction === 'right'
  return (
    <div
      aria-hidden="true"
      className={`sticky z-10 border-line bg-surface font-mono text-xs ${isRight ? 'left-0 border-r' : 'top-0 border-b'}`}
      style={isRight ? { width: size, height: breadth } : { width: breadth, height: size }}
    >
      {layout.lanes.map((lane, index) => (
        <span
          key={lane.id}
          className={
            isRight
              ? 'absolute right-2 max-w-14 -translate-y-1/2 truncate'
              : 'absolute top-1 -translate-x-1/2'
          }
          style={isRight ? { top: geometry.line(index) } : { left: geometry.line(index) }}
        >
          {lane.kind === 'network' ? (
            <span className="font-sans text-muted">{isRight ? laneName(lane) : 'net'}</span>
          ) : (
            laneName(lane)
          )}
        </span>
      ))}
    </div>
  )
}
