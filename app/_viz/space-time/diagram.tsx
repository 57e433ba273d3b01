'use client'
/**
 * The space-time diagram: lanes of nodes and clients, messages as arrows between them.
 * It draws only what is in the window and a little around it, however long the trace, and of
 * its marks one can have the focus: the one at the cursor.
 */
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef } from 'react'
import type { EventId, MessageId } from '#core'
import { ArrowShape } from './arrow-shape.tsx'
import { Backdrop } from './backdrop.tsx'
import { CursorMark } from './cursor-mark.tsx'
import { KEY_SHORTCUTS } from './diagram-commands.ts'
import type { Geometry } from './geometry.ts'
import type { Layout, LayoutWindow } from './layout.ts'
import type { Cone } from './light-cone.ts'
import { MarkShape } from './mark-shape.tsx'
import { ForkLine, type OverlayBand, Overlays } from './overlay-shapes.tsx'
import { Patterns, usePatternIds } from './patterns.tsx'
import type { PixelWindow } from './use-camera.ts'
import { WordTexts } from './word-texts.tsx'
import { placeWords } from './words.ts'

/** Events that the explanation speaks of. */
export interface Highlights {
  readonly violation: EventId | undefined
  /** In order; the diagram numbers them from 1. */
  readonly related: readonly EventId[]
}

/** How this run differs from another one. */
export interface Parting {
  /** The first event that the two do not share; undefined when they share all. */
  readonly event: EventId | undefined
  readonly text: string
  /** Events that happened in this run only. */
  readonly alone: ReadonlySet<EventId>
}

export interface DiagramProps {
  readonly layout: Layout
  readonly geometry: Geometry
  readonly window: PixelWindow
  /** What the window shows. */
  readonly seen: LayoutWindow
  readonly cursor: EventId
  /** One sentence about the whole run: the name of the drawing. */
  readonly summary: string
  /** What is at the cursor, for screen readers. */
  readonly cursorText: string
  readonly highlights: Highlights
  /** What the event in the focus is related to; undefined when nothing is to be dimmed. */
  readonly cone: Cone | undefined
  readonly overlays: readonly OverlayBand[]
  readonly parting: Parting | undefined
  readonly onSelect: (event: EventId) => void
  readonly onMessage: (message: MessageId) => void
  /** The event under the pointer; undefined when there is none any more. */
  readonly onHover: (event: EventId | undefined) => void
  /** The reader asks for what else could happen here; left out where nothing can. */
  readonly onPick: ((event: EventId) => void) | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export const Diagram = memo(function Diagram(props: DiagramProps) {
  const { layout, geometry, window, seen, cursor, summary, highlights, cone, overlays, parting } =
    props
  const patterns = usePatternIds()
  const mark = useRef<SVGGElement>(null)
  const cursorStep = layout.stepOf(cursor)
  const box = geometry.box({ ...window, top: 0, bottom: geometry.breadth })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Keys move its cursor, from the one mark in it that has the focus; the buttons beside it do the same.
    <svg
      role="group"
      aria-label={summary}
      aria-roledescription="space-time diagram"
      aria-keyshortcuts={KEY_SHORTCUTS}
      // Only scripts come here; whoever does is sent on to the mark at the cursor.
      tabIndex={-1}
      onFocus={({ target, currentTarget }) => target === currentTarget && mark.current?.focus()}
      onKeyDown={props.onKeyDown}
      {...pointerHandlers(props)}
      width={box.width}
      height={box.height}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      className="block select-none font-sans tabular-nums outline-none"
    >
      <Patterns ids={patterns} direction={geometry.direction} />
      <Backdrop {...{ layout, seen, geometry, patterns, window }} />
      <g aria-hidden="true">
        <Overlays bands={overlays} {...{ layout, geometry, patterns, window }} />
        {parting?.event === undefined ? null : (
          <ForkLine event={parting.event} text={parting.text} {...{ layout, geometry }} />
        )}
        {seen.arrows.map((arrow) => (
          <ArrowShape
            key={arrow.key}
            {...{ arrow, geometry, patterns }}
            isLit={
              layout.stepOf(arrow.sentBy) === cursorStep ||
              (arrow.endedBy !== undefined && layout.stepOf(arrow.endedBy) === cursorStep)
            }
            relation={cone?.ofArrow(arrow)}
          />
        ))}
        <Words {...{ layout, geometry, highlights, cone, cursorStep, seen }} start={window.from} />
        <Marks {...{ layout, geometry, highlights, cone, parting, seen }} />
      </g>
      <CursorMark
        ref={mark}
        {...{ layout, geometry, cursorStep }}
        text={props.cursorText}
        isViolation={isIn(layout, cursorStep, highlights.violation)}
      />
    </svg>
  )
})

type SeenProps = Pick<DiagramProps, 'layout' | 'geometry' | 'highlights' | 'cone' | 'seen'>

function Marks(props: SeenProps & Pick<DiagramProps, 'parting'>) {
  const { layout, geometry, highlights, cone, parting, seen } = props
  const related = new Set(highlights.related.map((event) => layout.stepOf(event)))
  return seen.marks.map((mark) => (
    <MarkShape
      key={mark.step}
      {...{ mark, geometry }}
      isViolation={isIn(layout, mark.step, highlights.violation)}
      isRelated={related.has(mark.step)}
      isAlone={parting?.alone.has(mark.event) ?? false}
      relation={cone?.ofMark(mark)}
    />
  ))
}

function Words(props: SeenProps & { readonly cursorStep: number; readonly start: number }) {
  const { layout, geometry, highlights, cone, cursorStep, start, seen } = props
  const words = useMemo(
    () =>
      placeWords({
        layout,
        geometry,
        cursorStep,
        start,
        marks: seen.marks,
        bands: seen.bands,
        violation: highlights.violation,
        related: highlights.related,
      }),
    [layout, geometry, cursorStep, start, seen, highlights],
  )
  const isDimmed = (step: number) => {
    const mark = layout.marks[step]
    return mark !== undefined && cone?.ofMark(mark) === 'apart'
  }
  return <WordTexts words={words} direction={geometry.direction} isDimmed={isDimmed} />
}

function isIn(layout: Layout, step: number, event: EventId | undefined): boolean {
  return event !== undefined && layout.stepOf(event) === step
}

/** One set of handlers for all marks and arrows: they say by attributes what they are. */
function pointerHandlers({ onSelect, onMessage, onHover, onPick }: DiagramProps) {
  const eventAt = (target: EventTarget) => numberAt(target, 'event')
  return {
    onClick: ({ target }: { readonly target: EventTarget }) => {
      const event = eventAt(target)
      const message = numberAt(target, 'message')
      if (event !== undefined) onSelect(event)
      else if (message !== undefined) onMessage(message)
    },
    onContextMenu: (context: { readonly target: EventTarget; preventDefault: () => void }) => {
      const event = eventAt(context.target)
      if (event === undefined || onPick === undefined) return
      context.preventDefault()
      onPick(event)
    },
    onPointerOver: ({ target, pointerType }: PointerEvent) => {
      // A finger hovers over nothing: it presses.
      if (pointerType !== 'touch') onHover(eventAt(target))
    },
    onPointerLeave: () => onHover(undefined),
  }
}

function numberAt(target: EventTarget, name: 'event' | 'message'): number | undefined {
  const element = target instanceof Element ? target.closest(`[data-${name}]`) : null
  const text = element?.getAttribute(`data-${name}`)
  return text === undefined || text === null ? undefined : Number(text)
}
