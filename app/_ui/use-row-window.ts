'use client'
/** A long table of equal rows: which of them to draw, and scrolling that follows a cursor. */
import { type RefObject, useEffect, useRef, useState } from 'react'

/** Rows drawn above and below what can be seen. */
const ROWS_AROUND = 12

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly first: number
  readonly count: number
  readonly onScroll: () => void
}

/** @param rowHeight in pixels, the same for every row */
export function useRowWindow(cursor: number, rowHeight: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ first: 0, count: 20 })
  const onScroll = () => {
    const element = scroller.current
    if (element === null) return
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - ROWS_AROUND)
    const count = Math.ceil(element.clientHeight / rowHeight) + 2 * ROWS_AROUND
    setView((old) => (old.first === first && old.count === count ? old : { first, count }))
  }
  // Scrolling is the browser's own state: it follows the cursor.
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const top = cursor * rowHeight
    const isInView =
      top >= element.scrollTop && top < element.scrollTop + element.clientHeight - 2 * rowHeight
    if (!isInView) element.scrollTop = top - element.clientHeight / 2
  }, [cursor, rowHeight])
  return { scroller, ...view, onScroll }
}
