/** What does not belong to the run: bands that the page lays over it, and where runs part. */
import type { EventId } from '#core'
import { AlongText } from './along-text.tsx'
import { AXIS_SIZE, type Geometry } from './geometry.ts'
import type { Layout } from './layout.ts'
import type { PatternIds } from './patterns.tsx'
import type { PixelWindow } from './use-camera.ts'

/** An area that the page marks, such as a cut that is being drawn. */
export interface OverlayBand {
  readonly key: string
  /** Names of nodes and clients. */
  readonly lanes: readonly string[]
  readonly fromEvent: EventId
  readonly toEvent: EventId
  readonly text: string
}

interface OverlaysProps {
  readonly bands: readonly OverlayBand[]
  readonly layout: Layout
  readonly geometry: Geometry
  readonly patterns: PatternIds
  readonly window: PixelWindow
}

export function Overlays({ bands, layout, geometry, patterns, window }: OverlaysProps) {
  const at = (event: EventId) => geometry.along(layout.marks[layout.stepOf(event)]?.position ?? 0)
  return bands.flatMap(({ key, lanes, fromEvent, toEvent, text }) =>
    layout.lanes.map(({ id }, lane) => {
      if (!lanes.includes(id)) return null
      const [from, to] = [at(fromEvent), Math.max(at(toEvent), at(fromEvent) + 4)]
      const edge = geometry.edge(lane)
      const box = geometry.box({
        from: Math.max(from, window.from),
        to: Math.min(to, window.to),
        top: edge + 1,
        bottom: edge + geometry.laneSize(lane) - 1,
      })
      return (
        <g key={`${key} ${id}`} data-overlay={key} className="pointer-events-none">
          <rect {...box} fill={`url(#${patterns.crossHatch})`} className="opacity-40" />
          <rect {...box} className="fill-none stroke-accent" strokeDasharray="6 3" />
          <AlongText {...{ geometry, window, from, to, text }} indent={6} across={edge + 8} />
        </g>
      )
    }),
  )
}

interface ForkLineProps {
  /** The first event that the two runs do not share. */
  readonly event: EventId
  readonly text: string
  readonly layout: Layout
  readonly geometry: Geometry
}

/** Where this run and another one part. */
export function ForkLine({ event, text, layout, geometry }: ForkLineProps) {
  const mark = layout.marks[layout.stepOf(event)]
  if (mark === undefined) return null
  const along = geometry.along(mark.position) - 14
  const start = geometry.point(along, AXIS_SIZE[geometry.direction] - 2)
  const end = geometry.point(along, geometry.breadth)
  const isRight = geometry.direction === 'right'
  return (
    <g data-fork={event} className="pointer-events-none">
      <line
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        className="stroke-accent"
        strokeWidth={2}
        strokeDasharray="2 4"
      />
      <text
        x={isRight ? start.x - 4 : end.x - 4}
        y={isRight ? end.y - 5 : start.y - 6}
        textAnchor="end"
        className="fill-accent stroke-page font-medium text-[11px]"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {text}
      </text>
    </g>
  )
}
