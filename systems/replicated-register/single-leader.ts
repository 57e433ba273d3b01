/**
 * Registers with one leader for good: it orders all writes and copies them to the others.
 *
 * - `replication`: the leader answers a write at once (`async`), when a majority has it
 *   (`quorum`), or when everybody has it (`sync`).
 * - `reads`: from the `leader`, from the asked node's own copy (`local`), or the newest copy of a
 *   `quorum`.
 *
 * Reads from the leader are linearizable under every mode, because the leader never changes: it
 * is where each operation takes effect. Local reads may be stale in every mode: with `sync` a
 * write is on some copies before it is on all. What happens without contact is in
 * `register-node.ts`; with `answer` a cut-off follower takes writes too, and the later version
 * wins once copies meet again.
 */
import { present } from '#core'
import type { NodeId } from '#kit/node.ts'
import {
  type ClientRequest,
  type CommonSettings,
  isNewer,
  type RegisterCommand,
  RegisterNode,
  type Value,
  type Versioned,
} from './register-node.ts'

export interface SingleLeaderSettings extends CommonSettings {
  /** The first node when left out. */
  readonly leader?: NodeId
  readonly replication: 'async' | 'quorum' | 'sync'
  readonly reads: 'leader' | 'local' | 'quorum'
}

type SingleLeaderMessage =
  /** To the leader: carry this out. */
  | { readonly type: 'ask'; readonly id: number; readonly command: RegisterCommand }
  /** From the leader: done; this is the register now. */
  | { readonly type: 'told'; readonly id: number; readonly copy: Versioned }
  | { readonly type: 'copy'; readonly key: string; readonly copy: Versioned; readonly id: number }
  | { readonly type: 'have'; readonly id: number }
  | { readonly type: 'show'; readonly id: number; readonly key: string }
  | { readonly type: 'shown'; readonly id: number; readonly copy: Versioned }

/** A write that the leader has ordered and that is not on enough nodes yet. */
interface Spreading {
  readonly key: string
  readonly copy: Versioned
  readonly holders: Set<NodeId>
  /** Who hears of it: a client, or the follower that passed it on. */
  readonly answer: () => void
}

const SPREAD = 'spread '

export class SingleLeaderRegister extends RegisterNode<SingleLeaderMessage> {
  /** Requests that wait here: for the leader, for copies, or for the end of a cut. */
  readonly waiting = new Map<number, ClientRequest>()
  readonly asked = new Set<number>()
  readonly spreading = new Map<number, Spreading>()
  readonly done = new Map<number, Versioned>()
  readonly shown = new Map<number, readonly Versioned[]>()

  get mode(): SingleLeaderSettings {
    return this.settings as unknown as SingleLeaderSettings
  }

  get leader(): NodeId {
    return this.mode.leader ?? present(this.nodes[0], 'a cluster has a first node')
  }

  get majority(): number {
    return Math.floor(this.nodes.length / 2) + 1
  }

  override onRequest(request: ClientRequest): void {
    const { command } = request
    if (command.kind === 'read' && this.mode.reads === 'local') {
      this.reply(request, this.copyOf(this.keyOf(command)).value)
      return
    }
    if (this.reaches(command, this.heardLately())) this.serve(request)
    else this.serveAlone(request)
  }

  protected override reachesEnough(heard: ReadonlySet<NodeId>): boolean {
    return (['read', 'write'] as const).every((kind) => this.reaches({ kind }, heard))
  }

  /** Whether those whom this command needs have been heard. */
  private reaches({ kind }: Pick<RegisterCommand, 'kind'>, heard: ReadonlySet<NodeId>): boolean {
    const { reads, replication } = this.mode
    if (kind === 'read' && reads === 'local') return true
    if (kind === 'read' && reads === 'quorum') return heard.size + 1 >= this.majority
    if (this.id !== this.leader) return heard.has(this.leader)
    return kind === 'read' || heard.size + 1 >= this.copiesNeeded[replication]
  }

  /** How many nodes must have a write before it is answered. */
  private get copiesNeeded() {
    return { async: 1, quorum: this.majority, sync: this.nodes.length } as const
  }

  private serve(request: ClientRequest): void {
    const { id, command } = request
    const key = this.keyOf(command)
    this.waiting.set(id, request)
    if (command.kind === 'read' && this.mode.reads === 'quorum') {
      this.shown.set(id, [this.copyOf(key)])
      this.broadcast({ type: 'show', id, key })
    } else if (this.id === this.leader) {
      this.carryOut(id, command, (copy) => this.finish(id, copy.value))
      return
    } else {
      this.asked.add(id)
      this.send(this.leader, { type: 'ask', id, command })
    }
    this.setTimer(String(id), this.common.patienceMs)
  }

