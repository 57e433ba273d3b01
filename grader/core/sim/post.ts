/** Carries messages between nodes, and requests and answers between clients and nodes. */
import type { ClientId, EventId, Link, MessageId, NodeId, OperationId } from '../trace/event.ts'
import type { Agenda } from './agenda.ts'
import type { Clients, StartedOperation } from './clients.ts'
import type { Effect } from './effect.ts'
import type { Happening } from './happening.ts'
import type { Network } from './network.ts'
import type { Recorder } from './recorder.ts'
import type { Scenario } from './scenario.ts'

export interface PostParts {
  readonly scenario: Scenario
  readonly agenda: Agenda<Happening>
  readonly recorder: Recorder
  readonly network: Network
  readonly clients: Clients
}

type MessageHappening = Happening & { readonly kind: 'message' }

export class Post {
  readonly #parts: PostParts
  readonly #held: MessageHappening[] = []
  #messageCount = 0
  #messagesInFlight = 0
  #bytesInFlight = 0

  constructor(parts: PostParts) {
    this.#parts = parts
  }

  /** Sends a message from node to node. */
  send(from: NodeId, to: NodeId, body: string, cause: EventId): void {
    const { recorder, network } = this.#parts
    const message = ++this.#messageCount
    const event = recorder.record({ kind: 'send', node: from, to, message, body, cause })
    const route = network.route(from, to)
    switch (route.kind) {
      case 'drop': {
        const { reason, cut } = route
        recorder.record({ kind: 'drop', message, from, to, reason, cut, cause: event })
        return
      }
      case 'hold':
        this.#held.push({ kind: 'message', message, from, to, body, cause: event })
        return this.#countInFlight(body)
      case 'deliver':
        for (const [index, delay] of route.delays.entries()) {
          const number = index === 0 ? message : this.#duplicate(message, { from, to }, event)
          this.#carry({ kind: 'message', message: number, from, to, body, cause: event }, delay)
          this.#countInFlight(body)
        }
    }
  }

  /** A message reached its end of the link, whether or not the node is there. */
  arrived(body: string): void {
    this.#messagesInFlight--
    this.#bytesInFlight -= body.length
  }

  /** Lets the messages go that waited on a clogged link (on all links when none is named). */
  release(link?: Link): void {
    const freed = this.#held.filter(
      ({ from, to }) => link === undefined || (from === link.from && to === link.to),
    )
    for (const item of freed) {
      this.#held.splice(this.#held.indexOf(item), 1)
      this.#carry(item, this.#parts.network.delayOf(item.from, item.to))
    }
  }

  /** Plans when the client will start its next operation, if it has one. */
  planNextOperation(client: ClientId): void {
    const { agenda, clients, recorder } = this.#parts
    const at = clients.nextStart(client, recorder.now)
    if (at !== undefined) agenda.add(at, { kind: 'client', client })
  }

  startOperation(client: ClientId): void {
    const { agenda, clients, recorder, network } = this.#parts
    const started = clients.start(client, recorder.now)
    if (started === undefined) return
    const { number: operation, spec, body } = started
    const node = spec.node
    const cause = recorder.record({ kind: 'invoke', client, operation, node, body, cause: -1 })
    clients.invoked(operation, cause)
    const giveUpAt = recorder.now + spec.timeoutMicros
    agenda.add(giveUpAt, { kind: 'give-up', operation, cause })
    const route = network.route(client, node)
    this.#carryForClient(route, { from: client, to: node }, cause, {
      kind: 'request',
      operation,
      node,
      cause,
    })
  }

  /** Sends a node's answer to the client that asked. */
  reply(
    node: NodeId,
    started: StartedOperation,
    effect: Effect & { readonly kind: 'reply' },
    cause: EventId,
  ): void {
    const { recorder, network } = this.#parts
    const { operation, outcome, body } = effect
    const client = started.spec.client
    const event = recorder.record({ ...effect, node, client, cause })
    const route = network.route(node, client)
    this.#carryForClient(route, { from: node, to: client }, event, {
      kind: 'answer',
      operation,
      outcome,
      body,
      cause: event,
    })
  }

  /** The answer reached the client, which may have given up already. */
  answer({ operation, outcome, body, cause }: Happening & { readonly kind: 'answer' }): void {
    this.#complete(operation, outcome, body, cause)
  }

  /** Nobody answered in time: the operation may have happened, or happen later. */
  giveUp({ operation }: Happening & { readonly kind: 'give-up' }): void {
    this.#complete(operation, 'info', 'null', this.#parts.clients.invokeEvent(operation))
  }

  #complete(
    operation: OperationId,
    outcome: 'ok' | 'fail' | 'info',
    body: string,
    cause: EventId,
  ): void {
    const { clients, recorder } = this.#parts
    if (!clients.finish(operation)) return
    const client = clients.find(operation)?.spec.client ?? ''
    recorder.record({ kind: 'complete', client, operation, outcome, body, cause })
    this.planNextOperation(client)
  }

  /** Client traffic is lost, cut and delayed like any other; it has no message number. */
  #carryForClient(
    route: ReturnType<Network['route']>,
    { from, to }: Link,
    cause: EventId,
    item: Happening,
  ): void {
    const { agenda, recorder } = this.#parts
    if (route.kind === 'drop') {
      const { reason, cut } = route
      recorder.record({ kind: 'drop', message: 0, from, to, reason, cut, cause })
    } else if (route.kind === 'deliver') {
      agenda.add(recorder.now + (route.delays[0] ?? 0), item)
    }
  }

  #duplicate(message: MessageId, { from, to }: Link, cause: EventId): MessageId {
    const copy = ++this.#messageCount
    this.#parts.recorder.record({ kind: 'duplicate', message, copy, from, to, cause })
    return copy
  }

  #carry(item: MessageHappening, delayMicros: number): void {
    this.#parts.agenda.add(this.#parts.recorder.now + delayMicros, item)
  }

  #countInFlight(body: string): void {
    const { budgets } = this.#parts.scenario
    this.#messagesInFlight++
    this.#bytesInFlight += body.length
    if (this.#messagesInFlight > budgets.messagesInFlightMax) {
      this.#parts.recorder.overBudget('messages in flight')
    }
    if (this.#bytesInFlight > budgets.bytesInFlightMax) {
      this.#parts.recorder.overBudget('bytes in flight')
    }
  }
}
