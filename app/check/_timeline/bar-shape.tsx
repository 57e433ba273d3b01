/** One operation in the timeline. Its outcome shows in its shape, not in its colour alone. */
import { cut } from './label.ts'
import type { Bar } from './layout.ts'

export const LANE_HEIGHT = 38
const BAR_HEIGHT = 22
const TOP = (LANE_HEIGHT - BAR_HEIGHT) / 2
const CHARACTER = 6.7
const TEXT_INSET = 7
/** A bar of no length must still be seen. */
const WIDTH_MIN = 3

interface BarShapeProps {
  readonly bar: Bar
  /** Id of the pattern for what never returned. */
  readonly hatch: string
  readonly isCursor: boolean
  /** From 1, when the anomaly speaks of it; else 0. */
  readonly number: number
  /** The anomaly speaks of others. */
  readonly isDimmed: boolean
  readonly onSelect: (operation: number) => void
}

export function BarShape({ bar, hatch, isCursor, number, isDimmed, onSelect }: BarShapeProps) {
  const { operation, lane, left, right, isOpen, text } = bar
  const width = Math.max(WIDTH_MIN, right - left)
  const isFailed = operation.outcome === 'fail'
  // Rounded, because the layout makes room for whole characters.
  const room = Math.round((width - 2 * TEXT_INSET) / CHARACTER - 0.4)
  return (
    // Pointer only: the keyboard moves the cursor through the group around the drawing.
    <g
      transform={`translate(${left} ${lane * LANE_HEIGHT + TOP})`}
      className={`cursor-pointer ${isDimmed && !isCursor ? 'opacity-55' : ''}`}
      data-operation={operation.id}
      onClick={() => onSelect(operation.id)}
    >
      {isOpen ? (
        <OpenOutline width={width} hatch={hatch} />
      ) : (
        <rect
          width={width}
          height={BAR_HEIGHT}
          rx={4}
          className={
            isFailed ? 'fill-page stroke-line-strong' : 'fill-surface-strong stroke-line-strong'
          }
          strokeDasharray={isFailed ? '3 3' : undefined}
        />
      )}
      {number > 0 ? <Ring width={width} number={number} /> : null}
      {isCursor ? (
        <rect
          x={-3}
          y={-3}
          width={width + 6}
          height={BAR_HEIGHT + 6}
          rx={6}
          className="fill-none stroke-accent"
          strokeWidth={2}
        />
      ) : null}
      <text
        x={TEXT_INSET}
        y={BAR_HEIGHT / 2 + 4}
        strokeWidth={isOpen ? 4 : 0}
        paintOrder="stroke"
        className={`stroke-page font-mono text-[11px] ${isFailed ? 'fill-muted line-through' : 'fill-text'}`}
      >
        {room < 2 ? '' : cut(text, room)}
      </text>
    </g>
  )
}

/** Hatched, and without a right edge: it may take effect at any later time. */
function OpenOutline({ width, hatch }: { readonly width: number; readonly hatch: string }) {
  return (
    <>
      <rect width={width} height={BAR_HEIGHT} fill={`url(#${hatch})`} />
      <path
        d={`M${width} 0H4Q0 0 0 4V${BAR_HEIGHT - 4}Q0 ${BAR_HEIGHT} 4 ${BAR_HEIGHT}H${width}`}
        strokeDasharray="5 3"
        className="fill-none stroke-fault"
      />
    </>
  )
}

function Ring({ width, number }: { readonly width: number; readonly number: number }) {
  return (
    <>
      <rect
        width={width}
        height={BAR_HEIGHT}
        rx={4}
        className="fill-none stroke-violation"
        strokeWidth={2.5}
      />
      <circle cx={0} cy={0} r={7.5} className="fill-violation" />
      <text y={3.5} textAnchor="middle" className="fill-page font-semibold text-[10px]">
        {number}
      </text>
    </>
  )
}

/** Where a line that leaves or meets a bar touches it. */
export function barEdge(bar: Bar, side: 'left' | 'right'): { x: number; y: number } {
  const y = bar.lane * LANE_HEIGHT + LANE_HEIGHT / 2
  return { x: side === 'left' ? bar.left : bar.right, y }
}
