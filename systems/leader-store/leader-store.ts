/**
 * Values under keys. The first node leads: it puts all writes into one row, numbers them, and
 * sends them to the others, which apply them in that order. A write is acknowledged when a
 * majority has it. The shape of ZooKeeper: one order of writes, and a choice for each read:
 *
 * - `copy`: the node answers from its own copy, which is some first part of the row. Clients that
 *   stay with their node see a sequentially consistent store, since a node acknowledges a write to
 *   its own clients only when its copy has it;
 * - `copy` with `seen`: the client says up to which write it has seen, and the node waits until it
 *   has that too; a client may then move from node to node;
 * - `leader`: the node asks the leader. With one leader for good, this is linearizable.
 *
 * Left out: elections and crashes. The leader never changes, so it need not ask whether it still
 * leads; a real one must.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type StoreCommand =
  | { readonly kind: 'write'; readonly key: string; readonly value: number }
  | {
      readonly kind: 'read'
      readonly key: string
      readonly from: 'copy' | 'leader'
      /** The number of the last write that the client has seen. */
      readonly seen?: number
    }

interface Entry {
  readonly key: string
  readonly value: number
}

export type StoreMessage =
  | { readonly type: 'entry'; readonly number: number; readonly entry: Entry }
  /** The sender holds all entries up to this number. */
  | { readonly type: 'have'; readonly number: number }
  | { readonly type: 'forward'; readonly request: number; readonly command: StoreCommand }
  /** It was carried out; `number` is that of the write, 0 for a read. */
  | {
      readonly type: 'done'
      readonly request: number
      readonly value: number
      readonly number: number
    }
  /** Only between a leader and readers who must know how old their copy is: see bounded-store.ts. */
  | { readonly type: 'poll'; readonly at: number }
  | { readonly type: 'end'; readonly at: number; readonly number: number }

type StoreRequest = Request<StoreCommand>

/** What is called with the result of a command and the number of its write, 0 for a read. */
export type Answer = (value: number, number: number) => void

/** Something that must wait until the copy holds all writes up to a number. */
interface Parked {
  readonly number: number
  readonly go: () => void
}

/** How long the leader waits before it sends again what was not confirmed, in milliseconds. */
const RESEND_MS = 200

export class LeaderStore extends Node<StoreMessage, StoreCommand, number> {
  static override readonly watched: readonly string[] = ['applied', 'shown']

  /** How many writes are in the copy. */
  applied = 0
  /** The copy in words, for the drawing. */
  shown = ''
  readonly values = new Map<string, number>()
  /** Entries by number, also those that wait for an earlier one. */
  readonly entries = new Map<number, Entry>()
  /** Requests from clients that wait for the leader. */
  readonly asked = new Map<number, StoreRequest>()
  parked: Parked[] = []
  /** At the leader: writes by number that wait for a majority, and how to answer them. */
  readonly uncommitted = new Map<number, () => void>()
  /** At the leader: up to which number each node has confirmed. */
  readonly confirmed = new Map<NodeId, number>()

  override onStart() {
    if (this.isLeader) this.setTimer('resend', RESEND_MS)
  }

  override onRequest(request: StoreRequest) {
    const { command } = request
    if (command.kind === 'read' && (command.from === 'copy' || this.isLeader)) {
      this.readCopy(request)
    } else if (this.isLeader) {
      this.lead(command, (value) => this.reply(request, value))
    } else {
      this.asked.set(request.id, request)
      this.send(this.leader, { type: 'forward', request: request.id, command })
    }
  }

  override onMessage(from: NodeId, message: StoreMessage) {
    switch (message.type) {
      case 'entry':
        this.entries.set(message.number, message.entry)
        this.apply()
        this.send(from, { type: 'have', number: this.applied })
        return
      case 'have':
        this.confirm(from, message.number)
        return
      case 'forward': {
        const { request } = message
        this.lead(message.command, (value, number) =>
          this.send(from, { type: 'done', request, value, number }),
        )
        return
      }
      case 'done': {
        const request = this.asked.get(message.request)
        this.asked.delete(message.request)
        if (request === undefined) return
        this.whenApplied(message.number, () => this.reply(request, message.value))
        return
      }
      case 'poll':
      case 'end':
      // Only the bounded store sends these.
    }
  }

  override onTimer(name: string) {
    if (name !== 'resend') return
    for (const peer of this.peers) this.sendMissing(peer)
    this.setTimer('resend', RESEND_MS)
  }

  get leader(): NodeId {
    return this.nodes[0] ?? this.id
  }

  get isLeader(): boolean {
    return this.id === this.leader
  }

  readCopy(request: StoreRequest) {
    const { command } = request
    if (command.kind !== 'read') return
    const { key, seen = 0 } = command
    this.whenApplied(seen, () => this.reply(request, this.values.get(key) ?? 0))
  }

  /** Goes on at once if the copy holds all writes up to `number`, else as soon as it does. */
  whenApplied(number: number, go: () => void) {
    if (number <= this.applied) go()
    else this.parked.push({ number, go })
  }

  /** Carries out a command at the leader and answers when it may. */
  lead(command: StoreCommand, answer: Answer) {
    if (command.kind === 'read') {
      answer(this.values.get(command.key) ?? 0, 0)
      return
    }
    const number = this.entries.size + 1
    const entry = { key: command.key, value: command.value }
    this.entries.set(number, entry)
    this.uncommitted.set(number, () => answer(command.value, number))
    this.apply()
    this.broadcast({ type: 'entry', number, entry })
  }

  /** Brings the copy forward as far as entries follow each other without a hole. */
  apply() {
    for (;;) {
      const next = this.entries.get(this.applied + 1)
      if (next === undefined) break
      this.values.set(next.key, next.value)
      this.applied += 1
    }
    this.shown = [...this.values].map(([key, value]) => `${key} = ${value}`).join(', ')
    const waiting = this.parked
    this.parked = []
    for (const { number, go } of waiting) this.whenApplied(number, go)
  }

  /** Notes what a node holds, and answers the writes that a majority now has. */
  confirm(node: NodeId, number: number) {
    this.confirmed.set(node, Math.max(number, this.confirmed.get(node) ?? 0))
    for (const [written, answer] of this.uncommitted) {
      const holders = this.peers.filter((peer) => (this.confirmed.get(peer) ?? 0) >= written)
      if (holders.length + 1 <= this.nodes.length / 2) continue
      this.uncommitted.delete(written)
      answer()
    }
  }

  sendMissing(peer: NodeId) {
    for (let number = (this.confirmed.get(peer) ?? 0) + 1; number <= this.applied; number += 1) {
      const entry = this.entries.get(number)
      if (entry !== undefined) this.send(peer, { type: 'entry', number, entry })
    }
  }
}
