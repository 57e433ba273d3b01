'use client'
/** Arrow keys go from cell to cell of the table in it; Tab goes on as everywhere. */
import type { KeyboardEvent, ReactNode } from 'react'

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export function GridKeys({ children }: { readonly children: ReactNode }) {
  // The links in it have the focus; this hears what they leave.
  return (
    <div role="presentation" onKeyDown={go}>
      {children}
    </div>
  )
}

/** Cells without anything to go to are stepped over. */
function go(event: KeyboardEvent<HTMLDivElement>): void {
  const step = STEPS[event.key]
  const cell = event.target instanceof Element ? event.target.closest('td, th') : null
  const row = cell?.closest('tr')
  const table = row?.closest('table')
  if (step === undefined || cell === null || row === undefined || row === null || !table) return
  const [rows, columns] = step
  let [at, column] = [[...table.rows].indexOf(row), [...row.cells].indexOf(cell as never)]
  for (;;) {
    at += rows
    column += columns
    const next = table.rows[at]?.cells[column]
    if (next === undefined) return
    const link = next.querySelector('a')
    if (link === null) continue
    event.preventDefault()
    link.focus()
    return
  }
}
