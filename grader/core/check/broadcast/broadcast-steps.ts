/**
 * Reads broadcasts and deliveries out of a trace.
 *
 * A node broadcasts a message when it takes a client's request for it, and delivers it
 * when it hands it to the application above (`apply`). What makes two of them the same
 * message is its identity, which the workload must keep unique.
 *
 * A process is one life of a node, from a start to the next crash: what it did before a
 * crash, a node without a disk does not know any more.
 */

import { canonicalText, jsonFields } from '../../json.ts'
import type {
  EventId,
  EventKind,
  Json,
  Micros,
  NodeId,
  OperationId,
  TraceEvent,
} from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'

/** What a crash means. */
export type FailureModel =
  /**
   * A node that crashed is gone; what it does after a restart is not judged, and it is owed
   * nothing (Hadzilacos & Toueg 1994, section 2).
   */
  | 'crash-stop'
  /** A node that starts again takes part again: it must get what it missed. */
  | 'crash-recovery'

export interface BroadcastOptions {
  /**
   * What identifies a message, in the body of a request and in a delivered value alike. By
   * default its field `id`, and the whole value where it has none.
   */
  readonly identify?: (value: Json) => string
  /** By default `crash-stop`. */
  readonly failures?: FailureModel
}

/** One life of a node. */
export interface Process {
  readonly node: NodeId
  readonly incarnation: number
  /** Position among the processes of this run, in order of their first steps. */
  readonly number: number
}

export interface BroadcastStep {
  readonly kind: 'broadcast' | 'deliver'
  readonly process: Process
  readonly message: string
  readonly event: EventId
  readonly at: Micros
}

/** The default identity. */
export function messageId(value: Json): string {
  const id = jsonFields(value)?.id
  return typeof id === 'string' || typeof id === 'number' ? String(id) : canonicalText(value)
}

/** The kinds of event that a reader must be shown. */
export const BROADCAST_KINDS: readonly EventKind[] = ['invoke', 'request', 'apply']

/** Reads the steps of one run; each monitor has its own. */
export class BroadcastReader {
  readonly failures: FailureModel
  readonly #identify: (value: Json) => string
  readonly #requested = new Map<OperationId, string>()
  readonly #processes = new Map<string, Process>()

  constructor({ identify = messageId, failures = 'crash-stop' }: BroadcastOptions) {
    this.#identify = identify
    this.failures = failures
  }

  /** The step that this event is, if it is one. */
  read(event: TraceEvent, view: WorldView): BroadcastStep | undefined {
    switch (event.kind) {
      case 'invoke':
        this.#requested.set(event.operation, this.#identify(JSON.parse(event.body) as Json))
        return undefined
      case 'request': {
        const message = this.#requested.get(event.operation)
        return message === undefined ? undefined : this.#step('broadcast', message, event, view)
      }
      case 'apply': {
        const message = this.#identify(JSON.parse(event.value) as Json)
        return this.#step('deliver', message, event, view)
      }
      default:
        return undefined
    }
  }

  /** Whether the model says anything of what this process does. */
  isJudged({ incarnation }: Process): boolean {
    return this.failures === 'crash-recovery' || incarnation === 1
  }

  #step(
    kind: BroadcastStep['kind'],
    message: string,
    { node, id: event, at }: TraceEvent & { readonly kind: 'request' | 'apply' },
    view: WorldView,
  ): BroadcastStep {
    const { incarnation } = view.node(node)
    const key = `${node} ${incarnation}`
    const number = this.#processes.size
    const process = this.#processes.get(key) ?? { node, incarnation, number }
    this.#processes.set(key, process)
    return { kind, process, message, event, at }
  }
}
