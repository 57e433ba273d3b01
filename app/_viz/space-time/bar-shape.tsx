/** An operation as a bar on its client's lane, from the question to the answer. */
import { AlongText } from './along-text.tsx'
import type { Geometry } from './geometry.ts'
import { type Bar, isOpen } from './layout.ts'
import type { PatternIds } from './patterns.tsx'
import type { PixelWindow } from './use-camera.ts'

interface BarShapeProps {
  readonly bar: Bar
  readonly geometry: Geometry
  readonly patterns: PatternIds
  readonly window: PixelWindow
  /** The end of the run, in pixels along. */
  readonly end: number
}

const HALF = 9
const TAIL_HALF = 5
/** What may still take effect fades over this many pixels, and stays faint up to the end. */
const FADE = 220
const OVERHANG = 20

export function BarShape({ bar, geometry, patterns, window, end }: BarShapeProps) {
  const line = geometry.line(bar.lane)
  const [from, to] = [geometry.along(bar.from), geometry.along(bar.to)]
  const isFailed = bar.span.outcome === 'fail'
  const clipped = {
    from: Math.max(from, window.from - OVERHANG),
    to: Math.min(to, window.to + OVERHANG),
  }
  return (
    <g data-operation={bar.span.operation}>
      {isOpen(bar) ? <Tail {...{ geometry, patterns, line, window }} from={to} to={end} /> : null}
      {clipped.to <= clipped.from ? null : (
        <rect
          {...geometry.box({ ...clipped, top: line - HALF, bottom: line + HALF })}
          rx={4}
          className={isFailed ? 'fill-page stroke-fault' : 'fill-surface stroke-line-strong'}
          strokeDasharray={isFailed ? '3 3' : undefined}
        />
      )}
      <AlongText
        {...{ geometry, window, from, to: to - INSET.after }}
        text={bar.span.text}
        across={line}
        indent={INSET.before}
      />
    </g>
  )
}

/** The marks of question and answer stand at the ends of the bar. */
const INSET = { before: 12, after: 4 }

interface TailProps {
  readonly geometry: Geometry
  readonly patterns: PatternIds
  readonly window: PixelWindow
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Nobody knows when it took effect, if ever: it has no end. */
function Tail({ geometry, patterns, window, line, from, to }: TailProps) {
  const across = { top: line - TAIL_HALF, bottom: line + TAIL_HALF }
  const faint = Math.min(to, from + FADE)
  const rest = { from: Math.max(faint, window.from - OVERHANG), to: Math.min(to, window.to) }
  return (
    <>
      <rect
        {...geometry.box({ from, to: faint, ...across })}
        fill={`url(#${patterns.fade})`}
        data-tail=""
      />
      {rest.to > rest.from ? (
        <rect {...geometry.box({ ...rest, ...across })} className="fill-fault opacity-15" />
      ) : null}
    </>
  )
}
