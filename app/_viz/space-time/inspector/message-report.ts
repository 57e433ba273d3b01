/** The life of one message: from what caused it to what came of it, and why it was lost. */
import {
  type DropReason,
  type EventId,
  type Json,
  type MessageId,
  type Micros,
  type NodeId,
  present,
  type Timeline,
  type Trace,
  type TraceEvent,
} from '#core'
import { eventsOf, type Grouping } from '../groups.ts'
import type { Letter } from '../letters.ts'
import { type Branch, diffJson } from './json-diff.ts'
import { groupAt } from './node-report.ts'

export interface MessageReport {
  readonly message: MessageId
  readonly type: string
  readonly from: NodeId
  readonly to: NodeId
  readonly sentBy: EventId
  readonly sentAt: Micros
  /** What became of it. */
  readonly fate: 'delivered' | 'lost' | 'under way'
  /** Why it was lost, in words. */
  readonly reason: string | undefined
  readonly endedBy: EventId | undefined
  readonly endedAt: Micros | undefined
  /** It waited on a clogged link. */
  readonly wasHeld: boolean
  /** The message of which it is a copy that the network made, and its own copies. */
  readonly copyOf: MessageId | undefined
  readonly copies: readonly MessageId[]
  readonly payload: Json
  /** The event that led to its sending. */
  readonly causedBy: EventId | undefined
  /** What its receiver did with it. */
  readonly ledTo: readonly EventId[]
  /** The fields that its receiver changed. */
  readonly receiver: readonly Branch[]
}

/** All messages of a trace, to be asked about one by one. */
export class MessageBook {
  readonly #trace: Trace
  readonly #letters: ReadonlyMap<MessageId, Letter>
  /** Made when somebody first asks for a message. */
  #copies: ReadonlyMap<MessageId, readonly MessageId[]> | undefined

  constructor(trace: Trace, letters: ReadonlyMap<MessageId, Letter>) {
    this.#trace = trace
    this.#letters = letters
  }

  /** The messages that an event sends, receives, loses or repeats. */
  messagesOf(events: readonly TraceEvent[]): readonly MessageId[] {
    const found = new Set<MessageId>()
    for (const event of events) {
      if (event.kind === 'send' || event.kind === 'receive' || event.kind === 'drop') {
        found.add(event.message)
      } else if (event.kind === 'duplicate') {
        found.add(event.copy)
      }
    }
    return [...found].filter((message) => this.#letters.has(message))
  }

  /** @returns undefined for what has no number: requests and answers of clients */
  report(
    message: MessageId,
    { timeline, grouping }: { readonly timeline: Timeline; readonly grouping: Grouping },
  ): MessageReport | undefined {
    const letter = this.#letters.get(message)
    if (letter === undefined) return undefined
    this.#copies ??= copiesIn(this.#letters)
    const { events } = this.#trace
    const sent = present(events[letter.sentBy], 'a letter was sent by an event of its trace')
    const ended = letter.ended === undefined ? undefined : events[letter.ended.event]
    const { type, from, to, sentBy, copyOf, wasHeld } = letter
    return {
      message,
      type: type === '' ? `message ${message}` : type,
      from,
      to,
      sentBy,
      sentAt: sent.at,
      fate: ended === undefined ? 'under way' : ended.kind === 'drop' ? 'lost' : 'delivered',
      reason: ended?.kind === 'drop' ? this.#reasonOf(ended) : undefined,
      endedBy: ended?.id,
      endedAt: ended?.at,
      wasHeld,
      copyOf,
      copies: this.#copies.get(message) ?? [],
      payload: payloadOf(sent),
      causedBy: sent.cause < 0 ? undefined : sent.cause,
      ...(ended?.kind === 'receive'
        ? receiptOf(ended.id, to, { timeline, grouping })
        : { ledTo: [], receiver: [] }),
    }
  }

  #reasonOf({ reason, cut, to }: TraceEvent & { readonly kind: 'drop' }): string {
    const label = this.#trace.events.find((event) => event.kind === 'cut' && event.cut === cut)
    return REASONS[reason]({
      to,
      cut: label?.kind === 'cut' ? `#${cut} (${label.label})` : `#${cut}`,
    })
  }
}

function copiesIn(
  letters: ReadonlyMap<MessageId, Letter>,
): ReadonlyMap<MessageId, readonly MessageId[]> {
  const copies = new Map<MessageId, MessageId[]>()
  for (const { copyOf, message } of letters.values()) {
    if (copyOf === undefined) continue
    const known = copies.get(copyOf)
    if (known === undefined) copies.set(copyOf, [message])
    else known.push(message)
  }
  return copies
}

interface ReasonParts {
  readonly to: string
  readonly cut: string
}

const REASONS: Readonly<Record<DropReason, (parts: ReasonParts) => string>> = {
  loss: () => 'lost by chance: this link loses some messages',
  cut: ({ cut }) => `stopped at cut ${cut}`,
  down: ({ to }) => `${to} was down when it arrived`,
  'gave-up': ({ to }) => `${to} no longer waited for it`,
}

function payloadOf(sent: TraceEvent): Json {
  if (sent.kind !== 'send') return null
  try {
    return JSON.parse(sent.body) as Json
  } catch {
    return sent.body
  }
}

function receiptOf(
  receipt: EventId,
  to: NodeId,
  { timeline, grouping }: { readonly timeline: Timeline; readonly grouping: Grouping },
): Pick<MessageReport, 'ledTo' | 'receiver'> {
  const group = groupAt(grouping, receipt)
  const effects = group === undefined ? [] : eventsOf(group).slice(1)
  const after = timeline.after(effects.at(-1)?.id ?? receipt).world.node(to).fields
  const before = timeline.after(receipt - 1).world.node(to).fields
  const names = new Set([...after.keys(), ...before.keys()])
  return {
    ledTo: effects.map(({ id }) => id),
    receiver: [...names]
      .map((name) => diffJson(name, before.get(name), after.get(name)))
      .filter(({ change }) => change !== 'same'),
  }
}
