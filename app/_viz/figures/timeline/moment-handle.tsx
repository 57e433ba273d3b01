'use client'
/** The moment at which an operation takes effect: dragged, or moved by arrow keys. */
import type { KeyboardEvent, PointerEvent } from 'react'
import type { Operation } from '#core'
import { BAR_HEIGHT, type Board } from './board-layout.ts'
import { endOf } from './placement.ts'

interface MomentHandleProps {
  readonly board: Board
  readonly operation: Operation
  readonly y: number
  readonly moment: number
  /** Its place among the moments, from 1. */
  readonly place: number
  readonly fits: boolean
  readonly name: string
  readonly onMove: (to: number) => void
}

/** An arrow key moves so many parts of the axis; with Shift ten times as many. */
const PARTS = 200
const FAR = 10

export function MomentHandle(props: MomentHandleProps) {
  const { board, operation, y, moment, place, fits, name, onMove } = props
  const first = board.timeOf(0)
  const step = (board.end - first) / PARTS
  const last = endOf(operation, board.end)
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyTarget(event.key, {
      moment,
      step: event.shiftKey ? step * FAR : step,
      first: operation.call,
      last,
    })
    if (to === undefined) return
    event.preventDefault()
    onMove(to)
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const svg = event.currentTarget.ownerSVGElement
    const matrix = svg?.getScreenCTM()
    if (matrix === null || matrix === undefined) return
    onMove(
      board.timeOf(new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()).x),
    )
  }
  const x = board.xOf(moment)
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label={`Moment of: ${name}`}
      aria-valuemin={Math.round(operation.call)}
      aria-valuemax={Math.round(last)}
      aria-valuenow={Math.round(moment)}
      aria-valuetext={`takes effect as number ${place}${fits ? '' : ', which does not fit its answer'}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      className="group cursor-ew-resize touch-none outline-none"
    >
      <HandleShape x={x} y={y} place={place} fits={fits} />
    </g>
  )
}

function HandleShape({
  x,
  y,
  place,
  fits,
}: {
  readonly x: number
  readonly y: number
  readonly place: number
  readonly fits: boolean
}) {
  const colour = fits ? 'var(--accent)' : 'var(--violation)'
  return (
    <>
      {/* The part that is seen is narrow; fingers get more. */}
      <rect x={x - 14} y={y - 20} width="28" height="40" fill="transparent" />
      <line
        x1={x}
        x2={x}
        y1={y - BAR_HEIGHT / 2}
        y2={y + BAR_HEIGHT / 2}
        stroke={colour}
        strokeWidth="2.5"
      />
      <circle cx={x} cy={y} r="8.5" fill={colour} />
      <circle
        cx={x}
        cy={y}
        r="12.5"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
        className="opacity-0 group-focus-visible:opacity-100"
      />
      <text
        x={x}
        y={y + 4}
        textAnchor="middle"
        fontSize="11"
        fontWeight="700"
        fill="var(--page)"
        className="pointer-events-none select-none"
      >
        {fits ? place : '✕'}
      </text>
    </>
  )
}

/** Where a key leads to; undefined for keys that are not ours. */
function keyTarget(
  key: string,
  {
    moment,
    step,
    first,
    last,
  }: {
    readonly moment: number
    readonly step: number
    readonly first: number
    readonly last: number
  },
): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return moment - step
    case 'ArrowRight':
    case 'ArrowUp':
      return moment + step
    case 'Home':
      return first
    case 'End':
      return last
    default:
      return undefined
  }
}
