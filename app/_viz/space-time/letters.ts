/** The messages of a trace as a diagram needs them: what each was, and how it ended. */
import type { DropReason, EventId, MessageId, NodeId, Trace } from '#core'

export interface Letter {
  readonly message: MessageId
  readonly from: NodeId
  readonly to: NodeId
  /** The `type` field of its body, or an empty text when it has none. */
  readonly type: string
  readonly isNoise: boolean
  readonly sentBy: EventId
  /** The event that received or dropped it; undefined while it is under way. */
  ended: { readonly event: EventId; readonly dropped: DropReason | undefined } | undefined
}

/** @param noise message types that the lab declares to be noise */
export function readLetters(
  { events }: Trace,
  noise: readonly string[],
): ReadonlyMap<MessageId, Letter> {
  const letters = new Map<MessageId, Letter>()
  for (const event of events) {
    switch (event.kind) {
      case 'send': {
        const { message, node: from, to, id: sentBy } = event
        const type = typeOf(event.body)
        const isNoise = noise.includes(type)
        letters.set(message, { message, from, to, type, isNoise, sentBy, ended: undefined })
        break
      }
      case 'duplicate': {
        const original = letters.get(event.message)
        if (original === undefined) break
        letters.set(event.copy, { ...original, message: event.copy, ended: undefined })
        break
      }
      case 'receive':
      case 'drop': {
        const letter = letters.get(event.message)
        if (letter === undefined) break
        const dropped = event.kind === 'drop' ? event.reason : undefined
        letter.ended = { event: event.id, dropped }
        break
      }
      default:
    }
  }
  return letters
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
