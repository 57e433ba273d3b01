/**
 * Nodes that say to each other, every so often, that they are alive, and suspect whom they have
 * not heard for a while. The smallest failure detector: it goes by silence alone, so it
 * cannot tell a crash from a cut, a pause or a slow link, and it takes back a suspicion as soon
 * as it hears from the suspect.
 *
 * A client may ask a node for `report`: whom it has suspected so far.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

/** What the scenario sets. */
export type WatchSettings = {
  readonly beatMs: number
  /** Silence, on the watcher's own clock, after which it suspects. */
  readonly suspectAfterMs: number
}

interface Beat {
  readonly type: 'alive'
}

interface Ask {
  readonly kind: 'report'
}

export class HeartbeatWatch extends Node<Beat, Ask, readonly NodeId[]> {
  static override readonly watched: readonly string[] = ['suspects']

  /** Whom this node suspects now, in the order of names. */
  suspects: NodeId[] = []
  /** Whom it ever suspected. */
  readonly suspected = new Set<NodeId>()

  override onStart() {
    this.beat()
    for (const peer of this.peers) this.watch(peer)
  }

  override onMessage(from: NodeId) {
    this.suspects = this.suspects.filter((node) => node !== from)
    this.watch(from)
  }

  override onTimer(name: string) {
    if (name === 'beat') {
      this.beat()
      return
    }
    this.suspects = [...this.suspects, name].sort()
    this.suspected.add(name)
  }

  override onRequest(request: Request<Ask>) {
    this.reply(request, [...this.suspected].sort())
  }

  beat() {
    const { beatMs } = this.settings as unknown as WatchSettings
    this.broadcast({ type: 'alive' })
    this.setTimer('beat', beatMs)
  }

  /** The timer of a peer has its name, and starts anew with each sign of life. */
  watch(peer: NodeId) {
    const { suspectAfterMs } = this.settings as unknown as WatchSettings
    this.setTimer(peer, suspectAfterMs)
  }
}
