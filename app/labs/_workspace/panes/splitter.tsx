'use client'
/**
 * The bar between two panes: drag it, or move it with the arrow keys; a double click or Enter
 * brings the first size back.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { SIZE_RANGE } from './arrangement.ts'

interface SplitterProps {
  readonly label: string
  /** `vertical` divides left from right. */
  readonly orientation: 'vertical' | 'horizontal'
  /** Share of the first pane in percent. */
  readonly value: number
  readonly onChange: (value: number) => void
  /** Back to how large the pane was at first. */
  readonly onReset: () => void
  readonly className: string
}

export function Splitter(props: SplitterProps) {
  const { label, orientation, value, onChange, onReset, className } = props
  const bar = useRef<HTMLDivElement>(null)
  const isVertical = orientation === 'vertical'
  const set = (next: number) => onChange(Math.min(SIZE_RANGE.max, Math.max(SIZE_RANGE.min, next)))
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const area = bar.current?.parentElement?.getBoundingClientRect()
    if (area === undefined) return
    const share = isVertical
      ? (event.clientX - area.left) / area.width
      : (event.clientY - area.top) / area.height
    set(share * 100)
  }
  const handleKey = (event: KeyboardEvent) => {
    const [less, more] = isVertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    if (event.key === less) set(value - SIZE_RANGE.step)
    else if (event.key === more) set(value + SIZE_RANGE.step)
    else if (event.key === 'Home') set(SIZE_RANGE.min)
    else if (event.key === 'End') set(SIZE_RANGE.max)
    else if (event.key === 'Enter') onReset()
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={bar}
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={SIZE_RANGE.min}
      aria-valuemax={SIZE_RANGE.max}
      // A separator that can be moved takes the focus.
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={handleKey}
      onDoubleClick={onReset}
      // It is drawn thin, but can be caught some pixels beside.
      className={`relative touch-none bg-line transition-colors before:absolute before:z-10 hover:bg-accent focus-visible:bg-accent ${isVertical ? 'cursor-col-resize before:-inset-x-1.5 before:inset-y-0' : 'cursor-row-resize before:inset-x-0 before:-inset-y-1.5'} ${className}`}
    />
  )
}
