/** Carries messages between nodes, and requests and answers between clients and nodes. */
import { present } from '../assert.ts'
import type { ClientId, EventId, Link, Micros, NodeId, OperationId } from '../trace/event.ts'
import type { Agenda } from './agenda.ts'
import type { Attempt, Clients, StartedOperation } from './clients.ts'
import type { ChosenFate, Fate } from './delivery.ts'
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

/** Longer than any run: the cap keeps times exact. */
const DELAY_MICROS_MAX = 3_600_000_000

/** What travels on a link, and how often it will arrive once the link is unclogged. */
interface Held {
  readonly link: Link
  readonly items: readonly Travelling[]
  readonly delaysMicros: readonly Micros[]
}

/** What the agenda holds while it is under way. */
type Travelling = Happening & { readonly kind: 'message' | 'request' | 'answer' }

type Sending = Effect & { readonly kind: 'send' }

type Answer = Happening & { readonly kind: 'answer' }

export class Post {
  readonly #parts: PostParts
  #held: Held[] = []
  #messageCount = 0
  #messagesInFlight = 0
  #bytesInFlight = 0

  constructor(parts: PostParts) {
    this.#parts = parts
  }

  /** Sends a message from node to node. */
  send(from: NodeId, { to, body, fate }: Sending, cause: EventId): void {
    const { recorder, scenario } = this.#parts
    const message = ++this.#messageCount
    const event = recorder.record({ kind: 'send', node: from, to, message, body, cause })
    const item = { kind: 'message', message, from, to, body, cause: event } as const
    this.#carry({ from, to }, item, body, scenario.nodesPlayNetwork ? fateOf(fate) : undefined)
  }

  /** A message reached its end of the link, whether or not the node is there. */
  arrived(body: string): void {
    this.#messagesInFlight--
    this.#bytesInFlight -= body.length
  }

  /** Lets go what waited on a clogged link (on all links when none is named). */
  release(link?: Link): void {
    const isFreed = ({ link: { from, to } }: Held) =>
      link === undefined || (from === link.from && to === link.to)
    const freed = this.#held.filter(isFreed)
    this.#held = this.#held.filter((held) => !isFreed(held))
    for (const held of freed) this.#depart(held)
  }

  /** Plans when the client will start its next operation, if it has one. */
  planNextOperation(client: ClientId): void {
    const { agenda, clients, recorder } = this.#parts
    const at = clients.nextStart(client, recorder.now)
    if (at !== undefined) agenda.add(at, { kind: 'client', client })
  }

  startOperation(client: ClientId): void {
    const { agenda, clients, recorder } = this.#parts
    const started = clients.start(client, recorder.now)
    if (started === undefined) return
    const { number: operation, spec, body } = started
    const node = spec.node
    const cause = recorder.record({ kind: 'invoke', client, operation, node, body, cause: -1 })
    clients.invoked(operation, cause)
    const giveUpAt = recorder.now + spec.timeoutMicros
    agenda.add(giveUpAt, { kind: 'give-up', operation, cause })
    this.#attempt(started, { number: 1, node, event: cause, asked: [node] })
  }