  /** What the leader does with a command, whoever asked; twice asked is once done. */
  private carryOut(id: number, command: RegisterCommand, answer: (copy: Versioned) => void): void {
    const key = this.keyOf(command)
    const before = this.done.get(id)
    if (command.kind === 'read' || before !== undefined) {
      if (!this.spreading.has(id)) answer(before ?? this.copyOf(key))
      return
    }
    const copy = { value: command.value, version: this.copyOf(key).version + 1, writer: this.id }
    this.copies[key] = copy
    this.done.set(id, copy)
    this.spreading.set(id, { key, copy, holders: new Set([this.id]), answer: () => answer(copy) })
    this.spread(id)
    this.answerWhenSpread(id)
  }

  /** Sends a write to all who have not said that they have it, again and again. */
  private spread(id: number): void {
    const spreading = this.spreading.get(id)
    if (spreading === undefined) return
    const { key, copy, holders } = spreading
    for (const peer of this.peers) {
      if (!holders.has(peer)) this.send(peer, { type: 'copy', key, copy, id })
    }
    this.setTimer(`${SPREAD}${id}`, this.common.patienceMs)
  }

  private answerWhenSpread(id: number): void {
    const spreading = this.spreading.get(id)
    if (spreading === undefined) return
    if (spreading.holders.size < this.copiesNeeded[this.mode.replication]) return
    this.spreading.delete(id)
    this.cancelTimer(`${SPREAD}${id}`)
    spreading.answer()
  }

  protected override onProtocolMessage(from: NodeId, message: SingleLeaderMessage): void {
    switch (message.type) {
      case 'ask': {
        const { id, command } = message
        this.carryOut(id, command, (copy) => this.send(from, { type: 'told', id, copy }))
        return
      }
      case 'told': {
        const request = this.waiting.get(message.id)
        if (request !== undefined) this.adopt(this.keyOf(request.command), message.copy)
        this.finish(message.id, message.copy.value)
        return
      }
      case 'copy':
        this.adopt(message.key, message.copy)
        this.send(from, { type: 'have', id: message.id })
        return
      case 'have':
        this.spreading.get(message.id)?.holders.add(from)
        this.answerWhenSpread(message.id)
        return
      case 'show':
        this.send(from, { type: 'shown', id: message.id, copy: this.copyOf(message.key) })
        return
      case 'shown':
        this.onShown(message.id, message.copy)
    }
  }

  /** A read from a quorum ends when a majority, this node included, has shown its copy. */
  private onShown(id: number, copy: Versioned): void {
    const copies = [...(this.shown.get(id) ?? []), copy]
    if (!this.shown.has(id)) return
    this.shown.set(id, copies)
    if (copies.length < this.majority) return
    this.finish(id, copies.reduce((a, b) => (isNewer(b, a) ? b : a)).value)
  }

  protected override onProtocolTimer(name: string): void {
    if (name.startsWith(SPREAD)) {
      this.onSlowSpread(Number(name.slice(SPREAD.length)))
      return
    }
    const request = this.waiting.get(Number(name))
    if (request === undefined) return
    if (this.common.whenCutOff === 'wait') this.serve(request)
    else this.serveAlone(request)
  }

  /** A leader that need not be sure answers all the same; any other goes on trying. */
  private onSlowSpread(id: number): void {
    this.spread(id)
    if (this.common.whenCutOff === 'answer') this.spreading.get(id)?.answer()
  }

  protected override onContact(): void {
    for (const request of this.waiting.values()) this.serve(request)
  }

  /** Without contact: what the setting says, as far as it can be said without a lie. */
  private serveAlone(request: ClientRequest): void {
    const { id, command } = request
    const { whenCutOff } = this.common
    if (whenCutOff === 'wait') {
      this.waiting.set(id, request)
    } else if (whenCutOff === 'answer') {
      this.finishAlone(request)
    } else if (command.kind === 'read' || !this.asked.has(id)) {
      this.forget(id)
      this.refuse(request, 'cut off from the nodes that it needs')
    }
    // Else the leader may have carried the write out, so "refused" could be a lie.
  }

  private finishAlone(request: ClientRequest): void {
    const { id, command } = request
    const key = this.keyOf(command)
    if (command.kind === 'write') {
      const version = this.copyOf(key).version + 1
      this.copies[key] = { value: command.value, version, writer: this.id }
    }
    this.waiting.set(id, request)
    this.finish(id, this.copyOf(key).value)
  }

  private finish(id: number, value: Value): void {
    const request = this.waiting.get(id)
    if (request === undefined) return
    this.forget(id)
    this.reply(request, value)
  }

  private forget(id: number): void {
    this.waiting.delete(id)
    this.shown.delete(id)
    this.cancelTimer(String(id))
  }
}
