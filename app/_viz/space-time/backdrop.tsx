/** What lies below marks and arrows: lanes, folded stretches and all bands and bars. */
import { memo } from 'react'
import { BandShape } from './band-shape.tsx'
import { BarShape } from './bar-shape.tsx'
import { AXIS_SIZE, type Geometry } from './geometry.ts'
import type { Layout, LayoutWindow } from './layout.ts'
import type { PatternIds } from './patterns.tsx'
import type { PixelWindow } from './use-camera.ts'

/** Closer columns leave no room to show that something is folded between them. */
const FOLD_SCALE_MIN = 30
/** From the far edge of the lanes to the middle of the number of folded steps. */
const FOLD_COUNT_INSET = 6

interface BackdropProps {
  readonly layout: Layout
  readonly seen: LayoutWindow
  readonly geometry: Geometry
  readonly patterns: PatternIds
  readonly window: PixelWindow
}

export const Backdrop = memo(function Backdrop(props: BackdropProps) {
  const { layout, seen, geometry, patterns, window } = props
  return (
    <g aria-hidden="true">
      <Folds columns={seen.columns} geometry={geometry} />
      <LaneLines {...{ layout, geometry, window }} />
      {seen.bands.map((band) => (
        <BandShape
          key={`${band.kind} ${band.lane} ${band.row} ${band.from} ${band.text}`}
          {...{ band, geometry, patterns, window }}
        />
      ))}
      {seen.bars.map((bar) => (
        <BarShape
          key={bar.span.operation}
          {...{ bar, geometry, patterns, window }}
          end={geometry.along(layout.length)}
        />
      ))}
    </g>
  )
})

type LaneLinesProps = Pick<BackdropProps, 'layout' | 'geometry' | 'window'>

function LaneLines({ layout, geometry, window }: LaneLinesProps) {
  return layout.lanes.map(({ kind, id }, lane) => {
    if (kind === 'network') return null
    const line = geometry.line(lane)
    const [start, end] = [geometry.point(window.from, line), geometry.point(window.to, line)]
    return (
      <line
        key={id}
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        className={kind === 'client' ? 'stroke-line' : 'stroke-line-strong'}
        strokeDasharray={kind === 'client' ? '2 4' : undefined}
      />
    )
  })
}

interface ColumnsProps {
  readonly columns: LayoutWindow['columns']
  readonly geometry: Geometry
}

/** A dotted line, and how many, wherever routine steps are folded away between two columns. */
function Folds({ columns, geometry }: ColumnsProps) {
  if (geometry.scale < FOLD_SCALE_MIN) return null
  return columns.map(({ position, foldedBefore }) => {
    if (foldedBefore === 0) return null
    const along = geometry.along(position) - geometry.scale / 2
    const start = geometry.point(along, AXIS_SIZE[geometry.direction])
    const end = geometry.point(along, geometry.breadth)
    const said = geometry.point(along, geometry.breadth - FOLD_COUNT_INSET)
    return (
      <g key={position}>
        <line
          x1={start.x}
          y1={start.y}
          x2={end.x}
          y2={end.y}
          className="stroke-line"
          strokeWidth={6}
          strokeDasharray="1 5"
        />
        <text
          x={said.x}
          y={said.y}
          textAnchor="middle"
          dominantBaseline="central"
          className="fill-muted stroke-page text-[9px]"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {foldedBefore}
        </text>
      </g>
    )
  })
}
