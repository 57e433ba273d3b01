/** What lasts: the state of a node, the time that it is down or paused, a cut of the network. */
import { AlongText } from './along-text.tsx'
import { type Area, CUT_ROW, type Geometry, STATE_ROW } from './geometry.ts'
import type { PlacedBand } from './layout.ts'
import type { PatternIds } from './patterns.tsx'
import type { PixelWindow } from './use-camera.ts'

interface BandShapeProps {
  readonly band: PlacedBand
  readonly geometry: Geometry
  readonly patterns: PatternIds
  /** The part that is drawn. */
  readonly window: PixelWindow
}

export function BandShape({ band, geometry, patterns, window }: BandShapeProps) {
  // Only as much of it as is drawn: browsers are slow with shapes of a million pixels.
  const start = geometry.along(band.from)
  const from = Math.max(start, window.from - OVERHANG)
  const to = Math.min(Math.max(start + 2, geometry.along(band.to)), window.to + OVERHANG)
  const line = geometry.line(band.lane)
  const text = { geometry, window, from: start, to: geometry.along(band.to), text: band.text }
  switch (band.kind) {
    case 'state': {
      const top = line + STATE_ROW.offset + band.row * (STATE_ROW.size + STATE_ROW.gap)
      return <StateBand {...text} shade={band.shade} row={band.row} area={{ from, to, top }} />
    }
    case 'cut': {
      const edge = geometry.edge(band.lane)
      const area = { from, to, top: edge + 1, bottom: edge + geometry.laneSize(band.lane) - 1 }
      const pattern = band.shade % 2 === 0 ? patterns.hatch : patterns.crossHatch
      return <rect {...geometry.box(area)} fill={`url(#${pattern})`} className="opacity-45" />
    }
    case 'cut-network': {
      const middle = line + band.row * (CUT_ROW.size + CUT_ROW.gap)
      const half = CUT_ROW.size / 2
      return (
        <g>
          <rect
            {...geometry.box({ from, to, top: middle - half, bottom: middle + half })}
            rx={3}
            className="fill-surface stroke-fault"
            strokeDasharray="4 3"
          />
          <AlongText {...text} indent={12} across={middle} />
        </g>
      )
    }
    case 'down':
    case 'paused':
      return <Silence {...{ band, geometry, text }} area={{ from, to, top: line }} />
  }
}

const OVERHANG = 20

interface StateBandProps {
  readonly geometry: Geometry
  readonly window: PixelWindow
  readonly from: number
  readonly to: number
  readonly text: string
  readonly shade: number
  readonly row: number
  readonly area: Omit<Area, 'bottom'>
}

/** Three looks for the values of the first ribbon: plain, outlined and dashed, filled. */
function StateBand({ area, shade, row, ...text }: StateBandProps) {
  const look = row > 0 ? PINNED : (SHADES[Math.min(shade, SHADES.length - 1)] ?? PINNED)
  return (
    <g>
      <rect
        {...text.geometry.box({ ...area, to: area.to - 1, bottom: area.top + STATE_ROW.size })}
        rx={2}
        className={look.box}
        strokeDasharray={look.dash}
      />
      <AlongText
        {...text}
        indent={6}
        across={area.top + STATE_ROW.size / 2}
        className={look.text}
      />
    </g>
  )
}

interface Look {
  readonly box: string
  readonly text: string
  readonly dash?: string
}

const SHADES: readonly Look[] = [
  { box: 'fill-surface-strong forced-colors:stroke-text', text: 'fill-text' },
  { box: 'fill-page stroke-text', text: 'fill-text', dash: '3 2' },
  { box: 'fill-muted', text: 'fill-page font-medium' },
]
const PINNED: Look = { box: 'fill-page stroke-line-strong', text: 'fill-text' }

interface SilenceProps {
  readonly band: PlacedBand
  readonly geometry: Geometry
  readonly area: Omit<Area, 'bottom'>
  readonly text: {
    readonly geometry: Geometry
    readonly window: PixelWindow
    readonly from: number
    readonly to: number
    readonly text: string
  }
}

/** A node that is down has a dotted lane; one that is paused two thin lines, as pause buttons do. */
function Silence({ band, geometry, area, text }: SilenceProps) {
  const { from, to, top: line } = area
  const isDown = band.kind === 'down'
  const [start, end] = [geometry.point(from, line), geometry.point(to, line)]
  const shift = geometry.point(0, 2.5)
  const offsets = isDown ? [0] : [-1, 1]
  return (
    <g>
      <rect
        {...geometry.box({ from, to, top: line - 4, bottom: line + 4 })}
        className="fill-page"
      />
      {offsets.map((side) => (
        <line
          key={side}
          x1={start.x + side * shift.x}
          y1={start.y + side * shift.y}
          x2={end.x + side * shift.x}
          y2={end.y + side * shift.y}
          className="stroke-fault"
          strokeWidth={isDown ? 2 : 1.5}
          strokeDasharray={isDown ? '1 6' : '10 5'}
          strokeLinecap="round"
        />
      ))}
      {isDown ? (
        <AlongText
          {...text}
          indent={10}
          across={line + STATE_ROW.offset + STATE_ROW.size / 2}
          className="fill-fault"
        />
      ) : null}
    </g>
  )
}
