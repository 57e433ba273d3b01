/** The frame of a plot: axes with names and numbers. What is plotted comes as children. */
import type { ReactNode } from 'react'
import type { Axis } from './scale.ts'

export interface PlotFrame {
  x(value: number): number
  y(value: number): number
}

const WIDTH = 640
const HEIGHT = 330
const LEFT = 58
const RIGHT = 22
const TOP = 16
const BOTTOM = 52

/** How values become places on the paper. */
export function frameOf(xAxis: Axis, yAxis: Axis): PlotFrame {
  return {
    x: (value) => LEFT + (value / xAxis.max) * (WIDTH - LEFT - RIGHT),
    y: (value) => HEIGHT - BOTTOM - (value / yAxis.max) * (HEIGHT - TOP - BOTTOM),
  }
}

export function Plot({
  xAxis,
  yAxis,
  xName,
  yName,
  summary,
  children,
}: {
  readonly xAxis: Axis
  readonly yAxis: Axis
  readonly xName: string
  readonly yName: string
  /** For those who cannot see it; the numbers are in a table beside it. */
  readonly summary: string
  readonly children: ReactNode
}) {
  const { x, y } = frameOf(xAxis, yAxis)
  const text = { fontSize: 12, fill: 'var(--text-muted)' } as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section aria-label="Plot" tabIndex={0} className="overflow-x-auto">
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="h-auto w-full min-w-[30rem] font-sans"
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {yAxis.ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" {...text}>
              {tick}
            </text>
          </g>
        ))}
        {xAxis.ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={HEIGHT - BOTTOM + 18} textAnchor="middle" {...text}>
            {tick}
          </text>
        ))}
        <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
        <line x1={LEFT} x2={LEFT} y1={TOP} y2={y(0)} stroke="var(--line-strong)" />
        <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 8} textAnchor="middle" {...text}>
          {xName}
        </text>
        <text
          transform={`translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)`}
          textAnchor="middle"
          {...text}
        >
          {yName}
        </text>
        {children}
      </svg>
    </section>
  )
}
