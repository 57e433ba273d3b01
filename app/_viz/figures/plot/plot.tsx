/** The frame of a plot: axes with names and numbers. What is plotted comes as children. */
import type { ReactNode } from 'react'
import { TwoSizes } from '../two-sizes.tsx'
import type { Axis } from './scale.ts'

export interface PlotFrame {
  x(value: number): number
  y(value: number): number
}

interface Paper {
  readonly width: number
  readonly height: number
}

const WIDE: Paper = { width: 640, height: 330 }
const NARROW: Paper = { width: 330, height: 290 }
const LEFT = 52
const RIGHT = 22
const TOP = 16
const BOTTOM = 52

/** How values become places on the paper. */
function frameOf(xAxis: Axis, yAxis: Axis, { width, height }: Paper): PlotFrame {
  return {
    x: (value) => LEFT + (value / xAxis.max) * (width - LEFT - RIGHT),
    y: (value) => height - BOTTOM - (value / yAxis.max) * (height - TOP - BOTTOM),
  }
}

interface PlotProps {
  readonly xAxis: Axis
  readonly yAxis: Axis
  readonly xName: string
  readonly yName: string
  /** For those who cannot see it; the numbers are in a table beside it. */
  readonly summary: string
  readonly children: (frame: PlotFrame) => ReactNode
}

export function Plot(props: PlotProps) {
  return (
    <TwoSizes
      wide={<PlotOn paper={WIDE} {...props} />}
      narrow={<PlotOn paper={NARROW} {...props} />}
    />
  )
}

function PlotOn({
  paper,
  xAxis,
  yAxis,
  xName,
  yName,
  summary,
  children,
}: PlotProps & { readonly paper: Paper }) {
  const { width, height } = paper
  const frame = frameOf(xAxis, yAxis, paper)
  const { x, y } = frame
  const text = { fontSize: 12, fill: 'var(--text-muted)' } as const
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto w-full font-sans"
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {yAxis.ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" {...text}>
            {tick}
          </text>
        </g>
      ))}
      {xAxis.ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={height - BOTTOM + 18} textAnchor="middle" {...text}>
          {tick}
        </text>
      ))}
      <line x1={LEFT} x2={width - RIGHT} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
      <line x1={LEFT} x2={LEFT} y1={TOP} y2={y(0)} stroke="var(--line-strong)" />
      <text x={(LEFT + width - RIGHT) / 2} y={height - 8} textAnchor="middle" {...text}>
        {xName}
      </text>
      <text
        transform={`translate(13 ${(TOP + height - BOTTOM) / 2}) rotate(-90)`}
        textAnchor="middle"
        {...text}
      >
        {yName}
      </text>
      {children(frame)}
    </svg>
  )
}
