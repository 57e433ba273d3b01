/**
 * Consistency against availability during a cut: the reader's own code as one line of the plot, known
 * designs as the others, and the same as a table. Two marks a line: a dot for the larger side of
 * the cut, a ring for the smaller one.
 */
import { LEVELS, type SideShare, TRADE_OFF_LEVELS, type TradeOff } from '#core'
import type { DocumentedSystem, ReferencePoint } from '#labs/kit/lab.ts'
import { NumberTable } from '../../../_viz/figures/plot/number-table.tsx'

interface TradeOffPlotProps {
  /** Undefined while the code is measured, and when it could not be. */
  readonly measured: TradeOff | undefined
  /** The code was changed since. */
  readonly isStale: boolean
  readonly references: readonly ReferencePoint[]
  readonly documented: readonly DocumentedSystem[]
}

interface Line extends ReferencePoint {
  readonly isOwn: boolean
}

const OWN = 'Your code'
const NOTHING = 'None of these'

export function TradeOffPlot({ measured, isStale, references, documented }: TradeOffPlotProps) {
  const own = measured === undefined ? [] : [{ name: OWN, measured, isOwn: true }]
  const lines: readonly Line[] = [...own, ...references.map((one) => ({ ...one, isOwn: false }))]
  return (
    <section aria-labelledby="trade-off" className="space-y-4 border-line border-t px-4 py-4">
      <header className="space-y-1 text-sm">
        <h3 id="trade-off" className="font-semibold">
          What a cut costs here
        </h3>
        <p className="text-muted">
          Five nodes, cut into three and two for two seconds; {references[0]?.measured.runs ?? 0}{' '}
          runs. How many of the requests made during the cut were answered before it ended, and the
          strongest level that all answers kept.
        </p>
        {measured === undefined ? (
          <p>Your code has not been measured: it did not run to the end.</p>
        ) : isStale ? (
          <p>Your code was changed since it was measured.</p>
        ) : null}
      </header>
      <Legend />
      <div aria-hidden="true" className="space-y-3 text-sm">
        {[...TRADE_OFF_LEVELS, null].map((level) => (
          <Band
            key={level ?? NOTHING}
            level={level}
            lines={lines.filter((line) => line.measured.level === level)}
          />
        ))}
        <div className="flex justify-between text-muted text-xs tabular-nums">
          <span>0 % answered</span>
          <span>50 %</span>
          <span>100 %</span>
        </div>
      </div>
      <MeasuredTable lines={lines} />
      <DocumentedTable documented={documented} />
    </section>
  )
}

function Legend() {
  return (
    <p aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <span className="flex items-center gap-2">
        <Mark side="larger" /> larger side of the cut
      </span>
      <span className="flex items-center gap-2">
        <Mark side="smaller" /> smaller side
      </span>
    </p>
  )
}

/** One level with what was measured at it; levels without anything keep their place. */
function Band({
  level,
  lines,
}: {
  readonly level: TradeOff['level']
  readonly lines: readonly Line[]
}) {
  return (
    <div className="border-line border-b pb-2">
      <p className={lines.length === 0 ? 'text-muted' : 'font-medium'}>{levelName(level)}</p>
      {lines.map(({ name, measured, isOwn }) => (
        <div key={name} className="mt-1.5">
          <p className={isOwn ? 'font-semibold text-accent' : 'text-muted'}>{name}</p>
          <Track measured={measured} />
        </div>
      ))}
    </div>
  )
}

/** Both shares on one scale. The ends keep half a mark's room, so that no mark is cut off. */
function Track({ measured: { larger, smaller } }: Pick<Line, 'measured'>) {
  return (
    <div className="relative mx-1.5 h-5">
      <span className="absolute inset-x-0 top-1/2 border-line-strong border-t" />
      {(
        [
          ['larger', larger],
          ['smaller', smaller],
        ] as const
      ).map(([side, share]) => (
        <span
          key={side}
          className="absolute top-1/2 -translate-x-1/2 -translate-y-1/2"
          style={{ left: `${percentOf(share)}%` }}
        >
          <Mark side={side} />
        </span>
      ))}
    </div>
  )
}

/** Told apart by shape, so that colour is never alone. The larger ring lets both be seen in one place. */
function Mark({ side }: { readonly side: 'larger' | 'smaller' }) {
  return (
    <svg viewBox="0 0 16 16" className="block h-4 w-4 text-accent">
      {side === 'larger' ? (
        <circle cx="8" cy="8" r="4" fill="currentColor" />
      ) : (
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="var(--text)" strokeWidth="2" />
      )}
    </svg>
  )
}

function MeasuredTable({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <NumberTable
      caption="As measured"
      columns={['Register', 'Larger side', 'Smaller side', 'Consistency']}
      rows={lines.map(({ name, measured: { larger, smaller, level } }) => ({
        name,
        cells: [shareText(larger), shareText(smaller), levelName(level)],
      }))}
    />
  )
}

function DocumentedTable({ documented }: Pick<TradeOffPlotProps, 'documented'>) {
  return (
    <NumberTable
      caption="As documented, not measured by us"
      columns={['System and setting', 'Majority’s side', 'Other side', 'Consistency', 'Source']}
      rows={documented.map(({ name, larger, smaller, level, source }) => ({
        name,
        cells: [
          larger,
          smaller,
          level,
          <a key="source" href={source.url} className="text-accent underline underline-offset-2">
            {source.label}
          </a>,
        ],
      }))}
    />
  )
}

function levelName(level: TradeOff['level']): string {
  return LEVELS.find(({ id }) => id === level)?.name ?? NOTHING
}

function percentOf({ asked, ok }: SideShare): number {
  return asked === 0 ? 0 : Math.floor((100 * ok) / asked)
}

function shareText(share: SideShare): string {
  return `${percentOf(share)} % (${share.ok} of ${share.asked})`
}
