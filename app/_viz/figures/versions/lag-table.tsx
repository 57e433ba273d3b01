/** How far each replica is behind: now, and at worst. */
import { NumberTable } from '../plot/number-table.tsx'
import { type Lag, lagOf, type VersionProgress, worstLags } from './progress.ts'

export function LagTable({
  progress,
  moment,
}: {
  readonly progress: VersionProgress
  /** Left out on paper, where there is no “now”. */
  readonly moment?: number
}) {
  const worst = worstLags(progress)
  return (
    <NumberTable
      caption="How far behind the newest version"
      columns={['Replica', ...(moment === undefined ? [] : ['At this moment']), 'At worst']}
      rows={progress.nodes.map((node, index) => ({
        name: node,
        cells: [
          ...(moment === undefined ? [] : [lagText(lagOf(progress, moment, index))]),
          lagText(worst[index] ?? { versions: 0, ms: 0 }),
        ],
      }))}
    />
  )
}

function lagText({ versions, ms }: Lag): string {
  if (versions === 0) return 'up to date'
  return `${versions} ${versions === 1 ? 'version' : 'versions'}, ${ms} ms`
}
