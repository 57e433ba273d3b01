'use client'
/**
 * A run to look at: the diagram with its overview, the list of events and the state of the
 * nodes, all at one cursor, with the slider that moves it and the inspector beside it.
 *
 * What a page may add, all of it optional:
 * - `pinsKey`: where the browser keeps the fields that the reader pinned, by lab.
 * - `onEscape`: Escape in the diagram leads back to where the page told the story.
 * - `onPickEvent`: the reader asks what else could happen at an event (context menu of a mark,
 *   the key f, the button of the inspector).
 * - `onDrawCut`: the reader drew a cut over lanes with mouse or pen; the page offers a form
 *   that does the same without dragging.
 * - `overlayBands`: areas that the page marks, such as the cut that its form describes.
 * - `comparison`: another run to which this one is compared; marks where they part and what
 *   happened in this run only.
 * - `ref`: runs a command of `diagram-commands.ts` from outside, such as a palette.
 */
import { type Ref, useImperativeHandle } from 'react'
import type { EventId, RunComparison, Trace } from '#core'
import type { Ribbon } from './bands.ts'
import type { DrawnCut } from './cut-drawing.ts'
import type { Highlights } from './diagram.tsx'
import type { DiagramCommandId } from './diagram-commands.ts'
import { DiagramView } from './diagram-view.tsx'
import { EventTable } from './events/event-table.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { NodeList } from './inspector/node-list.tsx'
import type { OverlayBand } from './overlay-shapes.tsx'
import { Scrubber } from './scrubber.tsx'
import { useViewer } from './use-viewer.ts'
import { ViewerBar } from './viewer-bar.tsx'

export interface TraceViewerProps {
  readonly trace: Trace
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
  readonly highlights: Highlights
  /** What broke, in a sentence: shown when the cursor is there. */
  readonly violationText: string | undefined
  readonly cursor: EventId
  readonly onCursor: (event: EventId) => void
  readonly pinsKey?: string
  readonly onEscape?: () => void
  readonly onPickEvent?: (event: EventId) => void
  readonly onDrawCut?: (cut: DrawnCut) => void
  readonly overlayBands?: readonly OverlayBand[]
  readonly comparison?: ViewerComparison
  readonly ref?: Ref<TraceViewerHandle>
}

/** The run that is shown is one of two. */
export interface ViewerComparison {
  readonly result: RunComparison
  /** Which of the two it is. */
  readonly side: 'ours' | 'theirs'
  /** What the two are called, such as A and B. */
  readonly ours: string
  readonly theirs: string
}

export interface TraceViewerHandle {
  readonly run: (command: DiagramCommandId) => void
}

export function TraceViewer(props: TraceViewerProps) {
  const { trace, highlights, violationText, cursor, onCursor, onPickEvent, ref } = props
  const viewer = useViewer(props)
  const { root, inspector, layout, timeline, book, describe, cone, parts, run } = viewer
  const { view } = viewer.bar
  useImperativeHandle(ref, () => ({ run }), [run])
  const { violation } = highlights
  const isBroken = violation !== undefined && layout.stepOf(violation) === layout.stepOf(cursor)
  return (
    <div ref={root} className="@container flex min-h-0 grow flex-col gap-2">
      <ViewerBar {...viewer.bar} layout={layout} onZoom={run} />
      <div className="flex min-h-0 grow flex-col gap-2 @xl:flex-row @xl:gap-4">
        {view === 'diagram' ? (
          <DiagramView {...{ viewer, cursor, highlights }} {...optional(props)} />
        ) : view === 'events' ? (
          <EventTable
            events={trace.events}
            lanes={[...trace.header.clients, ...trace.header.nodes]}
            {...{ cursor, describe, onCursor, violation }}
          />
        ) : (
          <NodeList {...{ trace, timeline, layout, cursor, parts }} />
        )}
        {view === 'nodes' ? null : (
          <Inspector
            ref={inspector}
            {...{ trace, timeline, book, layout, cursor, cone, parts }}
            violationText={isBroken ? violationText : undefined}
            parting={viewer.parting}
            tab={viewer.tab}
            onTab={viewer.setTab}
            message={viewer.message}
            onPick={onPickEvent}
            onLeave={viewer.focusDiagram}
          />
        )}
      </div>
      <Scrubber
        {...{ cursor, onCursor }}
        eventCount={trace.events.length}
        cursorText={viewer.cursorText}
        canDo={viewer.canDo}
        hasFaults={viewer.landmarks.faults.length > 0}
        hasViolation={violation !== undefined}
        playback={viewer.playback}
        onCommand={run}
      />
    </div>
  )
}

function optional({ overlayBands = NONE, onDrawCut, onPickEvent }: TraceViewerProps) {
  return { overlays: overlayBands, onDrawCut, onPick: onPickEvent }
}

const NONE: readonly OverlayBand[] = []
