'use client'
/** The faults that can be put at the cursor: to a node, to the network, to one message. */
import { useId, useState } from 'react'
import {
  type EventId,
  formatSeconds,
  present,
  type Sending,
  sendingOf,
  siteOf,
  type Trace,
} from '#core'
import { Button } from '../../../_ui/button.tsx'
import { CutDialog } from './cut-dialog.tsx'
import {
  type CutPlan,
  type MessageFate,
  messageLine,
  type NodeFault,
  nodeFaultLine,
} from './script-edit.ts'

interface CursorFaultsProps {
  readonly trace: Trace
  /** Where the run broke and ended. */
  readonly brokenAt: EventId | undefined
  readonly cursor: EventId
  readonly isBusy: boolean
  readonly onLines: (lines: readonly string[]) => void
  readonly onCut: (plan: CutPlan) => void
}

const NODE_FAULTS: readonly { readonly kind: NodeFault; readonly title: string }[] = [
  { kind: 'crash', title: 'Crash' },
  { kind: 'restart', title: 'Restart' },
  { kind: 'pause', title: 'Pause' },
  { kind: 'resume', title: 'Resume' },
  { kind: 'isolate', title: 'Isolate' },
]

export function CursorFaults(props: CursorFaultsProps) {
  const { trace, brokenAt, cursor, isBusy, onLines, onCut } = props
  const { nodes, clients } = trace.header
  const event = trace.events[cursor]
  const site = event === undefined ? undefined : siteOf(event)
  const [picked, setPicked] = useState<string>()
  const id = useId()
  if (event === undefined) return null
  const here = picked ?? (site !== undefined && nodes.includes(site) ? site : undefined)
  const node = here ?? present(nodes[0], 'a run has a node')
  const sending = sendingOf(trace, cursor)
  return (
    <div className="space-y-2 text-sm">
      <p className="text-muted text-xs tabular-nums">
        At the cursor: after event {cursor}, {formatSeconds(event.at)}
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        <label htmlFor={id} className="sr-only">
          Node
        </label>
        <select
          id={id}
          value={node}
          onChange={({ target }) => setPicked(target.value)}
          className="min-h-8 rounded-md border border-line-strong bg-page px-2 font-mono pointer-coarse:min-h-11"
        >
          {nodes.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        {NODE_FAULTS.map(({ kind, title }) => (
          <SmallButton
            key={kind}
            isDisabled={isBusy}
            label={`${title} ${node}`}
            onPress={() => onLines([nodeFaultLine(kind, node, event.at)])}
          >
            {title}
          </SmallButton>
        ))}
        <CutDialog
          places={[...nodes, ...clients]}
          at={event.at}
          isDisabled={isBusy}
          onCut={onCut}
        />
      </div>
      {sending === undefined ? null : (
        <MessageFaults
          key={`${sending.sentBy}`}
          sending={sending}
          isBusy={isBusy}
          onFate={(fate) => onLines([messageLine(sending, fate)])}
        />
      )}
      <Caution {...{ trace, brokenAt, cursor }} />
    </div>
  )
}

/** What a fault here may do that is not meant. */
function Caution({
  trace,
  brokenAt,
  cursor,
}: Pick<CursorFaultsProps, 'trace' | 'brokenAt' | 'cursor'>) {
  const text =
    brokenAt !== undefined && cursor >= brokenAt
      ? 'The run broke here and ends: a fault changes something only before that. Move the cursor back.'
      : isInCalm(trace, cursor)
        ? 'All faults of the check have ended here. Claims about recovery count on that: a fault now may break them without a mistake in the code.'
        : undefined
  return text === undefined ? null : (
    <p className="border-fault border-l-2 pl-2 text-muted text-xs">{text}</p>
  )
}

interface MessageFaultsProps {
  readonly sending: Sending
  readonly isBusy: boolean
  readonly onFate: (fate: MessageFate) => void
}

const DELAY_MS = { more: 50, max: 100_000 }

function MessageFaults({ sending, isBusy, onFate }: MessageFaultsProps) {
  const { from, to, index, delaysMicros } = sending
  const before = (delaysMicros[0] ?? 0) / 1_000
  const [text, setText] = useState(String(Math.round(before) + DELAY_MS.more))
  const delay = Number(text)
  const isDelay = text.trim() !== '' && delay >= 0 && delay <= DELAY_MS.max
  const arrived =
    delaysMicros.length === 0
      ? 'did not arrive'
      : `arrived after ${delaysMicros.map((micros) => `${micros / 1_000} ms`).join(' and ')}`
  return (
    <fieldset className="border-line border-t pt-2">
      <legend className="float-left mb-1 w-full text-muted text-xs">
        This message, {from} → {to} #{index}, {arrived}
      </legend>
      <div className="clear-both flex flex-wrap items-center gap-1.5">
        <SmallButton
          isDisabled={isBusy}
          label="Lose this message"
          onPress={() => onFate({ kind: 'lost' })}
        >
          Lose
        </SmallButton>
        <SmallButton
          isDisabled={isBusy || !isDelay}
          label={`Arrive after ${text} ms, this message`}
          onPress={() => onFate({ kind: 'delayed', delaysMs: [rounded(delay)] })}
        >
          Arrive after
        </SmallButton>
        <input
          type="number"
          aria-label="Milliseconds after it was sent"
          value={text}
          min={0}
          max={DELAY_MS.max}
          onChange={({ target }) => setText(target.value)}
          className="min-h-8 w-24 rounded-md border border-line-strong bg-page px-2 tabular-nums pointer-coarse:min-h-11"
        />
        ms
        <SmallButton
          isDisabled={isBusy || !isDelay}
          label={`Arrive twice: once more ${text} ms after this message was sent`}
          onPress={() => onFate({ kind: 'delayed', delaysMs: [rounded(before), rounded(delay)] })}
        >
          Arrive twice
        </SmallButton>
      </div>
    </fieldset>
  )
}

/** Scripts know microseconds and nothing finer. */
function rounded(ms: number): number {
  return Math.round(ms * 1_000) / 1_000
}

function isInCalm({ events }: Trace, cursor: EventId): boolean {
  const calm = events.findIndex(({ kind }) => kind === 'phase')
  return calm >= 0 && cursor >= calm
}

function SmallButton({
  label,
  isDisabled,
  onPress,
  children,
}: {
  readonly label: string
  readonly isDisabled: boolean
  readonly onPress: () => void
  readonly children: string
}) {
  return (
    <Button
      look="secondary"
      size="small"
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
      className="px-2! pointer-coarse:min-h-11"
    >
      {children}
    </Button>
  )
}
