/** A share as a bar with the range that chance leaves; the figures beside it say the same. */
import { percentText, rangeText } from '../../_classes/statistics/item-words.ts'
import type { Range } from '../../_classes/statistics/share.ts'

interface ShareBarProps {
  readonly count: number
  readonly of: number
  /** Undefined with too few to say more than the counts. */
  readonly range?: Range | undefined
}

const [WIDTH, HEIGHT] = [112, 14]

export function ShareBar({ count, of, range }: ShareBarProps) {
  const counts = `${count} of ${of}`
  if (range === undefined) {
    return <span className="whitespace-nowrap text-muted tabular-nums">{counts}</span>
  }
  const share = count / of
  return (
    <span className="grid gap-0.5 whitespace-nowrap tabular-nums">
      <span>
        {percentText(share)} <span className="text-muted">({counts})</span>
        <span className="sr-only">, {rangeText(range)}</span>
      </span>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        className="block max-w-full"
      >
        <rect width={WIDTH} height={8} y={3} rx={2} fill="var(--surface-strong)" />
        <rect width={WIDTH * share} height={8} y={3} rx={2} fill="var(--accent)" />
        <path
          d={`M${WIDTH * range.low} 7H${WIDTH * range.high}M${WIDTH * range.low} 2V12M${WIDTH * range.high} 2V12`}
          stroke="var(--text)"
          strokeWidth={1.5}
          fill="none"
        />
      </svg>
    </span>
  )
}
