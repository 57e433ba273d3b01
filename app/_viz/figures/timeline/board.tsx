/** The drawing of a small history: a bar for each operation, a lane for each client. */
import { type ReactNode, useId } from 'react'
import type { History } from '#core'
import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import { FaultHatching } from '../../fault-hatching.tsx'
import { TwoSizes } from '../two-sizes.tsx'
import {
  BAR_HEIGHT,
  type Board,
  type BoardBar,
  type BoardSize,
  layOutBoard,
} from './board-layout.ts'

interface BoardDrawingProps {
  readonly history: History
  /** In a sentence or two, for those who cannot see it. Left out when handles say it. */
  readonly summary?: string
  /** Ids of operations that an anomaly speaks of. */
  readonly marked?: readonly number[]
  /** Handles, drawn over the bars. */
  readonly handles?: (board: Board) => ReactNode
}

export function BoardDrawing({ history, ...rest }: BoardDrawingProps) {
  return (
    <TwoSizes
      wide={<BoardOn size="wide" board={layOutBoard(history, 'wide')} {...rest} />}
      narrow={<BoardOn size="narrow" board={layOutBoard(history, 'narrow')} {...rest} />}
    />
  )
}

function BoardOn({
  size,
  board,
  summary,
  marked = [],
  handles,
}: Omit<BoardDrawingProps, 'history'> & { readonly size: BoardSize; readonly board: Board }) {
  const hatching = useId()
  const naming =
    summary === undefined
      ? ({ role: 'group', 'aria-label': 'Operations and their moments' } as const)
      : ({ role: 'img', 'aria-label': summary } as const)
  return (
    <ScrollArea label="Timeline">
      <svg
        {...naming}
        viewBox={`0 0 ${board.width} ${board.height}`}
        className="h-auto w-full font-sans"
        style={{ minWidth: size === 'narrow' ? board.width : undefined }}
      >
        <defs>
          <FaultHatching id={hatching} />
        </defs>
        {board.lanes.map(({ name, y }) => (
          <g key={name}>
            <line x1="4" x2={board.width - 4} y1={y} y2={y} stroke="var(--line)" />
            <text x="4" y={y - 6} fontSize="13" fontWeight="600" fill="var(--text)">
              {name}
            </text>
          </g>
        ))}
        {board.bars.map((bar) => (
          <OperationBar
            key={bar.operation.id}
            bar={bar}
            hatching={hatching}
            isMarked={marked.includes(bar.operation.id)}
          />
        ))}
        {handles?.(board)}
      </svg>
    </ScrollArea>
  )
}

function OperationBar({
  bar,
  hatching,
  isMarked,
}: {
  readonly bar: BoardBar
  readonly hatching: string
  readonly isMarked: boolean
}) {
  const { x, y, width, label, labelX, isLabelBelow, isOpen, operation } = bar
  const top = y - BAR_HEIGHT / 2
  const isFailed = operation.outcome === 'fail'
  return (
    <g>
      {isOpen ? (
        <>
          <rect x={x} y={top} width={width} height={BAR_HEIGHT} fill="var(--page)" />
          <rect x={x} y={top} width={width} height={BAR_HEIGHT} fill={`url(#${hatching})`} />
          <path
            d={`M${x + width} ${top}H${x}V${top + BAR_HEIGHT}H${x + width}`}
            fill="none"
            stroke="var(--fault)"
            strokeDasharray="5 3"
          />
        </>
      ) : (
        <rect
          x={x}
          y={top}
          width={width}
          height={BAR_HEIGHT}
          rx="4"
          fill="var(--surface-strong)"
          stroke={isMarked ? 'var(--violation)' : 'var(--line-strong)'}
          strokeWidth={isMarked ? 2.5 : 1}
          strokeDasharray={isFailed ? '3 3' : undefined}
        />
      )}
      <text
        x={labelX}
        y={isLabelBelow ? y + BAR_HEIGHT / 2 + 13 : top - 5}
        fontSize="12.5"
        fontWeight="600"
        fill={isMarked ? 'var(--violation)' : 'var(--text)'}
        className="halo"
      >
        {isMarked ? '✕ ' : ''}
        {label}
      </text>
    </g>
  )
}
