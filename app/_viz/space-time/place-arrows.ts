/** Messages, requests and answers as arrows from the mark of one group to that of another. */
import type { DropReason, EventId, MessageId, Trace, TraceEvent } from '#core'
import type { Grouping } from './groups.ts'
import type { Letter } from './letters.ts'
import type { Placed } from './place-groups.ts'

export interface Arrow {
  readonly key: string
  readonly kind: 'message' | 'client'
  /** Undefined for what clients send and get: it has no number. */
  readonly message: MessageId | undefined
  readonly fromLane: number
  readonly toLane: number
  readonly from: number
  readonly to: number
  readonly sentBy: EventId
  /** The event that received or dropped it; undefined while it is under way. */
  readonly endedBy: EventId | undefined
  readonly dropped: DropReason | undefined
  /** True when it never left: the drawing shows a stump instead of an arrow. */
  readonly isStump: boolean
  /** The network repeated it. */
  readonly isCopy: boolean
  /** Its link was clogged while it was under way. */
  readonly wasHeld: boolean
}

export interface ArrowParts {
  readonly trace: Trace
  readonly grouping: Grouping
  readonly letters: ReadonlyMap<MessageId, Letter>
  readonly folded: Uint8Array
  /** Lanes by the name of their node or client. */
  readonly lanes: ReadonlyMap<string, number>
  readonly placed: Placed
  readonly isFolding: boolean
}

/** In the order of where they begin. */
export function placeArrows(parts: ArrowParts): readonly Arrow[] {
  const arrows: Arrow[] = []
  for (const letter of parts.letters.values()) {
    const arrow = placeLetter(letter, parts)
    if (arrow !== undefined) arrows.push(arrow)
  }
  for (const event of parts.trace.events) {
    const arrow = placeClientArrow(event, parts)
    if (arrow !== undefined) arrows.push(arrow)
  }
  return arrows.sort((a, b) => a.from - b.from)
}

function placeLetter(
  { message, from, to, isNoise, sentBy, ended, copyOf, wasHeld }: Letter,
  { grouping, folded, lanes, placed, isFolding }: ArrowParts,
): Arrow | undefined {
  const sender = grouping.groupOf[sentBy] ?? 0
  const receiver = ended === undefined ? sender : (grouping.groupOf[ended.event] ?? 0)
  const isStump = receiver === sender
  if (folded[sender] === 1 || folded[receiver] === 1) return undefined
  // A heartbeat that went nowhere is still noise, even beside something that is not.
  if (isNoise && isStump && isFolding) return undefined
  return {
    key: `m${message}`,
    kind: 'message',
    message,
    fromLane: lanes.get(from) ?? 0,
    toLane: lanes.get(to) ?? 0,
    from: placed.positionOf(sender),
    to: placed.positionOf(receiver),
    sentBy,
    endedBy: ended?.event,
    dropped: ended?.dropped,
    isStump,
    isCopy: copyOf !== undefined,
    wasHeld,
  }
}

/** Requests and answers travel between a client and a node without a message number. */
function placeClientArrow(
  event: TraceEvent,
  { trace, grouping, lanes, placed }: ArrowParts,
): Arrow | undefined {
  const cause = trace.events[event.cause]
  if (cause?.kind !== 'invoke' && cause?.kind !== 'reply') return undefined
  const to = receiverOf(event, cause.kind)
  if (to === undefined) return undefined
  const sender = grouping.groupOf[cause.id] ?? 0
  const receiver = grouping.groupOf[event.id] ?? 0
  return {
    key: `c${event.id}`,
    kind: 'client',
    message: undefined,
    fromLane: lanes.get(cause.kind === 'invoke' ? cause.client : cause.node) ?? 0,
    toLane: lanes.get(to) ?? 0,
    from: placed.positionOf(sender),
    to: placed.positionOf(receiver),
    sentBy: cause.id,
    endedBy: event.id,
    dropped: event.kind === 'drop' ? event.reason : undefined,
    isStump: sender === receiver,
    isCopy: false,
    wasHeld: false,
  }
}

/** Where a request or an answer ended; undefined for events that end none. */
function receiverOf(event: TraceEvent, cause: 'invoke' | 'reply'): string | undefined {
  switch (event.kind) {
    case 'request':
      return event.node
    case 'complete':
      // A client that gave up was answered by nobody.
      return cause === 'reply' ? event.client : undefined
    case 'drop':
      return event.to
    default:
      return undefined
  }
}
