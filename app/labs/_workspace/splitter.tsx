'use client'
/** The bar between two panes: drag it, or move it with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

interface SplitterProps {
  readonly label: string
  /** `vertical` divides left from right. */
  readonly orientation: 'vertical' | 'horizontal'
  /** Share of the first pane in percent. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly className: string
}

const RANGE = { min: 15, max: 80, step: 3 }

export function Splitter({ label, orientation, value, onChange, className }: SplitterProps) {
  const bar = useRef<HTMLDivElement>(null)
  const isVertical = orientation === 'vertical'
  const set = (next: number) => onChange(Math.min(RANGE.max, Math.max(RANGE.min, next)))
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
    if (event.key === less) set(value - RANGE.step)
    else if (event.key === more) set(value + RANGE.step)
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
      aria-valuemin={RANGE.min}
      aria-valuemax={RANGE.max}
      // A separator that can be moved takes the focus.
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={handleKey}
      className={`touch-none bg-line transition-colors hover:bg-accent focus-visible:bg-accent ${isVertical ? 'cursor-col-resize' : 'cursor-row-resize'} ${className}`}
    />
  )
}
