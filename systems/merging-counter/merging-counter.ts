/**
 * A counter on several nodes, each of which takes additions alone and tells the others afterwards,
 * again and again until they confirm. All updates reach everybody in the end; what a node does with
 * an update that arrives is the setting `merge`:
 *
 * - `arrival`: the total that arrived last is taken. Nodes may differ for ever;
 * - `stamp`: of two totals the one with the later Lamport stamp is kept (last writer wins). Nodes
 *   agree, and additions that did not know of each other are lost;
 * - `per-node`: a G-Counter (Shapiro et al., INRIA RR-7506, 2011). Each node counts for itself, the
 *   larger count of each node is kept, the value is their sum. Nodes agree and nothing is lost.
 *
 * Left out: subtraction and crashes.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type CounterCommand =
  | { readonly kind: 'add'; readonly value: number }
  | { readonly kind: 'read' }

export interface CounterSettings {
  readonly merge: 'arrival' | 'stamp' | 'per-node'
  /** The total before the run; no node's own. */
  readonly initial: number
}

type Counts = Readonly<Record<string, number>>

interface State {
  readonly total: number
  readonly stamp: number
  readonly author: NodeId
  /** Of `per-node` alone: how much each node added. */
  readonly counts: Counts
}

type CounterMessage =
  | { readonly type: 'state'; readonly number: number; readonly state: State }
  | { readonly type: 'got'; readonly number: number }

/** How long a node waits before it sends again what was not confirmed, in milliseconds. */
const RESEND_MS = 60

export class MergingCounter extends Node<CounterMessage, CounterCommand, number> {
  static override readonly watched: readonly string[] = ['total', 'counts']

  total = this.rules.initial
  counts: Counts = {}
  stamp = 0
  author: NodeId = ''
  sent = 0
  /** What each other node has not confirmed, by number. */
  readonly unconfirmed = new Map<NodeId, Map<number, State>>()
  /** Updates that were taken in, so that one that comes twice counts once. */
  readonly taken = new Set<string>()

  override onStart() {
    for (const peer of this.peers) this.unconfirmed.set(peer, new Map())
    this.setTimer('resend', RESEND_MS)
  }

  override onRequest(request: Request<CounterCommand>) {
    const { command } = request
    if (command.kind === 'add') this.add(command.value)
    this.reply(request, this.total)
  }

  override onMessage(from: NodeId, message: CounterMessage) {
    const { number } = message
    if (message.type === 'got') {
      this.unconfirmed.get(from)?.delete(number)
      return
    }
    this.send(from, { type: 'got', number })
    const name = `${from} ${number}`
    if (!this.taken.has(name)) this.take(message.state)
    this.taken.add(name)
  }

  override onTimer() {
    for (const [peer, states] of this.unconfirmed) {
      for (const [number, state] of states) this.send(peer, { type: 'state', number, state })
    }
    this.setTimer('resend', RESEND_MS)
  }

  get rules(): CounterSettings {
    return this.settings as unknown as CounterSettings
  }

  add(value: number) {
    this.stamp += 1
    this.author = this.id
    this.total += value
    this.counts = { ...this.counts, [this.id]: (this.counts[this.id] ?? 0) + value }
    this.sent += 1
    const { total, stamp, author, counts } = this
    const state = { total, stamp, author, counts }
    for (const [peer, states] of this.unconfirmed) {
      states.set(this.sent, state)
      this.send(peer, { type: 'state', number: this.sent, state })
    }
  }

  take(state: State) {
    const { merge, initial } = this.rules
    if (merge === 'per-node') {
      const counts: Record<string, number> = { ...this.counts }
      for (const [node, count] of Object.entries(state.counts)) {
        counts[node] = Math.max(count, counts[node] ?? 0)
      }
      this.counts = counts
      this.total = Object.values(counts).reduce((sum, count) => sum + count, initial)
    } else if (merge === 'arrival' || this.isLater(state)) {
      this.total = state.total
      this.author = state.author
    }
    this.stamp = Math.max(this.stamp, state.stamp)
  }

  /** Of two equal stamps the one with the larger name is the later, so that all choose alike. */
  isLater({ stamp, author }: State): boolean {
    return stamp > this.stamp || (stamp === this.stamp && author > this.author)
  }
}
