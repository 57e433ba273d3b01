/** Runs on the map beside each other. */
import type { RttMapFigure } from '#content/schema/figure-measured.ts'
import { NumberTable } from '../plot/number-table.tsx'
import { describeLeg, type RttRun } from './rtt.ts'

export function RttTable({
  figure,
  runs,
  caption,
}: {
  readonly figure: RttMapFigure
  readonly runs: readonly RttRun[]
  readonly caption: string
}) {
  const nameIn = (options: readonly { readonly id: string; readonly name: string }[], id: string) =>
    options.find((option) => option.id === id)?.name ?? id
  return (
    <NumberTable
      caption={caption}
      columns={['Operation', 'Takes', 'Waits for']}
      rows={runs.map(({ setting, latencyMs, legs }) => ({
        name: `${nameIn(figure.operations, setting.operation)} in ${nameIn(figure.sites, setting.client)}; leader in ${nameIn(figure.sites, setting.leader)}, ${nameIn(figure.modes, setting.mode)}`,
        cells: [
          latencyMs === undefined ? 'no answer' : `${latencyMs}\u00a0ms`,
          legs
            .filter(({ ms }) => ms > 0)
            .map((leg) => describeLeg(figure, leg))
            .join(', '),
        ],
      }))}
    />
  )
}
