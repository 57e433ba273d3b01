/** False suspicions over time to notice a crash; each mark is one timeout. */
import type { TimeoutPlotFigure } from '#content/schema/figure-measured.ts'
import { NumberTable } from '../plot/number-table.tsx'
import { Plot, type PlotFrame } from '../plot/plot.tsx'
import { axisTo } from '../plot/scale.ts'
import { lookOf, SeriesLegend, type SeriesLook, SeriesMark } from '../plot/series-mark.tsx'
import type { TimeoutPoint } from './measure-timeouts.ts'

export function TimeoutsPlot({
  figure,
  points,
}: {
  readonly figure: TimeoutPlotFigure
  readonly points: readonly TimeoutPoint[]
}) {
  const xAxis = axisTo(Math.max(1, ...points.map(({ detectedAfterMs }) => detectedAfterMs ?? 0)))
  const yAxis = axisTo(Math.max(1, ...points.map(({ falseSuspicions }) => falseSuspicions)))
  return (
    <div className="grid grid-cols-1 gap-4">
      <Plot
        xAxis={xAxis}
        yAxis={yAxis}
        xName="Time until a crash is noticed, ms (mean)"
        yName="False suspicions in a run (mean)"
        summary={`False suspicions against time to notice a crash. ${figure.summary}`}
      >
        {(frame) =>
          figure.weathers.map(({ id }, index) => (
            <TimeoutSeries
              key={id}
              frame={frame}
              look={lookOf(index)}
              points={points.filter(({ weather }) => weather === id)}
            />
          ))
        }
      </Plot>
      <p className="text-muted text-xs">
        The number at a mark is the timeout in milliseconds; where nobody was suspected the table
        has it. Each mark is the mean of {figure.seedCount} seeds, with and without the crash.
      </p>
      <SeriesLegend names={figure.weathers.map(({ name }) => name)} />
      <NumberTable
        caption="What each timeout costs: false suspicions in a run, and time until a crash is noticed"
        columns={['Timeout', ...figure.weathers.map(({ name }) => name)]}
        rows={figure.timeoutsMs.map((timeoutMs) => ({
          name: `${timeoutMs} ms`,
          cells: figure.weathers.map(({ id }) =>
            costText(
              points.find((point) => point.weather === id && point.timeoutMs === timeoutMs),
              figure.seedCount,
            ),
          ),
        }))}
      />
    </div>
  )
}

function costText(point: TimeoutPoint | undefined, seedCount: number): string {
  if (point === undefined) return '–'
  const { falseSuspicions, detectedAfterMs, unnoticed } = point
  const missed = unnoticed === 0 ? '' : `, unnoticed in ${unnoticed} of ${seedCount}`
  return `${falseSuspicions}; ${detectedAfterMs === undefined ? 'never' : `${detectedAfterMs} ms`}${missed}`
}

/** One weather: a line through its timeouts, each with its number. */
function TimeoutSeries({
  frame,
  look,
  points,
}: {
  readonly frame: PlotFrame
  readonly look: SeriesLook
  readonly points: readonly TimeoutPoint[]
}) {
  const places = points.flatMap(({ timeoutMs, detectedAfterMs, falseSuspicions }) =>
    detectedAfterMs === undefined
      ? []
      : [
          {
            timeoutMs,
            x: frame.x(detectedAfterMs),
            y: frame.y(falseSuspicions),
            isNamed: falseSuspicions > 0,
          },
        ],
  )
  const line = places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return (
    <g>
      <path
        d={line}
        fill="none"
        stroke={look.colour}
        strokeWidth="1.5"
        strokeDasharray={look.dash}
      />
      {places.map(({ timeoutMs, x, y, isNamed }) => (
        <g key={timeoutMs}>
          <SeriesMark x={x} y={y} look={look} />
          {isNamed ? (
            <text x={x + 7} y={y - 6} fontSize="11" fill="var(--text)" className="halo">
              {timeoutMs}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  )
}
