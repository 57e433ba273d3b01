/** A run told in sentences: the same as the drawing, for a table and for screen readers. */

import { textOf } from '#content/figures/operations.ts'
import type { Json, Trace, TraceEvent } from '#core'
import type { DrawingWords } from './drawing.ts'
import { askedOf, okAnswer } from './labels.ts'

export interface Moment {
  readonly event: number
  /** Microseconds since the run began. */
  readonly at: number
  readonly who: string
  readonly what: string
}

/** Everything that a reader would point at; timers, notes and noise are left out. */
export function momentsOf({ events }: Trace, words: DrawingWords): readonly Moment[] {
  const teller = new Teller(events, words)
  return events.flatMap((event) => {
    const told = teller.tell(event)
    return told === undefined ? [] : [{ event: event.id, at: event.at, ...told }]
  })
}

type Told = Pick<Moment, 'who' | 'what'>

/** Remembers what messages and operations were about. */
class Teller {
  readonly #words: DrawingWords
  readonly #bodies = new Map<number, string>()
  readonly #commands = new Map<number, Json>()

  constructor(events: readonly TraceEvent[], words: DrawingWords) {
    this.#words = words
    for (const event of events) {
      if (event.kind === 'send') this.#bodies.set(event.message, event.body)
      if (event.kind === 'duplicate') {
        this.#bodies.set(event.copy, this.#bodies.get(event.message) ?? '')
      }
      if (event.kind === 'invoke') {
        this.#commands.set(event.operation, JSON.parse(event.body) as Json)
      }
    }
  }

  tell(event: TraceEvent): Told | undefined {
    switch (event.kind) {
      case 'send':
        return this.#message(event.message, event.node, (said) => `sends ${said} to ${event.to}`)
      case 'receive':
        return this.#message(event.message, event.node, (said) => `gets ${said} from ${event.from}`)
      case 'drop':
        return this.#message(
          event.message,
          'network',
          (said) => `loses ${said} from ${event.from} to ${event.to}`,
        )
      case 'duplicate':
        return this.#message(event.message, 'network', (said) => `repeats ${said}`)
      default:
        return this.#client(event) ?? tellOfFault(event)
    }
  }

  #message(message: number, who: string, say: (said: string) => string): Told | undefined {
    const body = this.#bodies.get(message)
    // Requests and answers of clients have events of their own.
    if (body === undefined) return { who, what: say('a client’s message') }
    if (this.#words.isNoise?.(body)) return undefined
    const label = this.#words.messageLabel(body)
    return { who, what: say(label === '' ? 'a message' : `“${label}”`) }
  }

  #client(event: TraceEvent): Told | undefined {
    switch (event.kind) {
      case 'invoke': {
        const asked = askedOf(this.#commands.get(event.operation) ?? null, this.#words)
        return { who: event.client, what: `asks ${event.node}: ${asked}` }
      }
      case 'retry':
        return { who: event.client, what: `asks again, this time ${event.node}` }
      case 'request':
        return { who: event.node, what: `gets the request of ${event.client}` }
      case 'reply':
        return { who: event.node, what: `answers ${event.client}: ${this.#result(event)}` }
      case 'complete':
        if (event.outcome === 'info') return { who: event.client, what: 'gives up: no answer' }
        return { who: event.client, what: `is told: ${this.#result(event)}` }
      default:
        return undefined
    }
  }

  #result(event: {
    readonly operation: number
    readonly outcome: string
    readonly body: string
  }): string {
    const answer = JSON.parse(event.body) as Json
    if (event.outcome !== 'ok') return `error, ${textOf(answer)}`
    const said = okAnswer(answer, this.#commands.get(event.operation) ?? null, this.#words)
    return said === 'ok' ? 'ok' : `ok, ${said}`
  }
}

function tellOfFault(event: TraceEvent): Told | undefined {
  switch (event.kind) {
    case 'cut':
      return { who: 'network', what: `is cut: ${event.label}` }
    case 'heal':
      return { who: 'network', what: 'is whole again' }
    case 'crash':
      return { who: event.node, what: 'crashes' }
    case 'boot':
      return event.incarnation > 1 ? { who: event.node, what: 'starts again' } : undefined
    case 'pause':
      return { who: event.node, what: 'stops, as if frozen' }
    case 'resume':
      return { who: event.node, what: 'goes on' }
    case 'skew':
      return { who: event.node, what: `has a clock that is ${event.offsetMicros / 1_000} ms off` }
    case 'clog':
      return { who: 'network', what: `holds back what ${event.from} sends to ${event.to}` }
    case 'unclog':
      return { who: 'network', what: `lets through what ${event.from} sends to ${event.to}` }
    case 'degrade':
      return { who: 'network', what: `is worse: ${event.label}` }
    case 'restore':
      return { who: 'network', what: `is as before: ${event.label}` }
    default:
      return undefined
  }
}
