/**
 * The leader store with a bound on how far a copy may be behind, kept by one of two parties
 * (Terry, CACM 56(12), 2013, for the promise; the two places to keep it are ours to compare):
 *
 * - `reader`: a copy knows how old it may be. It asks the leader now and then where the row ends;
 *   once it holds all of that, it was complete when it *asked*, by its own clock, so no clocks are
 *   compared. When that is longer ago than `ageMsMax`, it refuses to read;
 * - `writer`: the leader takes no new write while some copy lacks `versionsMax` writes. The write
 *   waits. No copy can tell how many writes it has not heard of, so only the writer can keep this
 *   bound;
 * - `nobody`: copies answer, however old.
 */
import type { NodeId, Request } from '#kit/node.ts'
import { type Answer, LeaderStore, type StoreCommand, type StoreMessage } from './leader-store.ts'

export interface BoundSettings {
  readonly keeper: 'nobody' | 'reader' | 'writer'
  readonly ageMsMax: number
  readonly versionsMax: number
}

/** How often a reader asks where the row ends, in milliseconds. */
const POLL_MS = 30

export class BoundedStore extends LeaderStore {
  /** When this copy last asked for an end that it now holds, by its own clock. */
  completeAt = 0
  /** Ends that were told and not reached yet. */
  ends: { readonly at: number; readonly number: number }[] = []
  /** Writes that wait until every copy is close enough. */
  held: (() => void)[] = []

  override onStart() {
    super.onStart()
    if (this.bound.keeper === 'reader' && !this.isLeader) this.setTimer('poll', POLL_MS)
  }

  override onTimer(name: string) {
    super.onTimer(name)
    if (name !== 'poll') return
    this.send(this.leader, { type: 'poll', at: this.now() })
    this.setTimer('poll', POLL_MS)
  }

  override onMessage(from: NodeId, message: StoreMessage) {
    super.onMessage(from, message)
    if (message.type === 'poll') {
      this.send(from, { type: 'end', at: message.at, number: this.applied })
    } else if (message.type === 'end') {
      this.ends.push(message)
      this.notice()
    }
  }

  override readCopy(request: Request<StoreCommand>) {
    const age = this.now() - this.completeAt
    const { keeper, ageMsMax } = this.bound
    if (keeper !== 'reader' || this.isLeader || age <= ageMsMax) super.readCopy(request)
    else this.refuse(request, `this copy may be older than ${ageMsMax} ms`)
  }

  override lead(command: StoreCommand, answer: Answer) {
    if (command.kind === 'write' && this.bound.keeper === 'writer' && this.isTooFarAhead) {
      this.held.push(() => this.lead(command, answer))
    } else {
      super.lead(command, answer)
    }
  }

  override apply() {
    super.apply()
    this.notice()
  }

  override confirm(node: NodeId, number: number) {
    super.confirm(node, number)
    const held = this.held
    this.held = []
    for (const write of held) write()
  }

  get bound(): BoundSettings {
    return this.settings as unknown as BoundSettings
  }

  get isTooFarAhead(): boolean {
    const behind = this.peers.map((peer) => this.applied - (this.confirmed.get(peer) ?? 0))
    return Math.max(...behind) >= this.bound.versionsMax
  }

  /** Moves `completeAt` on to the latest question whose answer this copy now holds. */
  notice() {
    for (const { at, number } of this.ends) {
      if (number <= this.applied) this.completeAt = Math.max(this.completeAt, at)
    }
    this.ends = this.ends.filter(({ number }) => number > this.applied)
  }
}
