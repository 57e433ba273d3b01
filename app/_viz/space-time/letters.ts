/** The messages of a trace as a diagram needs them: what each was, and how it ended. */
import type { DropReason, EventId, Link, MessageId, NodeId, Trace, TraceEvent } from '#core'

export interface Letter {
  readonly message: MessageId
  readonly from: NodeId
  readonly to: NodeId
  /** The `type` field of its body, or an empty text when it has none. */
  readonly type: string
  readonly isNoise: boolean
  readonly sentBy: EventId
  /** The message that the network repeated; undefined for one that a node sent. */
  readonly copyOf: MessageId | undefined
  /** The event that received or dropped it; undefined while it is under way. */
  ended: { readonly event: EventId; readonly dropped: DropReason | undefined } | undefined
  /** Its link was clogged while it was under way. */
  wasHeld: boolean
}

/** @param noise message types that the lab declares to be noise */
export function readLetters(
  { events }: Trace,
  noise: readonly string[],
): ReadonlyMap<MessageId, Letter> {
  const letters = new Map<MessageId, Letter>()
  const clogs = new Clogs()
  for (const event of events) {
    clogs.see(event)
    switch (event.kind) {
      case 'send': {
        const { message, node: from, to, id: sentBy } = event
        const type = typeOf(event.body)
        const isNoise = noise.includes(type)
        const base = { message, from, to, type, isNoise, sentBy }
        letters.set(message, { ...base, copyOf: undefined, ended: undefined, wasHeld: false })
        break
      }
      case 'duplicate': {
        const original = letters.get(event.message)
        if (original === undefined) break
        const { copy: message, message: copyOf } = event
        letters.set(message, { ...original, message, copyOf, ended: undefined, wasHeld: false })
        break
      }
      case 'receive':
      case 'drop': {
        const letter = letters.get(event.message)
        if (letter === undefined) break
        const dropped = event.kind === 'drop' ? event.reason : undefined
        letter.ended = { event: event.id, dropped }
        letter.wasHeld = clogs.metSince(letter, letter.sentBy)
        break
      }
      default:
    }
  }
  for (const letter of letters.values()) {
    if (letter.ended === undefined) letter.wasHeld = clogs.metSince(letter, letter.sentBy)
  }
  return letters
}

/** Which links are clogged, and which were last. */
class Clogs {
  readonly #until = new Map<string, EventId>()

  see(event: TraceEvent): void {
    if (event.kind === 'clog') this.#until.set(keyOf(event), Number.POSITIVE_INFINITY)
    else if (event.kind === 'unclog') this.#until.set(keyOf(event), event.id)
    else if (event.kind === 'phase') {
      for (const [link, until] of this.#until) {
        if (until > event.id) this.#until.set(link, event.id)
      }
    }
  }

  /** True when the link was clogged at any time from `since` until now. */
  metSince(link: Link, since: EventId): boolean {
    return (this.#until.get(keyOf(link)) ?? -1) > since
  }
}

function keyOf({ from, to }: Link): string {
  return `${from} > ${to}`
}

/** The `type` of a message; bodies are a learner's text, so anything may be in them. */
export function typeOf(body: string): string {
  try {
    const value = JSON.parse(body) as { readonly type?: unknown } | null
    const type = typeof value === 'object' && value !== null ? value.type : undefined
    return typeof type === 'string' ? type.slice(0, TYPE_LENGTH_MAX) : ''
  } catch {
    return ''
  }
}

const TYPE_LENGTH_MAX = 40
