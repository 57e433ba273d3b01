'use client'
/** Every node at the cursor as a nested list: node, state, and what the latest step changed. */
import { useMemo } from 'react'
import { type EventId, formatSeconds, type Timeline, type Trace } from '#core'
import type { Layout } from '../layout.ts'
import type { InspectorParts } from './inspector-parts.ts'
import { reportOnNode } from './node-report.ts'
import { NodeTab } from './node-tab.tsx'

interface NodeListProps {
  readonly trace: Trace
  readonly timeline: Timeline
  readonly layout: Layout
  readonly cursor: EventId
  readonly parts: InspectorParts
}

export function NodeList({ trace, timeline, layout, cursor, parts }: NodeListProps) {
  const { grouping } = layout
  const reports = useMemo(
    () => trace.header.nodes.map((id) => reportOnNode(id, { trace, timeline, grouping, cursor })),
    [trace, timeline, grouping, cursor],
  )
  const now = trace.events[cursor]?.at ?? 0
  return (
    // What scrolls must be reachable with the keyboard.
    <section
      aria-label={`Nodes at ${formatSeconds(now)}, event ${cursor}`}
      tabIndex={0}
      className="min-h-0 grow overflow-auto"
    >
      <ul className="grid auto-rows-min grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-3">
        {reports.map((report) => (
          <li key={report.id} className="min-w-0 rounded-md border border-line p-3">
            <h3 className="font-mono font-semibold text-sm">{report.id}</h3>
            <NodeTab level="h4" {...{ report, now, parts }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
