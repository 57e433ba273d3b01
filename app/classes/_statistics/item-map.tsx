/** Items by how many have them right and how well they tell; the table below has the same figures. */
import type { Discrimination } from '../../_classes/statistics/discrimination.ts'
import { correlationText, percentText, tellingOf } from '../../_classes/statistics/item-words.ts'

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

const [WIDTH, HEIGHT] = [520, 280]
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 16, 14, 40]
/** Correlations below this are drawn at it; they are rare, and their numbers stand in the table. */
const LOWEST = -0.5

const xOf = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT)
const yOf = (correlation: number) =>
  TOP + ((1 - Math.max(LOWEST, correlation)) / (1 - LOWEST)) * (HEIGHT - TOP - BOTTOM)

export function ItemMap({ noun, across, items }: ItemMapProps) {
  return (
    <figure className="mt-2">
      <svg
        role="img"
        aria-label={describe(noun, items)}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block h-auto w-full max-w-2xl text-[0.8rem]"
      >
        <Axes across={across} />
        {items.map(({ number, rightShare, discrimination }) => (
          <g
            key={number}
            transform={`translate(${xOf(rightShare)} ${yOf(discrimination.correlation)})`}
          >
            <circle r={10} fill="var(--page)" stroke="var(--accent)" strokeWidth={2} />
            <text textAnchor="middle" dy="0.34em" fill="var(--text)" fontSize={11}>
              {number}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="text-muted text-sm">
        Numbers are those of the table. Above the dashed line an item tells; below it, it does not.
      </figcaption>
    </figure>
  )
}

function Axes({ across }: { readonly across: string }) {
  return (
    <g fill="var(--text-muted)" fontSize={11}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <path d={`M${xOf(share)} ${TOP}V${HEIGHT - BOTTOM}`} stroke="var(--line)" />
          <text x={xOf(share)} y={HEIGHT - BOTTOM + 15} textAnchor="middle">
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
