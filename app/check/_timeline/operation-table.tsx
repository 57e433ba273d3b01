'use client'
/** All operations of a history in words; of a long one only the rows in view exist. */
import type { Operation } from '#core'
import { useRowWindow } from '../../_ui/use-row-window.ts'
import { answerText, askedText } from './label.ts'

const ROW_HEIGHT = 32

interface OperationTableProps {
  readonly operations: readonly Operation[]
  /** The line of each operation in the text, from 1. */
  readonly lines: readonly number[]
  readonly cursor: number
  /** Operations that the anomaly speaks of, in its order. */
  readonly marked: readonly number[]
  readonly onCursor: (operation: number) => void
}

export function OperationTable(props: OperationTableProps) {
  const { operations, lines, cursor, marked, onCursor } = props
  const { scroller, onScroll, ...view } = useRowWindow(cursor, ROW_HEIGHT)
  const shown = operations.slice(view.first, view.first + view.count)
  const after = operations.length - view.first - shown.length
  return (
    // What scrolls must be reachable with the keyboard.
    <div
      ref={scroller}
      role="region"
      aria-label="Operations of the history"
      tabIndex={0}
      onScroll={onScroll}
      className="h-[22rem] max-h-[60dvh] overflow-auto rounded-md border border-line"
    >
      <table
        aria-rowcount={operations.length + 1}
        className="w-full min-w-[38rem] border-collapse text-sm"
      >
        <TableHead />
        <tbody>
          {view.first > 0 ? (
            <tr aria-hidden="true" style={{ height: view.first * ROW_HEIGHT }} />
          ) : null}
          {shown.map((operation) => (
            <Row
              key={operation.id}
              {...{ operation, onCursor }}
              line={lines[operation.id] ?? 0}
              isCursor={operation.id === cursor}
              number={1 + marked.indexOf(operation.id)}
            />
          ))}
          {after > 0 ? <tr aria-hidden="true" style={{ height: after * ROW_HEIGHT }} /> : null}
        </tbody>
      </table>
    </div>
  )
}

function TableHead() {
  const cell = 'px-2 font-medium'
  return (
    <thead className="sticky top-0 z-10 bg-surface text-left text-muted text-xs">
      <tr aria-rowindex={1} style={{ height: ROW_HEIGHT }}>
        <th scope="col" className={`${cell} w-16`}>
          Number
        </th>
        <th scope="col" className={`${cell} w-16`}>
          Line
        </th>
        <th scope="col" className={`${cell} w-24`}>
          Process
        </th>
        <th scope="col" className={cell}>
          Asked
        </th>
        <th scope="col" className={cell}>
          Answer
        </th>
        <th scope="col" className={`${cell} w-32`}>
          Call to return
        </th>
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly operation: Operation
  readonly line: number
  readonly isCursor: boolean
  /** From 1 when the anomaly speaks of it; else 0. */
  readonly number: number
  readonly onCursor: (operation: number) => void
}

function Row({ operation, line, isCursor, number, onCursor }: RowProps) {
  const { id, process, f, key, call, outcome } = operation
  const asked = [f, key, askedText(operation)].filter((part) => part !== '').join(' ')
  const answer = outcome === 'info' ? 'unknown' : answerText(operation) || 'ok'
  return (
    <tr
      aria-rowindex={id + 2}
      aria-current={isCursor ? 'true' : undefined}
      style={{ height: ROW_HEIGHT }}
      className={`whitespace-nowrap border-line border-t ${isCursor ? 'font-medium shadow-[inset_3px_0_0_var(--accent)]' : ''}`}
    >
      <td className="px-2">
        <button
          type="button"
          onClick={() => onCursor(id)}
          aria-label={`Show operation ${id}`}
          className="min-h-6 rounded px-1 text-accent tabular-nums underline underline-offset-2"
        >
          {id}
        </button>
      </td>
      <td className="px-2 text-muted text-xs tabular-nums">{line}</td>
      <td className="max-w-24 truncate px-2 font-mono text-xs">{process}</td>
      <td className="max-w-0 truncate px-2 font-mono text-xs" title={asked}>
        {number > 0 ? (
          <span className="mr-1.5 inline-grid size-4 place-items-center rounded-full bg-violation font-sans font-semibold text-[10px] text-page">
            <span className="sr-only">anomaly, operation </span>
            {number}
          </span>
        ) : null}
        {asked}
      </td>
      <td className="max-w-0 truncate px-2 font-mono text-xs" title={answer}>
        {answer}
      </td>
      <td className="px-2 text-muted text-xs tabular-nums">
        {call} to {operation.return ?? '…'}
      </td>
    </tr>
  )
}
