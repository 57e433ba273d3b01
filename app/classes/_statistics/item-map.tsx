/** Items by how many have them right and how well they tell; the table below has the same figures. */
import type { Discrimination } from '../../_classes/statistics/discrimination.ts'
import { correlationText, percentText, tellingOf } from '../../_classes/statistics/item-words.ts'
import { type MapPoint, placeLabels } from '../../_classes/statistics/place-labels.ts'

export interface MappedItem {
  /** As the table numbers it. */
  readonly number: number
  readonly rightShare: number
  readonly discrimination: Discrimination
}

interface ItemMapProps {
  /** `questions`, `checks`. */
  readonly noun: string
  /** What the way to the right means. */
  readonly across: string
  readonly items: readonly MappedItem[]
}

const [WIDTH, HEIGHT] = [420, 260]
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 22, 14, 44]
/** Correlations below this are drawn at it; they are rare, and their numbers stand in the table. */
const LOWEST = -0.5

const xOf = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT)
const yOf = (correlation: number) =>
  TOP + ((1 - Math.max(LOWEST, correlation)) / (1 - LOWEST)) * (HEIGHT - TOP - BOTTOM)

export function ItemMap({ noun, across, items }: ItemMapProps) {
  const points = items.map(({ rightShare, discrimination }) => ({
    x: xOf(rightShare),
    y: yOf(discrimination.correlation),
  }))
  const labels = placeLabels(points)
  return (
    <figure className="mt-2">
      <svg
        role="img"
        aria-label={describe(noun, items)}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block h-auto w-full max-w-lg"
      >
        <Axes across={across} />
        {items.map(({ number }, at) => (
          <Point key={number} number={number} point={points[at]} label={labels[at]} />
        ))}
      </svg>
      <figcaption className="text-muted text-sm">
        Numbers are those of the table. Above the dashed line an item tells; below it, it does not.
      </figcaption>
    </figure>
  )
}

interface PointProps {
  readonly number: number
  readonly point: MapPoint | undefined
  readonly label: MapPoint | undefined
}

/** A line leads from the point to its number. */
function Point({ number, point, label }: PointProps) {
  if (point === undefined || label === undefined) return null
  return (
    <g>
      <path d={`M${point.x} ${point.y}L${label.x} ${label.y}`} stroke="var(--line-strong)" />
      <circle cx={point.x} cy={point.y} r={4} fill="var(--accent)" />
      <circle cx={label.x} cy={label.y} r={7.5} fill="var(--page)" />
      <text
        x={label.x}
        y={label.y}
        textAnchor="middle"
        dy="0.35em"
        fill="var(--text)"
        fontSize={12}
      >
        {number}
      </text>
    </g>
  )
}

function Axes({ across }: { readonly across: string }) {
  return (
    <g fill="var(--text-muted)" fontSize={12}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <path d={`M${xOf(share)} ${TOP}V${HEIGHT - BOTTOM}`} stroke="var(--line)" />
          <text x={xOf(share)} y={HEIGHT - BOTTOM + 17} textAnchor="middle">
            {percentText(share)}
          </text>
        </g>
      ))}
      {[-0.5, 0, 0.5, 1].map((correlation) => (
        <g key={correlation}>
          <path d={`M${LEFT} ${yOf(correlation)}H${WIDTH - RIGHT}`} stroke="var(--line)" />
          <text x={LEFT - 6} y={yOf(correlation) + 4} textAnchor="end">
            {correlation === 0 ? '0' : correlationText(correlation).replace(/0$/, '')}
          </text>
        </g>
      ))}
      <path
        d={`M${LEFT} ${yOf(0.1)}H${WIDTH - RIGHT}`}
        stroke="var(--line-strong)"
        strokeDasharray="5 4"
      />
      <text x={xOf(0.5)} y={HEIGHT - 6} textAnchor="middle">
        {across}
      </text>
      <text transform={`translate(12 ${HEIGHT / 2}) rotate(-90)`} textAnchor="middle">
        goes with the rest
      </text>
    </g>
  )
}

function describe(noun: string, items: readonly MappedItem[]): string {
  const sorted = items.toSorted((a, b) => a.rightShare - b.rightShare)
  const [hardest, easiest] = [sorted[0], sorted.at(-1)]
  if (hardest === undefined || easiest === undefined) return `No ${noun}.`
  const silent = items.filter(({ discrimination }) => {
    const { sign } = tellingOf(discrimination)
    return sign === '→' || sign === '↓'
  })
  const which = silent.map(({ number }) => number).join(', ')
  return `${items.length} ${noun} by difficulty and by how they go with the rest. Fewest have number ${hardest.number} right (${percentText(hardest.rightShare)}), most number ${easiest.number} (${percentText(easiest.rightShare)}). ${silent.length === 0 ? 'All of them tell.' : `Not telling: ${which}.`} The table has every figure.`
}
