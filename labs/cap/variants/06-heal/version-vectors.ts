import { type Command, type NodeId, type Request, SiblingNode } from 'netsplit/cap-siblings'

/** What the writer had seen, its own write included. */
type Vector = Readonly<Record<NodeId, number>>

interface Version {
  readonly vector: Vector
  readonly value: string
}

type Message =
  | { readonly type: 'Offer'; readonly versions: readonly Version[] }
  | { readonly type: 'Answer'; readonly versions: readonly Version[] }

/** Each value has a version vector of its own; one that another covers goes. */
export class VectorStore extends SiblingNode<Message> {
  private versions: readonly Version[] = []
  /** The number of this node's own writes. */
  private written = 0
  private turn = 0

  onStart() {
    const kept = this.disk.read('kept') as { versions: Version[]; written: number } | undefined
    this.written = kept?.written ?? 0
    this.become(kept?.versions ?? [])
    this.setTimer('offer', 60)
  }

  /** Offers go round: one peer after the other. */
  onTimer() {
    const peer = this.peers[this.turn++ % Math.max(1, this.peers.length)]
    if (peer !== undefined) this.send(peer, { type: 'Offer', versions: this.versions })
    this.setTimer('offer', 60)
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.values)
    this.written++
    const vector: Record<NodeId, number> = {}
    for (const version of this.versions) {
      for (const [node, count] of Object.entries(version.vector)) {
        vector[node] = Math.max(vector[node] ?? 0, count)
      }
    }
    vector[this.id] = this.written
    this.store([{ vector, value: command.value }])
    this.reply(request, null)
  }

  onMessage(from: NodeId, { type, versions }: Message) {
    const all = [...this.versions]
    for (const version of versions) {
      if (!all.some((other) => covers(other.vector, version.vector))) all.push(version)
    }
    this.store(
      all.filter(
        (version) =>
          !all.some((other) => other !== version && covers(other.vector, version.vector)),
      ),
    )
    if (type === 'Offer') this.send(from, { type: 'Answer', versions: this.versions })
  }

  private store(versions: readonly Version[]) {
    this.disk.write('kept', { versions, written: this.written })
    this.disk.sync()
    this.become(versions)
  }

  private become(versions: readonly Version[]) {
    this.versions = versions
    this.values = versions.map(({ value }) => value).sort()
  }
}

function covers(a: Vector, b: Vector): boolean {
  return Object.entries(b).every(([node, count]) => (a[node] ?? 0) >= count)
}
