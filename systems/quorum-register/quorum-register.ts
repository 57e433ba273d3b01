/**
 * One register on every node, without a leader of reads: the single-writer algorithm of Attiya,
 * Bar-Noy and Dolev (JACM 42(1), 1995). The first node is the only one that writes; any node
 * reads, by asking a majority and taking the value with the highest number.
 *
 * With `writesBack` a read stores what it found on a majority before it answers (the paper's
 * second phase), and the register is linearizable on any network. Without, it is regular at best:
 * of two reads that follow each other the second may return the older value.
 *
 * Left out: resending, so that a request whose messages are lost waits for ever; and disks.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type QuorumCommand =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: number }

export interface QuorumSettings {
  readonly initial: number
  /** Whether a read stores what it found before it answers. */
  readonly writesBack: boolean
}

interface Copy {
  readonly value: number
  /** Grows with each write; the higher one is newer. */
  readonly number: number
}

type QuorumMessage =
  | { readonly type: 'ask'; readonly request: number }
  | { readonly type: 'told'; readonly request: number; readonly copy: Copy }
  | { readonly type: 'store'; readonly request: number; readonly copy: Copy }
  | { readonly type: 'stored'; readonly request: number }

interface Pending {
  readonly request: Request<QuorumCommand>
  phase: 'ask' | 'store'
  /** Nodes that answered in this phase, this one included. */
  answers: number
  newest: Copy
}

export class QuorumRegister extends Node<QuorumMessage, QuorumCommand, number> {
  static override readonly watched: readonly string[] = ['value', 'number']

  value = (this.settings as unknown as QuorumSettings).initial
  number = 0
  readonly pending = new Map<number, Pending>()

  override onRequest(request: Request<QuorumCommand>) {
    const { command } = request
    if (command.kind === 'read') {
      this.pending.set(request.id, { request, phase: 'ask', answers: 1, newest: this.copy })
      this.broadcast({ type: 'ask', request: request.id })
    } else if (this.id === this.nodes[0]) {
      const newest = { value: command.value, number: this.number + 1 }
      this.store({ request, phase: 'store', answers: 1, newest })
    } else {
      this.refuse(request, `only ${this.nodes[0]} writes`)
    }
  }

  override onMessage(from: NodeId, message: QuorumMessage) {
    const { request } = message
    switch (message.type) {
      case 'ask':
        this.send(from, { type: 'told', request, copy: this.copy })
        return
      case 'store':
        this.adopt(message.copy)
        this.send(from, { type: 'stored', request })
        return
      case 'told':
        this.count(request, 'ask', message.copy)
        return
      case 'stored':
        this.count(request, 'store')
    }
  }

  /** Takes one more answer into account; with a majority the phase is over. */
  count(id: number, phase: Pending['phase'], copy?: Copy) {
    const pending = this.pending.get(id)
    if (pending?.phase !== phase) return
    if (copy !== undefined && copy.number > pending.newest.number) pending.newest = copy
    pending.answers += 1
    if (pending.answers <= this.nodes.length / 2) return
    const { writesBack } = this.settings as unknown as QuorumSettings
    if (phase === 'ask' && writesBack) this.store({ ...pending, phase: 'store', answers: 1 })
    else this.finish(pending)
  }

  store(pending: Pending) {
    this.adopt(pending.newest)
    this.pending.set(pending.request.id, pending)
    this.broadcast({ type: 'store', request: pending.request.id, copy: pending.newest })
  }

  finish({ request, newest }: Pending) {
    this.pending.delete(request.id)
    this.reply(request, newest.value)
  }

  get copy(): Copy {
    return { value: this.value, number: this.number }
  }

  adopt({ value, number }: Copy) {
    if (number <= this.number) return
    this.value = value
    this.number = number
  }
}
