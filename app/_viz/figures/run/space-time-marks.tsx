/** The marks of a space-time drawing: operations, messages, what nodes show. */
import type { Arrow, Bar, Drawing } from './drawing.ts'
import type { PlacedLabels } from './place-labels.ts'
import type { LabelPoint, Plane } from './plane.ts'

export function OperationBar({
  bar,
  plane,
  label,
}: {
  readonly bar: Bar
  readonly plane: Plane
  readonly label: LabelPoint | undefined
}) {
  const shape = plane.bar(bar.lane, bar.from, bar.to)
  const end = plane.point(bar.lane, bar.to)
  return (
    <g>
      <rect
        {...shape}
        rx="3"
        fill="var(--surface-strong)"
        stroke={bar.outcome === 'fail' ? 'var(--fault)' : 'var(--line-strong)'}
        strokeDasharray={bar.outcome === 'info' ? '4 3' : undefined}
      />
      {label === undefined ? null : (
        <text
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize="12.5"
          fontWeight="600"
          fill={bar.isMarked ? 'var(--violation)' : 'var(--text)'}
          className="halo"
        >
          {bar.label}
        </text>
      )}
      {bar.isMarked ? (
        <circle cx={end.x} cy={end.y} r="8" fill="none" stroke="var(--violation)" strokeWidth="3" />
      ) : null}
    </g>
  )
}

export function MessageArrow({
  arrow,
  plane,
  label,
  markerId,
}: {
  readonly arrow: Arrow
  readonly plane: Plane
  readonly label: LabelPoint | undefined
  readonly markerId: string
}) {
  const isLost = arrow.kind === 'lost'
  const from = plane.point(arrow.from, arrow.sentAt)
  const toLane = isLost ? (arrow.from + arrow.to) / 2 : arrow.to
  const to = plane.point(toLane, arrow.endsAt)
  const colour = isLost ? 'fault' : arrow.kind === 'client' ? 'text-muted' : 'message'
  return (
    <g>
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
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
      {label === undefined ? null : (
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

export function Holdings({
  drawing,
  places,
}: {
  readonly drawing: Drawing
  readonly places: PlacedLabels['holdings']
}) {
  return drawing.holdings.map(({ lane, at, text }, index) => {
    const { x, y, width } = places[index] ?? { x: 0, y: 0, width: 0 }
    return (
      <g key={`${lane} ${at}`}>
        <rect
          x={x - width / 2}
          y={y - 9}
          width={width}
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
          {text}
        </text>
      </g>
    )
  })
}
