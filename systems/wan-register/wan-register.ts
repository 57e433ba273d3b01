/**
 * One register with a fixed leader, for measuring what an operation waits for. Any node takes
 * requests and forwards what only the leader can do. The scenario settles two things:
 *
 * - `commit`: when a write is answered: at once (`alone`), when a majority of the nodes has it,
 *   or when all have it.
 * - `reads`: from the node's own `copy`; from the leader under a `lease`, which here is for
 *   ever; or with an `index`: the leader asks a majority whether it still leads before it answers
 *   (Ongaro 2014, section 6.4).
 *
 * With `lease` and `index` the register is linearizable on any network, since all answers come
 * from the one leader; with `copy` it is not. A write or such a read is answered only while
 * what it waits for can be reached: nothing is sent again and nobody else is elected.
 *
 * Left out: disks, elections, repair of lost copies.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type WanCommand =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: number }

/** What the scenario sets. */
export type WanSettings = {
  readonly leader: NodeId
  readonly commit: 'alone' | 'majority' | 'all'
  readonly reads: 'copy' | 'lease' | 'index'
  readonly initial: number
}

type WanMessage =
  | { readonly type: 'forward'; readonly task: number; readonly command: WanCommand }
  | { readonly type: 'done'; readonly task: number; readonly value: number }
  | { readonly type: 'copy'; readonly round: number; readonly value: number }
  | { readonly type: 'stored'; readonly round: number }
  | { readonly type: 'still leader?'; readonly round: number }
  | { readonly type: 'yes'; readonly round: number }

/** What the leader waits for before it answers. */
interface Open {
  readonly task: number
  readonly from: NodeId
  readonly needed: number
  readonly voices: readonly NodeId[]
}

export class WanRegister extends Node<WanMessage, WanCommand, number> {
  static override readonly watched: readonly string[] = ['value']

  readonly rules = this.settings as unknown as WanSettings
  value = this.rules.initial
  /** Of the newest copy that this node has, so that an older one does not replace it. */
  version = 0
  round = 0
  readonly open = new Map<number, Open>()
  readonly waiting = new Map<number, Request<WanCommand>>()

  override onRequest(request: Request<WanCommand>) {
    const { id, command } = request
    this.waiting.set(id, request)
    if (command.kind === 'read' && this.rules.reads === 'copy') this.finish(id, this.value)
    else if (this.id === this.rules.leader) this.serve(this.id, id, command)
    else this.send(this.rules.leader, { type: 'forward', task: id, command })
  }

  override onMessage(from: NodeId, message: WanMessage) {
    switch (message.type) {
      case 'forward':
        this.serve(from, message.task, message.command)
        return
      case 'done':
        this.finish(message.task, message.value)
        return
      case 'copy':
        if (message.round > this.version) {
          this.value = message.value
          this.version = message.round
        }
        this.send(from, { type: 'stored', round: message.round })
        return
      case 'still leader?':
        this.send(from, { type: 'yes', round: message.round })
        return
      case 'stored':
      case 'yes':
        this.hear(from, message.round)
    }
  }

  /** At the leader: begins a round and waits for as many voices as the rules ask for. */
  serve(from: NodeId, task: number, command: WanCommand) {
    this.round += 1
    const { round } = this
    if (command.kind === 'write') {
      this.value = command.value
      this.version = round
      this.broadcast({ type: 'copy', round, value: command.value })
    } else if (this.rules.reads === 'index') this.broadcast({ type: 'still leader?', round })
    this.open.set(round, { task, from, needed: this.voicesFor(command), voices: [this.id] })
    this.settle(round)
  }

  voicesFor({ kind }: WanCommand): number {
    const majority = Math.floor(this.nodes.length / 2) + 1
    if (kind === 'read') return this.rules.reads === 'index' ? majority : 1
    if (this.rules.commit === 'all') return this.nodes.length
    return this.rules.commit === 'majority' ? majority : 1
  }

  hear(from: NodeId, round: number) {
    const open = this.open.get(round)
    if (open === undefined || open.voices.includes(from)) return
    this.open.set(round, { ...open, voices: [...open.voices, from] })
    this.settle(round)
  }

  settle(round: number) {
    const open = this.open.get(round)
    if (open === undefined || open.voices.length < open.needed) return
    this.open.delete(round)
    const { from, task } = open
    if (from === this.id) this.finish(task, this.value)
    else this.send(from, { type: 'done', task, value: this.value })
  }

  finish(task: number, value: number) {
    const request = this.waiting.get(task)
    if (request === undefined) return
    this.waiting.delete(task)
    this.reply(request, value)
  }
}
