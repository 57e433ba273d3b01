'use client'
/** The history itself: as a timeline, as a table, and as a file. */
import { useMemo } from 'react'
import type { Operation, ReadHistory, Relation } from '#core'
import { Tabs } from '../../_ui/tabs.tsx'
import { answerText, askedText } from '../_timeline/label.ts'
import { layOut } from '../_timeline/layout.ts'
import { OperationTable } from '../_timeline/operation-table.tsx'
import { Timeline } from '../_timeline/timeline.tsx'
import { withProcessNames } from '../_worker/process-names.ts'
import { ExportButtons } from './export-buttons.tsx'
import { sizeOfHistory } from './reading-summary.tsx'

interface HistoryPanelProps {
  readonly read: ReadHistory
  /** Operations that the story tells of, in its order. */
  readonly marked: readonly number[]
  /** What ties them together. */
  readonly relations: readonly Relation[]
  readonly cursor: number
  readonly onCursor: (operation: number) => void
}

export function HistoryPanel({ read, marked, relations, cursor, onCursor }: HistoryPanelProps) {
  const { operations } = useMemo(() => withProcessNames(read.history), [read])
  const layout = useMemo(() => layOut(operations), [operations])
  const at = operations[cursor]
  const timeline = (
    <>
      <Timeline
        {...{ layout, cursor, marked, relations, onCursor }}
        summary={`Timeline: ${sizeOfHistory(read)}${marked.length === 0 ? '' : ` The anomaly has ${marked.length} operations.`}`}
        cursorText={at === undefined ? '' : operationSentence(at)}
      />
      <Legend hasAnomaly={marked.length > 0} />
    </>
  )
  const table = (
    <OperationTable {...{ operations, cursor, onCursor }} lines={read.lines} marked={marked} />
  )
  return (
    <section aria-labelledby="history" className="min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="history" className="font-semibold text-xl tracking-tight">
          The history
        </h2>
        <ExportButtons history={read.history} />
      </div>
      <Tabs
        label="The history"
        className="mt-3"
        items={[
          { id: 'timeline', title: 'Timeline', content: timeline },
          { id: 'table', title: 'Operations', content: table },
        ]}
      />
    </section>
  )
}

/** The operation at the cursor, for screen readers and below the timeline. */
function operationSentence(operation: Operation): string {
  const { process, f, key, call, return: end, outcome } = operation
  const asked = [f, key, askedText(operation)].filter((part) => part !== '').join(' ')
  const answer = outcome === 'info' ? 'outcome unknown' : answerText(operation) || 'ok'
  return `Process ${process}: ${asked}, ${answer}, from ${call} to ${end ?? 'an unknown time'}`
}

function Legend({ hasAnomaly }: { readonly hasAnomaly: boolean }) {
  return (
    <p className="mt-2 text-muted text-sm">
      A bar reaches from call to return. Hatched without an end: the outcome is unknown. Dashed and
      struck through: it did not happen.
      {hasAnomaly ? ' Numbers mark the operations of the anomaly.' : ''}
    </p>
  )
}
