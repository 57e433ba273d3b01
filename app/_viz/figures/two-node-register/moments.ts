/** A run told in sentences: the same as the drawing, for a table and for screen readers. */
import type { Trace, TraceEvent } from '#core'

export interface Moment {
  readonly event: number
  /** Microseconds since the run began. */
  readonly at: number
  readonly who: string
  readonly what: string
}

/** What a message of the register says, in a word or two. */
export function messageLabel(body: string): string {
  const message = JSON.parse(body) as {
    readonly type: string
    readonly register?: { readonly value: number }
  }
  return message.register === undefined ? message.type : `${message.type} ${message.register.value}`
}

/** Everything that a reader would point at; timers and notes are left out. */
export function momentsOf({ events }: Trace): readonly Moment[] {
  const labels = new Map<number, string>()
  const moments: Moment[] = []
  for (const event of events) {
    if (event.kind === 'send') labels.set(event.message, messageLabel(event.body))
    const told = tell(event, labels)
    if (told !== undefined) moments.push({ event: event.id, at: event.at, ...told })
  }
  return moments
}

type Told = Pick<Moment, 'who' | 'what'>

function tell(event: TraceEvent, labels: ReadonlyMap<number, string>): Told | undefined {
  switch (event.kind) {
    case 'invoke':
      return { who: event.client, what: `starts to ${command(event.body)} through ${event.node}` }
    case 'complete':
      return { who: event.client, what: completion(event.outcome, event.body) }
    case 'request':
      return { who: event.node, what: `gets the request of ${event.client}` }
    case 'send':
      return { who: event.node, what: `sends “${labels.get(event.message)}” to ${event.to}` }
    case 'receive':
      return { who: event.node, what: `gets “${labels.get(event.message)}” from ${event.from}` }
    case 'drop':
      return {
        who: 'network',
        what: `loses “${labels.get(event.message) ?? 'a message'}” from ${event.from} to ${event.to}`,
      }
    case 'timer':
      return { who: event.node, what: 'has waited long enough' }
    case 'reply':
      return { who: event.node, what: `answers ${event.client}: ${result(event)}` }
    case 'cut':
      return { who: 'network', what: `is cut: ${event.label}` }
    case 'heal':
      return { who: 'network', what: 'is whole again' }
    default:
      return undefined
  }
}

function command(body: string): string {
  const { kind, value } = JSON.parse(body) as { readonly kind: string; readonly value?: number }
  return value === undefined ? kind : `${kind} ${value}`
}

function result({ outcome, body }: { readonly outcome: string; readonly body: string }): string {
  return outcome === 'ok' ? `ok, ${body}` : `error, ${String(JSON.parse(body) as string)}`
}

function completion(outcome: 'ok' | 'fail' | 'info', body: string): string {
  return outcome === 'info' ? 'gives up: no answer' : `is told: ${result({ outcome, body })}`
}
