/** Settings beside each other: latencies, what they survive, and how many seeds broke. */
import type { QuorumFigure } from '#content/schema/figure-measured.ts'
import { NumberTable } from '../plot/number-table.tsx'
import { type Percentiles, type QuorumMeasure, quorumKey } from './measure-quorum.ts'

export function QuorumTable({
  figure,
  measures,
  caption,
}: {
  readonly figure: QuorumFigure
  readonly measures: readonly QuorumMeasure[]
  readonly caption: string
}) {
  return (
    <NumberTable
      caption={caption}
      columns={[
        'N, R, W',
        'Read, ms at 50, 95, 99 %',
        'Write, ms at 50, 95, 99 %',
        'Answered',
        'Not linearizable',
        'Reads survive',
        'Writes survive',
      ]}
      rows={measures.map(({ setting, reads, writes, asked, answered, brokenSeeds }) => ({
        name: quorumKey(setting).replaceAll(',', ',\u00a0'),
        cells: [
          inRow(reads),
          inRow(writes),
          `${answered} of ${asked}`,
          `${brokenSeeds} of ${figure.seedCount} seeds`,
          downText(setting.n - setting.r),
          downText(setting.n - setting.w),
        ],
      }))}
    />
  )
}

function inRow({ p50, p95, p99 }: Percentiles): string {
  return [p50, p95, p99].map((value) => value ?? '–').join(', ')
}

function downText(count: number): string {
  return count === 1 ? '1 node down' : `${count} nodes down`
}
