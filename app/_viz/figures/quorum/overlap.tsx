/** The nodes of a write and of a read that have as few in common as can be. */
import type { QuorumSetting } from '#content/schema/figure-measured.ts'

const GAP = 44
const TOP = 46

export function Overlap({ setting }: { readonly setting: QuorumSetting }) {
  const { n, r, w } = setting
  const common = Math.max(0, r + w - n)
  const said =
    common === 0
      ? `A write to ${w} and a read from ${r} of ${n} nodes may have no node in common.`
      : `A write to ${w} and a read from ${r} of ${n} nodes have at least ${common} in common.`
  return (
    <div className="grid gap-2">
      <svg
        role="img"
        aria-label={said}
        viewBox={`0 0 ${GAP * n + 90} 110`}
        className="h-28 w-auto max-w-full justify-self-start font-sans"
      >
        {Array.from({ length: n }, (_, index) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: nodes are known by their place
            key={index}
            cx={24 + GAP * index}
            cy={TOP + 8}
            r="13"
            fill={index < w && index >= n - r ? 'var(--accent)' : 'var(--page)'}
            stroke="var(--text)"
            strokeWidth="1.5"
          />
        ))}
        <Bracket from={24} to={24 + GAP * (w - 1)} y={18} label={`write ${w}`} />
        <Bracket from={24 + GAP * (n - r)} to={24 + GAP * (n - 1)} y={90} label={`read ${r}`} />
      </svg>
      <p className="text-sm">{said}</p>
    </div>
  )
}

function Bracket({
  from,
  to,
  y,
  label,
}: {
  readonly from: number
  readonly to: number
  readonly y: number
  readonly label: string
}) {
  return (
    <g>
      <line x1={from - 14} x2={to + 14} y1={y} y2={y} stroke="var(--text)" strokeWidth="3" />
      <text x={to + 20} y={y + 4} fontSize="12.5" fill="var(--text)">
        {label}
      </text>
    </g>
  )
}
