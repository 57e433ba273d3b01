/** Sites and the round trips between them; the legs of the last run are drawn over them. */
import type { RttMapFigure } from '#content/schema/figure-measured.ts'
import { TwoSizes } from '../two-sizes.tsx'
import type { Leg } from './rtt.ts'

/** Names of sites need room at the edges. */
const INSET = 70
const TOP = 34
const BOTTOM = 58

interface SiteMapProps {
  readonly figure: RttMapFigure
  readonly leader?: string
  readonly client?: string
  readonly legs: readonly Leg[]
}

export function SiteMap(props: SiteMapProps) {
  return (
    <TwoSizes
      wide={<MapOn {...props} width={640} height={250} />}
      narrow={<MapOn {...props} width={330} height={300} />}
    />
  )
}

function MapOn({
  figure,
  leader,
  client,
  legs,
  width,
  height,
}: SiteMapProps & { readonly width: number; readonly height: number }) {
  const across = spread(figure.sites.map(({ x }) => x))
  const down = spread(figure.sites.map(({ y }) => y))
  const placeOf = (id: string) => {
    const site = figure.sites.find((candidate) => candidate.id === id)
    return {
      x: INSET + across(site?.x ?? 0) * (width - 2 * INSET),
      y: TOP + down(site?.y ?? 0) * (height - TOP - BOTTOM),
    }
  }
  const used = new Set(legs.flatMap(({ from, to }) => [`${from},${to}`, `${to},${from}`]))
  const pairs = Object.entries(figure.rttMs).map(([pair, rtt]) => {
    const [a = '', b = ''] = pair.split(',')
    return { pair, rtt, a: placeOf(a), b: placeOf(b), isUsed: used.has(pair) }
  })
  const nameOf = (id: string) => figure.sites.find((site) => site.id === id)?.name ?? id
  const trips = pairs.map(
    ({ pair, rtt }) => `${pair.split(',').map(nameOf).join(' to ')} ${rtt} ms`,
  )
  return (
    <svg
      role="img"
      aria-label={`Round trips: ${trips.join(', ')}.`}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto w-full font-sans"
    >
      <Lines pairs={pairs} />
      {figure.sites.map(({ id, name }) => (
        <Site
          key={id}
          {...placeOf(id)}
          name={name}
          isLeader={id === leader}
          hasClient={id === client}
        />
      ))}
    </svg>
  )
}

/** From 0 for the least of these to 1 for the greatest; equal values lie in the middle. */
function spread(values: readonly number[]): (value: number) => number {
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  return (value) => (greatest === least ? 0.5 : (value - least) / (greatest - least))
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The ways between sites; those that the last run took stand out. */
function Lines({
  pairs,
}: {
  readonly pairs: readonly {
    readonly pair: string
    readonly rtt: number
    readonly a: Point
    readonly b: Point
    readonly isUsed: boolean
  }[]
}) {
  return (
    <>
      {pairs.map(({ pair, a, b, isUsed }) => (
        <line
          key={pair}
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          stroke={isUsed ? 'var(--message)' : 'var(--line-strong)'}
          strokeWidth={isUsed ? 3 : 1.25}
          strokeDasharray={isUsed ? undefined : '4 4'}
        />
      ))}
      {pairs.map(({ pair, rtt, a, b }) => (
        <text
          key={pair}
          x={(a.x + b.x) / 2}
          y={(a.y + b.y) / 2 + 4}
          textAnchor="middle"
          fontSize="12.5"
          fill="var(--text-muted)"
          className="halo"
        >
          {rtt} ms
        </text>
      ))}
    </>
  )
}

function Site({
  x,
  y,
  name,
  isLeader,
  hasClient,
}: {
  readonly x: number
  readonly y: number
  readonly name: string
  readonly isLeader: boolean
  readonly hasClient: boolean
}) {
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r="11"
        fill={isLeader ? 'var(--text)' : 'var(--page)'}
        stroke="var(--text)"
        strokeWidth="2"
      />
      {hasClient ? (
        <rect
          x={x - 22}
          y={y - 22}
          width="44"
          height="44"
          rx="6"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
        />
      ) : null}
      <text
        x={x}
        y={y + 40}
        textAnchor="middle"
        fontSize="13.5"
        fontWeight="600"
        fill="var(--text)"
        className="halo"
      >
        {name}
        {isLeader ? ' (leader)' : ''}
      </text>
    </g>
  )
}
