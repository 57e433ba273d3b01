/** A scenario: nodes, network, faults, client operations and limits of one run. */
import type { ClientId, Json, Micros, NodeId } from '../trace/event.ts'
import type { DeliveryChoice } from './delivery.ts'
import type { NemesisStep } from './nemesis.ts'

/** What a link does to messages. */
export interface LinkWeather {
  readonly delayMicrosMin: Micros
  readonly delayMicrosMax: Micros
  /** In a thousand: how many messages are lost, and how many arrive twice. */
  readonly lossPermille: number
  readonly duplicatePermille: number
}

/** How every link behaves while no fault is in force. */
export interface NetworkOptions extends LinkWeather {
  /** In a thousand: how many messages take up to `tailMicrosMax` instead. */
  readonly tailPermille: number
  readonly tailMicrosMax: Micros
  /** True: messages of one link arrive in the order in which they were sent. */
  readonly keepsOrder: boolean
}

/** An operation that a client starts at `at`, or when its previous one has ended. */
export interface ClientOperation {
  readonly at: Micros
  readonly client: ClientId
  readonly node: NodeId
  readonly body: Json
  /** After this long without an answer the outcome is `info`. */
  readonly timeoutMicros: Micros
  /** Without it the client asks once, and a refusal ends the operation. */
  readonly retry?: RetryPolicy
}

/**
 * A client that does not take no for an answer: it sends the same request again, as the same
 * operation, when a node is silent or refuses. A refusal that names one of `nodes` is followed
 * there at once, but to no node twice before it is the next node's turn, so that two nodes cannot
 * send it to and fro. Such an operation ends `ok` or `info`, never `fail`: an earlier attempt may
 * still be carried out.
 */
export interface RetryPolicy {
  /** How long an attempt may stay without a useful answer. */
  readonly everyMicros: Micros
  /** Asked in turn, from the operation's `node` on. */
  readonly nodes: readonly NodeId[]
}

/**
 * Deterministic bounds of a run. `eventsMax` and `horizonMicros` are ours: reaching
 * `eventsMax` makes a verdict unknown. The others are the learner's to keep.
 */
export interface Budgets {
  readonly eventsMax: number
  readonly eventsPerInstantMax: number
  readonly effectsPerCallMax: number
  readonly bytesPerCallMax: number
  /** Messages under way at once. */
  readonly messagesInFlightMax: number
  readonly bytesInFlightMax: number
  /** What one node keeps on its disk, in UTF-16 units. */
  readonly diskBytesMax: number
  /** Timers of one node that run at once. */
  readonly timersMax: number
}

export interface Scenario {
  readonly id: string
  readonly nodes: readonly NodeId[]
  readonly clients: readonly ClientId[]
  readonly network: NetworkOptions
  /** Faults, in order of time. */
  readonly nemesis: readonly NemesisStep[]
  /** Fates of single messages that are settled in advance; the others are drawn. */
  readonly deliveries?: readonly DeliveryChoice[]
  readonly operations: readonly ClientOperation[]
  /** True: a node may choose what becomes of what it sends, because the learner plays the network. */
  readonly nodesPlayNetwork?: true
  readonly settings: { readonly [name: string]: Json }
  /** Length of the phase with faults. At its end everything heals and restarts. */
  readonly safetyMicros: Micros
  /** Length of the phase after it, in which nothing is lost and nothing fails. */
  readonly livenessMicros: Micros
  readonly budgets: Budgets
}

export const DEFAULT_NETWORK: NetworkOptions = {
  delayMicrosMin: 1_000,
  delayMicrosMax: 10_000,
  tailPermille: 0,
  tailMicrosMax: 10_000,
  lossPermille: 0,
  duplicatePermille: 0,
  keepsOrder: false,
}

export const DEFAULT_BUDGETS: Budgets = {
  eventsMax: 200_000,
  eventsPerInstantMax: 2_000,
  effectsPerCallMax: 1_000,
  bytesPerCallMax: 262_144,
  messagesInFlightMax: 5_000,
  bytesInFlightMax: 16_777_216,
  diskBytesMax: 4_194_304,
  timersMax: 1_000,
}

/** Names `count` nodes: `n1`, `n2`, … */
export function nodeIds(count: number): readonly NodeId[] {
  return Array.from({ length: count }, (_, index) => `n${index + 1}`)
}
