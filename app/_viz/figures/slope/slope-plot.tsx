/** Lines of latency over the round trip, one for each operation, with its slope. */
import type { SlopeFigure } from '#content/schema/figure-measured.ts'
import { NumberTable } from '../plot/number-table.tsx'
import { Plot } from '../plot/plot.tsx'
import { axisTo } from '../plot/scale.ts'
import { lookOf, SeriesLegend, SeriesMark } from '../plot/series-mark.tsx'
import type { MeasuredSlope } from './slopes.ts'

export function SlopePlot({
  figure,
  measured,
}: {
  readonly figure: SlopeFigure
  readonly measured: readonly MeasuredSlope[]
}) {
  const xAxis = axisTo(Math.max(...figure.rttsMs))
  const highest = measured.flatMap(({ points }) => points.map(({ latencyMs }) => latencyMs))
  const yAxis = axisTo(Math.max(1, ...highest))
  const indexOf = (operation: string) => figure.operations.findIndex(({ id }) => id === operation)
  const nameOf = (operation: string) => figure.operations[indexOf(operation)]?.name ?? operation
  const said = measured.map(({ operation, slope }) => `${nameOf(operation)}: slope ${slope}`)
  return (
    <div className="grid grid-cols-1 gap-4">
      <Plot
        xAxis={xAxis}
        yAxis={yAxis}
        xName="Round trip between nodes, ms"
        yName="Latency of the operation, ms"
        summary={`Latency over round trip. ${said.join('. ')}.`}
      >
        {({ x, y }) =>
          measured.map(({ operation, points }) => {
            const look = lookOf(indexOf(operation))
            return (
              <g key={operation}>
                <path
                  d={points
                    .map(
                      ({ rttMs, latencyMs }, index) =>
                        `${index === 0 ? 'M' : 'L'}${x(rttMs)} ${y(latencyMs)}`,
                    )
                    .join('')}
                  fill="none"
                  stroke={look.colour}
                  strokeWidth="2"
                  strokeDasharray={look.dash}
                />
                {points.map(({ rttMs, latencyMs }) => (
                  <SeriesMark key={rttMs} x={x(rttMs)} y={y(latencyMs)} look={look} />
                ))}
              </g>
            )
          })
        }
      </Plot>
      <SeriesLegend names={figure.operations.map(({ name }) => name)} />
      <NumberTable
        caption="Latency by round trip, both in milliseconds"
        columns={['Operation', ...figure.rttsMs.map((rtt) => String(rtt)), 'Slope']}
        rows={measured.map(({ operation, points, slope }) => ({
          name: nameOf(operation),
          cells: [...points.map(({ latencyMs }) => Math.round(latencyMs)), slope],
        }))}
      />
    </div>
  )
}
