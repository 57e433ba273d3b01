/** What lies under the marks of a space-time drawing: lanes, times, cuts, nodes that are down. */
import type { Drawing } from './drawing.ts'
import type { Plane } from './plane.ts'

interface GroundProps {
  readonly drawing: Drawing
  readonly plane: Plane
}

export function Lanes({ drawing, plane }: GroundProps) {
  return drawing.lanes.map((name, lane) => {
    const [from, to] = plane.lane(lane)
    const at = plane.laneName(lane)
    return (
      <g key={name}>
        <line
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          stroke="var(--line-strong)"
          strokeWidth="1.25"
        />
        <text
          x={at.x}
          y={at.y}
          textAnchor={plane.isHorizontal ? 'start' : 'middle'}
          fontSize="13"
          fontWeight="600"
          fill="var(--text)"
        >
          {name}
        </text>
      </g>
    )
  })
}

/** Steps between named times, in microseconds, of which the first is taken that is not too dense. */
const STEPS = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000].map(
  (ms) => ms * 1_000,
)
const NAMES_MAX = 9

export function Times({
  plane,
  untilMicros,
}: {
  readonly plane: Plane
  readonly untilMicros: number
}) {
  const step = STEPS.find((candidate) => untilMicros / candidate < NAMES_MAX) ?? untilMicros
  const ticks = Array.from({ length: Math.floor(untilMicros / step) + 1 }, (_, i) => i * step)
  return ticks.map((at) => {
    const { x, y } = plane.timeName(at)
    return (
      <text
        key={at}
        x={x}
        y={y}
        fontSize="11"
        textAnchor={plane.isHorizontal ? 'middle' : 'start'}
        fill="var(--text-muted)"
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {at / 1_000}
        {at === 0 ? ' ms' : ''}
      </text>
    )
  })
}

export function Cuts({ drawing, plane, fill }: GroundProps & { readonly fill: string }) {
  return drawing.cuts.map(({ lane, nextLane, from, to, label }) => {
    const band = plane.band(lane, nextLane, from, to)
    const at = plane.bandLabel(lane, nextLane, from)
    return (
      <g key={`${lane} ${nextLane} ${from}`}>
        <rect {...band} fill={fill} />
        <FaultName x={at.x} y={at.y} anchor={at.anchor}>
          {label}
        </FaultName>
      </g>
    )
  })
}

/** The lane of a node that is down or rests is hidden behind a dashed one. */
export function Outages({ drawing, plane }: GroundProps) {
  return drawing.outages.map(({ lane, from, to, label }) => {
    const start = plane.point(lane, from)
    const end = plane.point(lane, to)
    const ends = { x1: start.x, y1: start.y, x2: end.x, y2: end.y }
    return (
      <g key={`${lane} ${from}`}>
        <line {...ends} stroke="var(--page)" strokeWidth="4" />
        <line {...ends} stroke="var(--fault)" strokeWidth="2" strokeDasharray="2 5" />
        {label === 'down' ? (
          <path
            d={`M${start.x - 5} ${start.y - 5}l10 10m0 -10l-10 10`}
            stroke="var(--fault)"
            strokeWidth="2.4"
          />
        ) : null}
        <FaultName x={start.x + 10} y={plane.isHorizontal ? start.y - 7 : start.y + 16}>
          {label}
        </FaultName>
      </g>
    )
  })
}

export function ClockMarks({ drawing, plane }: GroundProps) {
  return drawing.clocks.map(({ lane, at, text }) => {
    const { x, y } = plane.point(lane, at)
    return (
      <FaultName key={`${lane} ${at}`} x={x + 4} y={y - 8}>
        {text}
      </FaultName>
    )
  })
}

interface FaultNameProps {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly children: string
}

/** Names a fault where it shows. */
function FaultName({ x, y, anchor = 'start', children }: FaultNameProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize="11.5"
      fontWeight="600"
      fill="var(--fault)"
      className="halo"
    >
      {children}
    </text>
  )
}
