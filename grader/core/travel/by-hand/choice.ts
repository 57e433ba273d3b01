/**
 * What may happen next in a run by hand, each thing with a name by which a schedule can tell
 * it again: messages by link and count, so that a name holds while other links change.
 */
import type { Happening } from '../../sim/happening.ts'
import { printFault } from '../../sim/nemesis-print.ts'
import type { ClientOperation, Scenario } from '../../sim/scenario.ts'
import type { ClientId, MessageId, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import type { ClusterState } from '../cluster-state.ts'
import type { Planned } from './hand-agenda.ts'

export interface Choice {
  /** As a schedule names it: `message n1 > n2 #3`, `timer n2 election`. */
  readonly name: string
  readonly kind:
    | 'message'
    | 'timer'
    | 'start'
    | 'ask'
    | 'request'
    | 'answer'
    | 'give-up'
    | 'retry'
    | 'fault'
    | 'liveness'
    | 'end'
  /** The node or client to which it happens; undefined for what happens to the whole run. */
  readonly place: string | undefined
  /** What happens, as a sentence without a full stop: `RequestVote from n1 arrives`. */
  readonly text: string
  /** What it carries, as JSON text; empty when it carries nothing. */
  readonly body: string
  /** When it would happen by itself. */
  readonly due: Micros
}

/** A choice and what it stands for on the agenda. */
export interface Offer {
  readonly choice: Choice
  readonly planned: Planned
}

/** Counts what is sent, so that each message has a name before it arrives. */
export class MessageNames {
  readonly #counts = new Map<string, number>()
  readonly #names = new Map<MessageId, string>()
  readonly #copies = new Map<string, number>()

  /** Takes one more event into account. */
  fold(event: TraceEvent): void {
    if (event.kind === 'send') {
      const link = `${event.node} > ${event.to}`
      const count = (this.#counts.get(link) ?? 0) + 1
      this.#counts.set(link, count)
      this.#names.set(event.message, `${link} #${count}`)
    } else if (event.kind === 'duplicate' && event.copy !== 0) {
      const name = this.of(event.message)
      const copy = (this.#copies.get(name) ?? 1) + 1
      this.#copies.set(name, copy)
      this.#names.set(event.copy, `${name}.${copy}`)
    }
  }

  /** `n1 > n2 #3`, or `n1 > n2 #3.2` for its first copy. */
  of(message: MessageId): string {
    return this.#names.get(message) ?? `#${message}`
  }
}

/** What the choices are read from. */
export interface ChoiceWorld {
  readonly scenario: Scenario
  readonly state: ClusterState
  readonly names: MessageNames
  /** How many requests each client has begun. */
  readonly begun: ReadonlyMap<ClientId, number>
  /** What each operation asked for, by number. */
  readonly bodies: ReadonlyMap<number, string>
  /** How often its client has asked for each operation. */
  readonly attempts: ReadonlyMap<number, number>
}

/**
 * What a person may pick among what is planned: nothing that would come to nothing, each
 * name once, and on links that keep their order only the first message.
 */
export function offersOf(planned: readonly Planned[], world: ChoiceWorld): readonly Offer[] {
  const offers = new Map<string, Offer>()
  const busyLinks = new Set<string>()
  // Of two timers with one name the newest counts; of two messages the oldest comes first.
  const newest = new Map<string, Planned>()
  for (const one of planned) {
    if (one.item.kind === 'timer') newest.set(`${one.item.node} ${one.item.name}`, one)
  }
  for (const one of planned) {
    const { item } = one
    if (item.kind === 'timer' && newest.get(`${item.node} ${item.name}`) !== one) continue
    if (item.kind === 'message' && world.scenario.network.keepsOrder) {
      const link = `${item.from} ${item.to}`
      if (busyLinks.has(link)) continue
      busyLinks.add(link)
    }
    const choice = choiceOf(one, world)
    if (choice !== undefined && !offers.has(choice.name)) {
      offers.set(choice.name, { choice, planned: one })
    }
  }
  return [...offers.values()]
}

/** Undefined for what would come to nothing, or has to wait. */
function choiceOf({ item, due }: Planned, world: ChoiceWorld): Choice | undefined {
  const { state, names, bodies, attempts } = world
  const node = (id: NodeId) => state.world.node(id)
  switch (item.kind) {
    case 'boot': {
      const { isUp, incarnation } = node(item.node)
      if (isUp) return undefined
      const text = incarnation === 0 ? 'it starts' : 'it starts again'
      return { name: `start ${item.node}`, kind: 'start', place: item.node, text, body: '', due }
    }
    case 'message': {
      const { isPaused, isUp } = node(item.to)
      if (isPaused) return undefined
      const what = `${typeOf(item.body) ?? 'a message'} from ${item.from}`
      const text = isUp ? `${what} arrives` : `${what} is lost, as ${item.to} is down`
      const name = `message ${names.of(item.message)}`
      return { name, kind: 'message', place: item.to, text, body: item.body, due }
    }
    case 'timer': {
      const isSet = state.machine(item.node).timers.has(item.name)
      if (!isSet || node(item.node).isPaused) return undefined
      const name = `timer ${item.node} ${item.name}`
      const text = `its timer “${item.name}” runs out`
      return { name, kind: 'timer', place: item.node, text, body: '', due }
    }
    case 'client': {
      const next = nextOperation(item.client, world)
      if (next === undefined) return undefined
      const text = `it asks ${next.node}`
      const body = JSON.stringify(next.body)
      return { name: `ask ${item.client}`, kind: 'ask', place: item.client, text, body, due }
    }
    case 'request': {
      if (node(item.node).isPaused) return undefined
      const name = `request ${item.operation} ${item.node}`
      const text = `the request of operation ${item.operation} arrives`
      const body = bodies.get(item.operation) ?? ''
      return { name, kind: 'request', place: item.node, text, body, due }
    }
    case 'answer': {
      const place = clientOf(item.operation, state) ?? 'network'
      const text = `the answer to operation ${item.operation} arrives`
      const name = `answer ${item.operation} ${item.node}`
      return { name, kind: 'answer', place, text, body: item.body, due }
    }
    case 'give-up': {
      const place = clientOf(item.operation, state)
      if (place === undefined) return undefined
      const text = `it gives up on operation ${item.operation}`
      return { name: `give-up ${item.operation}`, kind: 'give-up', place, text, body: '', due }
    }
    case 'retry': {
      const place = clientOf(item.operation, state)
      if (place === undefined || attempts.get(item.operation) !== item.attempt) return undefined
      const text = `it asks again for operation ${item.operation}`
      return { name: `retry ${item.operation}`, kind: 'retry', place, text, body: '', due }
    }
    case 'fault':
    case 'liveness':
    case 'horizon':
      return choiceOfRun(item, due)
  }
}

/** What happens to the whole run. */
function choiceOfRun(
  item: Happening & { readonly kind: 'fault' | 'liveness' | 'horizon' },
  due: Micros,
): Choice {
  const whole = { place: undefined, body: '', due }
  switch (item.kind) {
    case 'fault': {
      const text = `fault: ${printFault(item.fault)}`
      return { ...whole, name: `fault ${item.step + 1}`, kind: 'fault', text }
    }
    case 'liveness': {
      const text = 'all faults end: everything heals and starts again'
      return { ...whole, name: 'liveness', kind: 'liveness', text }
    }
    case 'horizon':
      return { ...whole, name: 'end', kind: 'end', text: 'the run ends' }
  }
}

/** The client that still waits for an operation. */
function clientOf(operation: number, { waiting }: ClusterState): ClientId | undefined {
  for (const [client, waitsFor] of waiting) if (waitsFor === operation) return client
  return undefined
}

/** A client's requests in the order in which it makes them. */
function nextOperation(
  client: ClientId,
  { scenario, begun }: ChoiceWorld,
): ClientOperation | undefined {
  const own = scenario.operations.filter((operation) => operation.client === client)
  return own.sort((a, b) => a.at - b.at)[begun.get(client) ?? 0]
}

/** What a message calls itself. */
function typeOf(body: string): string | undefined {
  const content: unknown = JSON.parse(body)
  if (typeof content !== 'object' || content === null || !('type' in content)) return undefined
  return typeof content.type === 'string' ? content.type.slice(0, 60) : undefined
}
