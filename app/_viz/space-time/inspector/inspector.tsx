'use client'
/** Beside the diagram: the step at the cursor, a node, or a message, one at a time. */
import { FlaskConical } from 'lucide-react'
import { type KeyboardEvent, type Ref, useMemo, useState } from 'react'
import type { EventId, MessageId, NodeId, Timeline, Trace } from '#core'
import { Choice } from '../choice.tsx'
import type { Parting } from '../diagram.tsx'
import type { Layout } from '../layout.ts'
import type { Cone } from '../light-cone.ts'
import type { InspectorParts } from './inspector-parts.ts'
import type { MessageBook } from './message-report.ts'
import { MessageTab } from './message-tab.tsx'
import { groupAt, reportOnNode } from './node-report.ts'
import { NodeTab } from './node-tab.tsx'
import { StepTab } from './step-tab.tsx'

export type InspectorTab = 'step' | 'node' | 'message'

interface InspectorProps {
  readonly ref: Ref<HTMLElement>
  readonly trace: Trace
  readonly timeline: Timeline
  readonly book: MessageBook
  readonly layout: Layout
  readonly cursor: EventId
  readonly cone: Cone | undefined
  /** How the run differs from another one. */
  readonly parting: Parting | undefined
  readonly violationText: string | undefined
  readonly tab: InspectorTab
  readonly onTab: (tab: InspectorTab) => void
  /** The message that was asked for; else the first one of the step. */
  readonly message: MessageId | undefined
  readonly parts: InspectorParts
  /** Asks what else could happen at the cursor; left out where nothing can. */
  readonly onPick: ((event: EventId) => void) | undefined
  /** Back to the diagram. */
  readonly onLeave: () => void
}

export function Inspector(props: InspectorProps) {
  const { ref, layout, cursor, book, tab, onTab, parts, onPick, onLeave } = props
  const group = groupAt(layout.grouping, cursor)
  const events = group === undefined ? [] : [group.lead, ...group.effects]
  const messages = book.messagesOf(events)
  const leaveOnEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onLeave()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leads back to the diagram from whatever has the focus in here.
    <section
      ref={ref}
      aria-label="Inspector"
      // What scrolls must be reachable with the keyboard.
      tabIndex={0}
      onKeyDown={leaveOnEscape}
      className="flex h-1/3 shrink-0 flex-col overflow-auto text-sm @xl:h-auto @xl:w-58 @3xl:w-68 @4xl:w-76"
    >
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-2 gap-y-1 bg-page pb-1.5">
        <fieldset className="flex rounded-md border border-line-strong">
          <legend className="sr-only">Inspect</legend>
          <Choice isOn={tab === 'step'} onPress={() => onTab('step')}>
            Step
          </Choice>
          <Choice isOn={tab === 'node'} onPress={() => onTab('node')}>
            Node
          </Choice>
          <Choice isOn={tab === 'message'} onPress={() => onTab('message')}>
            Message
          </Choice>
        </fieldset>
        {onPick === undefined ? null : (
          <button
            type="button"
            onClick={() => onPick(cursor)}
            className="ml-auto flex min-h-8 items-center gap-1.5 whitespace-nowrap rounded-md px-1.5 text-sm hover:bg-surface-strong pointer-coarse:min-h-11"
          >
            <FlaskConical aria-hidden="true" className="size-4" />
            What if…
          </button>
        )}
      </div>
      {tab === 'step' && group !== undefined ? (
        <StepTab
          {...{ group, cursor, parts }}
          cone={props.cone}
          violationText={props.violationText}
          isAlone={props.parting?.alone.has(group.lead.id) ?? false}
          isFolded={layout.marks[layout.stepOf(cursor)]?.group !== group}
        />
      ) : null}
      {tab === 'node' ? <Node {...props} /> : null}
      {tab === 'message' ? <Message {...props} messages={messages} /> : null}
    </section>
  )
}

function Node({ trace, timeline, layout, cursor, parts }: InspectorProps) {
  const group = groupAt(layout.grouping, cursor)
  const [chosen, setChosen] = useState<NodeId>()
  const { nodes } = trace.header
  // The node at the cursor, unless another one was chosen at this very place.
  const [chosenAt, setChosenAt] = useState<EventId>()
  const here = nodes.find((id) => id === group?.place)
  const id = (chosenAt === cursor ? chosen : here) ?? chosen ?? nodes[0]
  const report = useMemo(
    () =>
      id === undefined
        ? undefined
        : reportOnNode(id, { trace, timeline, grouping: layout.grouping, cursor }),
    [id, trace, timeline, layout.grouping, cursor],
  )
  if (report === undefined) return null
  return (
    <>
      <label className="flex items-center gap-2 font-medium">
        <span className="sr-only">Node to inspect</span>
        <select
          value={id}
          onChange={({ target }) => {
            setChosen(target.value)
            setChosenAt(cursor)
          }}
          className="h-8 rounded-md border border-line-strong bg-page px-1 font-mono pointer-coarse:h-11"
        >
          {nodes.map((node) => (
            <option key={node}>{node}</option>
          ))}
        </select>
      </label>
      <NodeTab level="h3" {...{ report, parts }} now={trace.events[cursor]?.at ?? 0} />
    </>
  )
}

interface MessageProps extends InspectorProps {
  /** Those of the step at the cursor. */
  readonly messages: readonly MessageId[]
}

function Message({ book, timeline, layout, message, messages, parts }: MessageProps) {
  const shown = message ?? messages[0]
  const report = useMemo(
    () =>
      shown === undefined ? undefined : book.report(shown, { timeline, grouping: layout.grouping }),
    [book, shown, timeline, layout.grouping],
  )
  if (report === undefined) {
    return (
      <p className="text-muted">
        No message is sent or received in this step. Press an arrow of the diagram, or go to a step
        that sends one.
      </p>
    )
  }
  const others = messages.filter((one) => one !== shown)
  return (
    <>
      <MessageTab {...{ report, parts }} />
      {others.length === 0 ? null : (
        <p className="mt-3 text-xs leading-6">
          <span className="text-muted">Also in this step: </span>
          {others.map((one) => (
            <button
              key={one}
              type="button"
              onClick={() => parts.onMessage(one)}
              className="min-h-6 px-1 text-accent underline underline-offset-2 pointer-coarse:min-h-11"
            >
              message {one}
            </button>
          ))}
        </p>
      )}
    </>
  )
}
