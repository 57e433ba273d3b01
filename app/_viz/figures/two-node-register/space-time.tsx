/**
 * The drawing of one run: lanes for clients and nodes, arrows for messages, bars for
 * operations, a hatched band for the cut. A picture without controls; the table beside it
 * says the same in words.
 */
import { useId } from 'react'
import { type Arrow, type Bar, type Drawing, LANES } from './drawing.ts'
import { horizontal, type Plane, vertical } from './plane.ts'

export function SpaceTime({
  drawing,
  summary,
  staleOperation,
}: {
  readonly drawing: Drawing
  readonly summary: string
  /** The operation that broke linearizability, to be ringed. */
  readonly staleOperation: number | undefined
}) {
  const shared = { drawing, summary, staleOperation }
  return (
    <>
      <div className="hidden sm:block">
        <Picture {...shared} plane={horizontal(drawing.untilMicros)} />
      </div>
      <div className="sm:hidden">
        <Picture {...shared} plane={vertical(drawing.untilMicros)} />
      </div>
    </>
  )
}

interface PictureProps {
  readonly drawing: Drawing
  readonly summary: string
  readonly staleOperation: number | undefined
  readonly plane: Plane
}

function Picture({ drawing, summary, staleOperation, plane }: PictureProps) {
  const id = useId()
  const hatching = `${id}-hatching`
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${plane.width} ${plane.height}`}
      className="h-auto w-full font-sans"
    >
      <defs>
        <pattern
          id={hatching}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v7" stroke="var(--fault)" strokeWidth="1.6" opacity="0.45" />
        </pattern>
        {(['message', 'text-muted'] as const).map((colour) => (
          <marker
            key={colour}
            id={`${id}-${colour}`}
            viewBox="0 0 8 8"
            refX="7.5"
            refY="4"
            markerWidth="6.5"
            markerHeight="6.5"
            orient="auto"
          >
            <path d="M0 0.5 8 4 0 7.5Z" fill={`var(--${colour})`} />
          </marker>
        ))}
      </defs>
      <Cuts drawing={drawing} plane={plane} fill={`url(#${hatching})`} />
      <Lanes plane={plane} />
      <Times plane={plane} untilMicros={drawing.untilMicros} />
      {drawing.bars.map((bar) => (
        <OperationBar
          key={bar.operation}
          bar={bar}
          plane={plane}
          isStale={bar.operation === staleOperation}
        />
      ))}
      {drawing.arrows.map((arrow) => (
        <MessageArrow key={arrow.event} arrow={arrow} plane={plane} markerId={id} />
      ))}
      <Holdings drawing={drawing} plane={plane} />
    </svg>
  )
}

function Lanes({ plane }: { readonly plane: Plane }) {
  return LANES.map((name, lane) => {
    const [from, to] = plane.lane(lane)
    const at = plane.laneName(lane)
    return (
      <g key={name}>
        <line {...ends(from, to)} stroke="var(--line-strong)" strokeWidth="1.25" />
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

function Times({ plane, untilMicros }: { readonly plane: Plane; readonly untilMicros: number }) {
  const ticks = Array.from({ length: Math.floor(untilMicros / 100_000) + 1 }, (_, i) => i * 100_000)
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

function Cuts({
  drawing,
  plane,
  fill,
}: {
  readonly drawing: Drawing
  readonly plane: Plane
  readonly fill: string
}) {
  return drawing.cuts.map(({ from, to }) => {
    const band = plane.band(1, 2, from, to)
    const label = plane.bandLabel(1, 2, from)
    return (
      <g key={from}>
        <rect {...band} fill={fill} />
        <text
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize="11.5"
          fontWeight="600"
          fill="var(--fault)"
          className="halo"
        >
          cut
        </text>
      </g>
    )
  })
}

function OperationBar({
  bar,
  plane,
  isStale,
}: {
  readonly bar: Bar
  readonly plane: Plane
  readonly isStale: boolean
}) {
  const shape = plane.bar(bar.lane, bar.from, bar.to)
  const label = plane.barLabel(bar.lane, bar.from, bar.to)
  const end = plane.point(bar.lane, bar.to)
  const isInfo = bar.outcome === 'info'
  return (
    <g>
      <rect
        {...shape}
        rx="3"
        fill="var(--surface-strong)"
        stroke={bar.outcome === 'fail' ? 'var(--fault)' : 'var(--line-strong)'}
        strokeDasharray={isInfo ? '4 3' : undefined}
      />
      <text
        x={label.x}
        y={label.y}
        textAnchor={label.anchor}
        fontSize="12.5"
        fontWeight="600"
        fill={isStale ? 'var(--violation)' : 'var(--text)'}
        className="halo"
      >
        {bar.label}
      </text>
      {isStale ? (
        <circle cx={end.x} cy={end.y} r="8" fill="none" stroke="var(--violation)" strokeWidth="3" />
      ) : null}
    </g>
  )
}

function MessageArrow({
  arrow,
  plane,
  markerId,
}: {
  readonly arrow: Arrow
  readonly plane: Plane
  readonly markerId: string
}) {
  const isLost = arrow.kind === 'lost'
  const from = plane.point(arrow.from, arrow.sentAt)
  const toLane = isLost ? (arrow.from + arrow.to) / 2 : arrow.to
  const to = plane.point(toLane, arrow.endsAt)
  const colour = isLost ? 'fault' : arrow.kind === 'client' ? 'text-muted' : 'message'
  const label = plane.arrowLabel(from, to, arrow.to > arrow.from ? 'onward' : 'back')
  return (
    <g>
      <line
        {...ends(from, to)}
        stroke={`var(--${colour})`}
        strokeWidth={arrow.kind === 'client' ? 1.25 : 1.8}
        strokeDasharray={isLost ? '5 4' : undefined}
        markerEnd={isLost ? undefined : `url(#${markerId}-${colour})`}
      />
      {isLost ? (
        <path
          d={`M${to.x - 5} ${to.y - 5}l10 10m0 -10l-10 10`}
          stroke="var(--fault)"
          strokeWidth="2.4"
        />
      ) : null}
      {arrow.label === '' ? null : (
        <text
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize="11"
          fill={`var(--${colour})`}
          className="halo"
        >
          {arrow.label}
        </text>
      )}
    </g>
  )
}

function Holdings({ drawing, plane }: { readonly drawing: Drawing; readonly plane: Plane }) {
  return drawing.holdings.map(({ lane, at, value }) => {
    const { x, y } = plane.holding(lane, at)
    return (
      <g key={`${lane} ${at}`}>
        <rect
          x={x - 12}
          y={y - 9}
          width="24"
          height="18"
          rx="4"
          fill="var(--page)"
          stroke="var(--text)"
        />
        <text
          x={x}
          y={y + 4}
          textAnchor="middle"
          fontSize="11.5"
          fontWeight="600"
          fill="var(--text)"
        >
          {value}
        </text>
      </g>
    )
  })
}

function ends(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
) {
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
}
