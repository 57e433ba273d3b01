'use client'
/**
 * A run to look at: the diagram, the list of events and the state of the nodes, all at
 * one cursor, with the slider that moves it.
 */
import { Minus, Plus } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import {
  describeEvent,
  type EventId,
  formatSeconds,
  Timeline,
  type Trace,
  type TraceEvent,
} from '#core'
import { cn } from '../../_ui/class-names.ts'
import type { Ribbon } from './bands.ts'
import type { Highlights } from './diagram.tsx'
import { DiagramPane } from './diagram-pane.tsx'
import { EventTable } from './event-table.tsx'
import { geometryOf } from './geometry.ts'
import { eventsOf } from './groups.ts'
import { type Axis, type Layout, layoutTrace, type Mark } from './layout.ts'
import { NodeTable } from './node-table.tsx'
import { Scrubber } from './scrubber.tsx'
import { StepDetails } from './step-details.tsx'
import { nodesAt, summarizeTrace, viewOf } from './trace-state.ts'

export interface TraceViewerProps {
  readonly trace: Trace
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
  readonly highlights: Highlights
  /** What broke, in a sentence: shown when the cursor is there. */
  readonly violationText: string | undefined
  readonly cursor: EventId
  readonly onCursor: (event: EventId) => void
}

type View = 'diagram' | 'events' | 'nodes'
const VIEWS: readonly { readonly id: View; readonly title: string }[] = [
  { id: 'diagram', title: 'Diagram' },
  { id: 'events', title: 'Events' },
  { id: 'nodes', title: 'Nodes' },
]

const ZOOM = { min: 0.35, max: 6, step: 1.4 }

export function TraceViewer(props: TraceViewerProps) {
  const { trace, ribbons, noise, highlights, violationText, cursor, onCursor } = props
  const [view, setView] = useState<View>('diagram')
  const [axis, setAxis] = useState<Axis>('order')
  const [fold, setFold] = useState(true)
  const [zoom, setZoom] = useState(1)
  const layout = useMemo(() => {
    const { violation, related } = highlights
    const keep = violation === undefined ? related : [violation, ...related]
    return layoutTrace(trace, { axis, ribbons, noise, fold, keep })
  }, [trace, axis, ribbons, noise, fold, highlights])
  const geometry = useMemo(() => geometryOf(layout, axis, zoom), [layout, axis, zoom])
  const world = useMemo(() => viewOf(trace), [trace])
  const describe = (event: TraceEvent) => describeEvent(event, world)
  const mark = layout.marks[layout.stepOf(cursor)]
  const cursorText = mark === undefined ? '' : textOf(mark.group.lead, describe)
  const changeZoom = (direction: -1 | 0 | 1) =>
    setZoom((old) => (direction === 0 ? 1 : clampZoom(old * ZOOM.step ** direction)))
  return (
    <div className="@container flex min-h-0 grow flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ViewTabs view={view} onView={setView} />
        {view === 'diagram' ? (
          <DiagramOptions
            {...{ axis, fold, layout }}
            onAxis={setAxis}
            onFold={setFold}
            onZoom={changeZoom}
          />
        ) : null}
      </div>
      <div className="flex min-h-0 grow flex-col gap-2 @3xl:flex-row @3xl:gap-4">
        {view === 'diagram' ? (
          <DiagramPane
            {...{ layout, geometry, cursor, highlights, cursorText, onCursor }}
            summary={summarizeTrace(trace)}
            onZoom={changeZoom}
          />
        ) : view === 'events' ? (
          <EventTable
            events={trace.events}
            violation={highlights.violation}
            {...{ cursor, describe, onCursor }}
          />
        ) : (
          <Nodes {...{ trace, layout, cursor }} />
        )}
        {mark === undefined ? null : (
          <StepDetails
            {...{ mark, describe }}
            view={world}
            violationText={isAt(layout, mark, highlights.violation) ? violationText : undefined}
          />
        )}
      </div>
      <Scrubber {...{ layout, cursor, cursorText, onCursor }} violation={highlights.violation} />
    </div>
  )
}

function isAt(layout: Layout, mark: Mark, event: EventId | undefined): boolean {
  return event !== undefined && layout.stepOf(event) === mark.step
}

function textOf(event: TraceEvent, describe: (event: TraceEvent) => string): string {
  return `${formatSeconds(event.at)}, ${describe(event)}`
}

function clampZoom(zoom: number): number {
  return Math.min(ZOOM.max, Math.max(ZOOM.min, zoom))
}

function Nodes({
  trace,
  layout,
  cursor,
}: Pick<TraceViewerProps, 'trace' | 'cursor'> & { readonly layout: Layout }) {
  const group = layout.marks[layout.stepOf(cursor)]?.group
  const timeline = useMemo(() => new Timeline(trace), [trace])
  const nodes = useMemo(() => {
    if (group === undefined) return []
    const last = eventsOf(group).at(-1) ?? group.lead
    return nodesAt(timeline, group.lead.id, last.id)
  }, [timeline, group])
  return <NodeTable nodes={nodes} />
}

function ViewTabs({
  view,
  onView,
}: {
  readonly view: View
  readonly onView: (view: View) => void
}) {
  return (
    <fieldset className="flex rounded-md border border-line-strong">
      <legend className="sr-only">Show the run as</legend>
      {VIEWS.map(({ id, title }) => (
        <Choice key={id} isOn={view === id} onPress={() => onView(id)}>
          {title}
        </Choice>
      ))}
    </fieldset>
  )
}

interface DiagramOptionsProps {
  readonly axis: Axis
  readonly fold: boolean
  readonly layout: Layout
  readonly onAxis: (axis: Axis) => void
  readonly onFold: (fold: boolean) => void
  readonly onZoom: (direction: -1 | 0 | 1) => void
}

function DiagramOptions({ axis, fold, layout, onAxis, onFold, onZoom }: DiagramOptionsProps) {
  return (
    <>
      <fieldset className="flex rounded-md border border-line-strong">
        <legend className="sr-only">Space the steps by</legend>
        <Choice isOn={axis === 'order'} onPress={() => onAxis('order')}>
          Order
        </Choice>
        <Choice isOn={axis === 'clock'} onPress={() => onAxis('clock')}>
          Clock
        </Choice>
      </fieldset>
      <label className="flex min-h-8 items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={fold}
          onChange={({ target }) => onFold(target.checked)}
          className="accent-accent"
        />
        Hide routine messages
        {layout.foldedCount > 0 ? (
          <span className="text-muted tabular-nums">({layout.foldedCount} hidden)</span>
        ) : null}
      </label>
      <span className="ml-auto flex">
        <IconButton label="Zoom out" onPress={() => onZoom(-1)}>
          <Minus className="size-4" />
        </IconButton>
        <IconButton label="Zoom in" onPress={() => onZoom(1)}>
          <Plus className="size-4" />
        </IconButton>
      </span>
    </>
  )
}

interface ChoiceProps {
  readonly isOn: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Choice({ isOn, onPress, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={cn(
        'min-h-8 px-3 text-sm first-of-type:rounded-l-md last-of-type:rounded-r-md',
        isOn ? 'bg-surface-strong font-medium' : 'text-muted hover:text-text',
      )}
    >
      {children}
    </button>
  )
}

interface IconButtonProps {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function IconButton({ label, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-8 place-items-center rounded-md hover:bg-surface-strong pointer-coarse:size-11"
    >
      {children}
    </button>
  )
}