  /** Sends the request; a client that retries will look again after a while. */
  #attempt({ number: operation, spec, body }: StartedOperation, attempt: Attempt): void {
    const { agenda, clients, recorder } = this.#parts
    const { client, retry } = spec
    if (retry !== undefined) {
      clients.attempted(operation, attempt)
      const at = recorder.now + retry.everyMicros
      agenda.add(at, { kind: 'retry', operation, attempt: attempt.number })
    }
    const { node, event: cause } = attempt
    this.#carry({ from: client, to: node }, { kind: 'request', operation, node, cause }, body)
  }

  /** The node was silent, or refused and named nobody: the next one is asked. */
  retryInTurn({ operation, attempt }: Happening & { readonly kind: 'retry' }): void {
    const { clients } = this.#parts
    const last = clients.attempt(operation)
    if (last?.number !== attempt) return
    const { spec } = present(clients.find(operation), 'an attempt has an operation')
    const { nodes } = present(spec.retry, 'whoever tries again has a policy')
    const turn = nodes.findIndex((node) => node === last.asked[0])
    const node = present(nodes[(turn + 1) % nodes.length], 'there is a node')
    this.#retry(operation, last, { node, cause: last.event, asked: [node] })
  }

  #retry(
    operation: OperationId,
    last: Attempt,
    { node, cause, asked }: Pick<Attempt, 'node' | 'asked'> & { readonly cause: EventId },
  ): void {
    const { clients, recorder } = this.#parts
    const started = present(clients.find(operation), 'an attempt has an operation')
    const { client } = started.spec
    const event = recorder.record({ kind: 'retry', client, operation, node, cause })
    this.#attempt(started, { number: last.number + 1, node, event, asked })
  }

  /** True when the answer is a refusal that the client does not take. */
  #outlives({ node, operation, outcome, body, cause }: Answer): boolean {
    const { clients } = this.#parts
    const last = clients.attempt(operation)
    if (last === undefined || outcome !== 'fail') return false
    const { retry } = present(clients.find(operation), 'an attempt has an operation').spec
    const named = retry?.nodes.find((each) => JSON.stringify(each) === body)
    if (node === last.node && named !== undefined && !last.asked.includes(named)) {
      this.#retry(operation, last, { node: named, cause, asked: [...last.asked, named] })
    }
    return true
  }

  /** Sends a node's answer to the client that asked. */
  reply(
    node: NodeId,
    started: StartedOperation,
    effect: Effect & { readonly kind: 'reply' },
    cause: EventId,
  ): void {
    const { operation, outcome, body } = effect
    const client = started.spec.client
    const event = this.#parts.recorder.record({ ...effect, node, client, cause })
    const answer: Travelling = { kind: 'answer', node, operation, outcome, body, cause: event }
    this.#carry({ from: node, to: client }, answer, body)
  }

  /** The answer reached the client, which may have given up already. */
  answer(answer: Answer): void {
    const { node, operation, outcome, body, cause } = answer
    this.arrived(body)
    if (this.#outlives(answer)) return
    if (this.#complete(operation, outcome, body, cause)) return
    const { clients, recorder } = this.#parts
    const to = present(clients.find(operation), 'an answer has an operation').spec.client
    const drop = { kind: 'drop', message: 0, from: node, to, reason: 'gave-up', cut: 0 } as const
    recorder.record({ ...drop, cause })
  }

  /** Nobody answered in time: the operation may have happened, or happen later. */
  giveUp({ operation }: Happening & { readonly kind: 'give-up' }): void {
    this.#complete(operation, 'info', 'null', this.#parts.clients.invokeEvent(operation))
  }

  /** False when the client no longer waits for this operation. */
  #complete(
    operation: OperationId,
    outcome: 'ok' | 'fail' | 'info',
    body: string,
    cause: EventId,
  ): boolean {
    const { clients, recorder } = this.#parts
    if (!clients.finish(operation)) return false
    const client = clients.find(operation)?.spec.client ?? ''
    recorder.record({ kind: 'complete', client, operation, outcome, body, cause })
    this.planNextOperation(client)
    return true
  }

  /** Loses, holds, repeats or delivers what travels on a link; clients' links are like any other. */
  #carry(link: Link, item: Travelling, body: string, chosen?: Fate): void {
    const { recorder, network } = this.#parts
    const { from, to } = link
    const route = network.route(from, to, chosen)
    if (route.kind === 'drop') {
      const { reason, cut } = route
      const message = item.kind === 'message' ? item.message : 0
      recorder.record({ kind: 'drop', message, from, to, reason, cut, cause: item.cause })
      return
    }
    const { delaysMicros } = route
    const items = delaysMicros.map((_, index) => (index === 0 ? item : this.#repeat(link, item)))
    for (const _ of items) this.#countInFlight(body)
    const held = { link, items, delaysMicros }
    if (route.kind === 'hold') this.#held.push(held)
    else this.#depart(held)
  }

  /** A copy of a message has a number of its own; requests and answers have none. */
  #repeat({ from, to }: Link, item: Travelling): Travelling {
    const { recorder } = this.#parts
    const { cause } = item
    if (item.kind !== 'message') {
      recorder.record({ kind: 'duplicate', message: 0, copy: 0, from, to, cause })
      return item
    }
    const copy = ++this.#messageCount
    recorder.record({ kind: 'duplicate', message: item.message, copy, from, to, cause })
    return { ...item, message: copy }
  }

  #depart({ link: { from, to }, items, delaysMicros }: Held): void {
    const { agenda, recorder, network } = this.#parts
    for (const [index, item] of items.entries()) {
      const delay = present(delaysMicros[index], 'each copy has its delay')
      agenda.add(network.arrival(from, to, recorder.now, delay), item)
    }
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

function fateOf(chosen: ChosenFate | undefined): Fate | undefined {
  if (chosen === undefined) return undefined
  if (chosen === 'lost') return { kind: 'lost' }
  return { kind: 'delivered', delaysMicros: [Math.min(chosen.delayMicros, DELAY_MICROS_MAX)] }
}
