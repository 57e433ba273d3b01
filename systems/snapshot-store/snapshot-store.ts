/**
 * Transactions on a primary that keeps old versions, and a standby that follows. A transaction
 * reads from a snapshot taken when it starts, thinks for a while, and commits if it may:
 *
 * - `snapshot`: if nobody has meanwhile committed a write to a key that it writes (first committer
 *   wins: Berenson et al., SIGMOD 1995);
 * - `serializable`: if nobody has meanwhile committed a write to a key that it reads or writes
 *   (backward validation: Kung and Robinson, ACM TODS 6(2), 1981). Transactions on the standby
 *   read its own copy, some moment of the past: still serializable;
 * - `strict`: the same, and transactions on the standby are sent to the primary, so the order is
 *   that of real time.
 *
 * Left out: predicates, crashes, more than one primary.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

/** `['r', key, value]` and `['w', key, value]`, as histories of transactions have them. */
export type MicroStep = readonly ['r' | 'w', string, string | null]

export interface TransactionCommand {
  readonly kind: 'txn'
  readonly reads: readonly string[]
  /** Key and value of each write. */
  readonly writes: readonly (readonly [string, string])[]
  /** The writes are made only if at least so many of the reads found this value. */
  readonly onlyIf?: { readonly value: string; readonly atLeast: number }
  /** How long it takes between its reads and its commit. */
  readonly thinkMs: number
}

export interface SnapshotSettings {
  readonly isolation: 'snapshot' | 'serializable' | 'strict'
}

type Steps = readonly MicroStep[]

type SnapshotMessage =
  | { readonly type: 'commit'; readonly number: number; readonly writes: Steps }
  | {
      readonly type: 'forward'
      readonly request: number
      readonly command: TransactionCommand
    }
  | { readonly type: 'done'; readonly request: number; readonly steps: Steps | null }

interface Running {
  readonly command: TransactionCommand
  /** The last commit that its snapshot holds. */
  readonly snapshot: number
  readonly steps: Steps
  readonly end: (steps: Steps | null) => void
}

export class SnapshotStore extends Node<SnapshotMessage, TransactionCommand, Steps> {
  static override readonly watched: readonly string[] = ['shown']

  /** The latest values in words, for the drawing. */
  shown = ''
  readonly values = new Map<string, string>()
  /** The number of the last commit that wrote a key. */
  readonly writtenAt = new Map<string, number>()
  commits = 0
  readonly running = new Map<string, Running>()
  readonly asked = new Map<number, Request<TransactionCommand>>()
  /** At the standby: commits that came before an earlier one. */
  readonly early = new Map<number, Steps>()

  override onRequest(request: Request<TransactionCommand>) {
    const { id, command } = request
    const mayRunHere = this.isPrimary || (command.writes.length === 0 && !this.isStrict)
    if (mayRunHere) {
      this.begin(`${id}`, command, (steps) => this.answer(request, steps))
      return
    }
    this.asked.set(id, request)
    this.send(this.primary, { type: 'forward', request: id, command })
  }

  override onMessage(from: NodeId, message: SnapshotMessage) {
    switch (message.type) {
      case 'commit':
        this.early.set(message.number, message.writes)
        this.follow()
        return
      case 'forward': {
        const { request, command } = message
        const end = (steps: Steps | null) => this.send(from, { type: 'done', request, steps })
        this.begin(`${request} of ${from}`, command, end)
        return
      }
      case 'done': {
        const request = this.asked.get(message.request)
        this.asked.delete(message.request)
        if (request !== undefined) this.answer(request, message.steps)
      }
    }
  }

  override onTimer(name: string) {
    const running = this.running.get(name)
    this.running.delete(name)
    if (running !== undefined) this.finish(running)
  }

  get primary(): NodeId {
    return this.nodes[0] ?? this.id
  }

  get isPrimary(): boolean {
    return this.id === this.primary
  }

  get isStrict(): boolean {
    return (this.settings as unknown as SnapshotSettings).isolation === 'strict'
  }

  begin(name: string, command: TransactionCommand, end: Running['end']) {
    const reads = command.reads.map((key): MicroStep => ['r', key, this.values.get(key) ?? null])
    const { value, atLeast } = command.onlyIf ?? { value: '', atLeast: 0 }
    const found = reads.filter(([, , seen]) => seen === value).length
    const writes = found < atLeast ? [] : command.writes
    const steps = [...reads, ...writes.map(([key, text]): MicroStep => ['w', key, text])]
    this.running.set(name, { command, snapshot: this.commits, steps, end })
    this.setTimer(name, command.thinkMs)
  }

  finish({ snapshot, steps, end }: Running) {
    const writes = steps.filter(([kind]) => kind === 'w')
    const { isolation } = this.settings as unknown as SnapshotSettings
    const judged = isolation === 'snapshot' ? writes : steps
    const isOvertaken = judged.some(([, key]) => (this.writtenAt.get(key) ?? 0) > snapshot)
    if (writes.length > 0 && isOvertaken) {
      end(null)
      return
    }
    if (writes.length > 0) {
      this.install(writes)
      this.broadcast({ type: 'commit', number: this.commits, writes })
    }
    end(steps)
  }

  answer(request: Request<TransactionCommand>, steps: Steps | null) {
    if (steps === null) this.refuse(request, 'another transaction changed what this one relied on')
    else this.reply(request, steps)
  }

  /** Applies commits in their order, as far as they are there. */
  follow() {
    for (;;) {
      const writes = this.early.get(this.commits + 1)
      if (writes === undefined) return
      this.install(writes)
    }
  }

  install(writes: Steps) {
    this.commits += 1
    for (const [, key, value] of writes) {
      this.values.set(key, value ?? '')
      this.writtenAt.set(key, this.commits)
    }
    this.shown = [...this.values].map(([key, value]) => `${key} ${value}`).join(', ')
  }
}
