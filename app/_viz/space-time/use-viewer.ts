'use client'
/** All state of the viewer and what its buttons and keys do. */
import { type KeyboardEvent, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import { type EventId, formatSeconds, type MessageId, type RunComparison, Timeline } from '#core'
import { useScrollMeasure } from '../../_ui/use-scroll-measure.ts'
import type { Parting } from './diagram.tsx'
import { commandOf, type DiagramCommandId } from './diagram-commands.ts'
import type { InspectorTab } from './inspector/inspector.tsx'
import { MessageBook } from './inspector/message-report.ts'
import { type Layout, layoutTrace } from './layout.ts'
import { LightCones } from './light-cone.ts'
import { faultsOf, type Landmarks, moveCursor } from './navigation.ts'
import type { Axis } from './place-groups.ts'
import { describer, summarizeTrace } from './trace-state.ts'
import type { TraceViewerProps, ViewerComparison } from './trace-viewer.tsx'
import { type Camera, useCamera } from './use-camera.ts'
import { usePins } from './use-pins.ts'
import { usePlayback } from './use-playback.ts'
import type { View } from './viewer-bar.tsx'

/** Narrower viewers have time run down. */
const WIDE_MIN = 640

export function useViewer(props: TraceViewerProps) {
  const { trace, cursor, onCursor } = props
  const root = useRef<HTMLDivElement>(null)
  const inspector = useRef<HTMLElement>(null)
  const { isWide } = useScrollMeasure(root, AT_FIRST, measure)
  const { choices, bar } = useChoices()
  const [tab, setTab] = useState<InspectorTab>('step')
  const [asked, setAsked] = useState<{ readonly message: MessageId; readonly at: EventId }>()
  const [hovered, setHovered] = useState<EventId>()
  const { pinned, toggle } = usePins(props.pinsKey)
  const facts = useFacts(props)
  const layout = useLayout(props, { ...choices, pinned, wordsRunAlong: isWide === 1 })
  const direction = isWide === 1 ? 'right' : 'down'
  const camera = useCamera({ layout, axis: choices.axis, direction, cursor })
  const { letters } = layout
  const book = useMemo(() => new MessageBook(trace, letters), [trace, letters])
  const { describe, cones } = facts
  const cone = cones.around(layout.marks[layout.stepOf(cursor)]?.event ?? 0)
  const openMessage = useCallback(
    (message: MessageId) => {
      setAsked({ message, at: cursor })
      setTab('message')
    },
    [cursor],
  )
  const { landmarks } = facts
  const commands = useCommands(props, { layout, camera, landmarks, inspector })
  const event = trace.events[cursor]
  const place = `event ${cursor} of ${trace.events.length - 1}`
  return {
    root,
    inspector,
    layout,
    camera,
    book,
    ...facts,
    ...commands,
    bar,
    cone,
    dimming: choices.dims ? (hovered === undefined ? cone : cones.around(hovered)) : undefined,
    parting: usePartingOf(props),
    cursorText:
      event === undefined ? '' : `${place}, ${formatSeconds(event.at)}, ${describe(event)}`,
    tab,
    setTab,
    // What was asked for at another place is not what the reader looks at now.
    message: asked?.at === cursor ? asked.message : undefined,
    openMessage,
    hover: setHovered,
    focusDiagram: () => {
      root.current?.querySelector<SVGElement>('[data-cursor]')?.focus({ preventScroll: true })
    },
    parts: {
      describe,
      events: trace.events,
      pinned,
      onPin: toggle,
      onCursor,
      onMessage: openMessage,
    },
  }
}

export type Viewer = ReturnType<typeof useViewer>

const AT_FIRST = { isWide: 1 }

function measure(element: HTMLElement) {
  return { isWide: element.clientWidth >= WIDE_MIN ? 1 : 0 }
}

/** How the reader looks at the run, and what the bar above it needs to change that. */
function useChoices() {
  const [view, onView] = useState<View>('diagram')
  const [axis, onAxis] = useState<Axis>('order')
  const [fold, onFold] = useState(true)
  const [dims, onDims] = useState(true)
  const [showsOptions, onOptions] = useState(false)
  const on = { onView, onAxis, onFold, onDims, onOptions }
  return { choices: { axis, fold, dims }, bar: { view, axis, fold, dims, showsOptions, ...on } }
}

interface CommandParts {
  readonly layout: Layout
  readonly camera: Camera
  readonly landmarks: Landmarks
  readonly inspector: RefObject<HTMLElement | null>
}

/** What keys, buttons and the page's palette do. */
function useCommands(
  { cursor, onCursor, onPickEvent, onEscape }: TraceViewerProps,
  { layout, camera, landmarks, inspector }: CommandParts,
) {
  const target = (command: DiagramCommandId) => moveCursor(layout, cursor, command, landmarks)
  const playback = usePlayback(() => {
    const next = target('diagram.next')
    if (next !== undefined) onCursor(next)
    return next !== undefined
  })
  const run = (command: DiagramCommandId) => {
    const next = target(command)
    if (next !== undefined) return onCursor(next)
    if (command === 'diagram.zoom-in') camera.zoomBy(1)
    else if (command === 'diagram.zoom-out') camera.zoomBy(-1)
    else if (command === 'diagram.fit') camera.fit()
    else if (command === 'diagram.play') playback.toggle()
    else if (command === 'diagram.inspect') inspector.current?.focus()
    else if (command === 'diagram.what-if') onPickEvent?.(cursor)
    else if (command === 'diagram.leave') onEscape?.()
  }
  const handleKey = (press: KeyboardEvent) => {
    const command = commandOf(press)
    if (command === undefined) return
    if (command !== 'diagram.play') playback.stop()
    run(command)
    press.preventDefault()
  }
  const canDo = (command: DiagramCommandId) => target(command) !== undefined
  return { playback, run, handleKey, canDo }
}

/** What the trace alone decides. */
function useFacts({ trace, highlights }: TraceViewerProps) {
  return useMemo(
    () => ({
      describe: describer(trace),
      timeline: new Timeline(trace),
      cones: new LightCones(trace),
      summary: summarizeTrace(trace),
      landmarks: {
        faults: faultsOf(trace),
        violations: highlights.violation === undefined ? [] : [highlights.violation],
      },
    }),
    [trace, highlights.violation],
  )
}

interface LayoutChoices {
  readonly axis: Axis
  readonly fold: boolean
  readonly pinned: readonly string[]
  readonly wordsRunAlong: boolean
}

/**
 * Laid out on the page's own thread: a trace of 50,000 events takes less time than it would to
 * copy the result from a worker (tests/bench/diagram.bench.ts prints both).
 */
function useLayout(
  { trace, ribbons, noise, highlights, comparison }: TraceViewerProps,
  { axis, fold, pinned, wordsRunAlong }: LayoutChoices,
) {
  // The page may say the same in a new object at every step of the cursor.
  const result = comparison?.result
  const side = comparison?.side
  return useMemo(() => {
    const { violation, related } = highlights
    const keep = [...related, ...aloneIn(result, side)]
    if (violation !== undefined) keep.push(violation)
    const options = { axis, fold, pinned, wordsRunAlong, ribbons, noise, keep, violation }
    return layoutTrace(trace, options)
  }, [trace, ribbons, noise, highlights, result, side, axis, fold, pinned, wordsRunAlong])
}

/** The events that happened in this run only. */
function aloneIn(
  result: RunComparison | undefined,
  side: ViewerComparison['side'] | undefined,
): readonly EventId[] {
  if (result === undefined) return []
  return side === 'ours' ? result.onlyInOurs : result.onlyInTheirs
}

function usePartingOf({ comparison, trace }: TraceViewerProps): Parting | undefined {
  const total = trace.events.length
  const { result, side, ours, theirs } = comparison ?? {}
  return useMemo(() => {
    if (result === undefined) return undefined
    return {
      event: result.shared < total ? result.shared : undefined,
      text: `parts from ${side === 'ours' ? theirs : ours}`,
      alone: new Set(aloneIn(result, side)),
    }
  }, [result, side, ours, theirs, total])
}
