/**
 * The clients of a run: each starts its operations one after the other and gives up
 * on one that nobody answers in time. They are part of the harness.
 */
import { present } from '../assert.ts'
import type { ClientId, EventId, Micros, NodeId, OperationId } from '../trace/event.ts'
import type { ClientOperation } from './scenario.ts'

export interface StartedOperation {
  readonly number: OperationId
  readonly spec: ClientOperation
  readonly body: string
}

/** The attempt at an operation that its client now waits for. */
export interface Attempt {
  /** From 1 on. */
  readonly number: number
  readonly node: NodeId
  /** The `invoke` or `retry` that began it. */
  readonly event: EventId
  /** The nodes asked one after the other since it was last a node's turn, that one first. */
  readonly asked: readonly NodeId[]
}

interface Client {
  readonly todo: ClientOperation[]
  running: OperationId | undefined
}

export class Clients {
  readonly #clients = new Map<ClientId, Client>()
  readonly #started = new Map<OperationId, StartedOperation>()
  readonly #invoked = new Map<OperationId, EventId>()
  readonly #attempts = new Map<OperationId, Attempt>()

  constructor(clients: readonly ClientId[], operations: readonly ClientOperation[]) {
    for (const id of clients) {
      const todo = operations.filter((operation) => operation.client === id)
      this.#clients.set(id, { todo: todo.sort((a, b) => a.at - b.at), running: undefined })
    }
  }

  /** When the client's next operation may start, or undefined when it has none or is busy. */
  nextStart(client: ClientId, now: Micros): Micros | undefined {
    const { todo, running } = this.#client(client)
    const next = todo[0]
    if (next === undefined || running !== undefined) return undefined
    return Math.max(next.at, now)
  }

  /** Starts the client's next operation, if it is due. */
  start(client: ClientId, now: Micros): StartedOperation | undefined {
    const state = this.#client(client)
    const next = state.todo[0]
    if (next === undefined || state.running !== undefined || next.at > now) return undefined
    state.todo.shift()
    const number = this.#started.size + 1
    const started = { number, spec: next, body: JSON.stringify(next.body) }
    this.#started.set(number, started)
    state.running = number
    return started
  }

  /** Links an operation to its invoke event. */
  invoked(operation: OperationId, event: EventId): void {
    this.#invoked.set(operation, event)
  }

  invokeEvent(operation: OperationId): EventId {
    return this.#invoked.get(operation) ?? -1
  }

  /** The attempt that the operation's client waits for; undefined when it no longer waits. */
  attempt(operation: OperationId): Attempt | undefined {
    return this.#isOpen(operation) ? this.#attempts.get(operation) : undefined
  }

  attempted(operation: OperationId, attempt: Attempt): void {
    this.#attempts.set(operation, attempt)
  }

  /** The operation of this number, if one was started. */
  find(operation: OperationId): StartedOperation | undefined {
    return this.#started.get(operation)
  }

  /** True when the client still waits for this operation; it then no longer does. */
  finish(operation: OperationId): boolean {
    if (!this.#isOpen(operation)) return false
    const { client } = present(this.#started.get(operation), 'it is open').spec
    this.#client(client).running = undefined
    this.#attempts.delete(operation)
    return true
  }

  #isOpen(operation: OperationId): boolean {
    const started = this.#started.get(operation)
    return started !== undefined && this.#client(started.spec.client).running === operation
  }

  #client(id: ClientId): Client {
    return present(this.#clients.get(id), `client ${id} is in the scenario`)
  }
}
