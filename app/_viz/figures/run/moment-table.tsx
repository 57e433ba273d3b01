/** The events of a run as a table. */
import type { RunFigure } from '#content/schema/figure.ts'
import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import { ColumnHeads } from '../column-heads.tsx'
import { momentsOf } from './moments.ts'
import type { FigureRun } from './run.ts'

export function MomentTable({
  figure,
  run,
}: {
  readonly figure: RunFigure
  readonly run: FigureRun
}) {
  return (
    <ScrollArea label="Events of the run" className="max-h-96">
      <table className="w-full text-left text-sm">
        <thead className="sticky top-0 bg-page">
          <ColumnHeads titles={['Time', 'Who', 'What']} />
        </thead>
        <tbody>
          {momentsOf(run.trace, figure).map(({ event, at, who, what }) => (
            <tr key={event} className="border-line border-b">
              <td className="whitespace-nowrap py-1.5 pr-4 text-muted tabular-nums">
                {(at / 1_000).toFixed(1)} ms
              </td>
              <td className="py-1.5 pr-4 font-medium">{who}</td>
              <td className="py-1.5">{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
