/**
 * The state of the world as a trace tells it: fold events in order and read what each
 * node shows, what is cut, which messages were sent. Used by claims and by diagrams.
 */
import { present } from '../assert.ts'
import type {
  ClientId,
  EventId,
  Json,
  Link,
  MessageId,
  Micros,
  NodeId,
  TraceEvent,
  TraceHeader,
} from './event.ts'

export interface NodeView {
  readonly id: NodeId
  readonly isUp: boolean
  readonly isPaused: boolean
  readonly incarnation: number
  /** The watched fields with their present values; empty while the node is down. */
  readonly fields: ReadonlyMap<string, Json>
}

export interface SentMessage {
  readonly message: MessageId
  readonly from: NodeId
  readonly to: NodeId
  readonly sentBy: EventId
  readonly sentAt: Micros
  /** JSON text. */
  readonly body: string
}

interface MutableNode {
  readonly id: NodeId
  isUp: boolean
  isPaused: boolean
  incarnation: number
  readonly fields: Map<string, Json>
}

/** All messages of a trace that were seen so far. */
class Messages {
  readonly #sent = new Map<MessageId, SentMessage>()
  readonly #contents = new Map<MessageId, Json>()

  add(message: SentMessage): void {
    this.#sent.set(message.message, message)
  }

  get(id: MessageId): SentMessage {
    return present(this.#sent.get(id), `message ${id} was sent`)
  }

  content(id: MessageId): Json {
    let content = this.#contents.get(id)
    if (content === undefined) {
      content = JSON.parse(this.get(id).body) as Json
      this.#contents.set(id, content)
    }
    return content
  }
}

export class WorldView {
  readonly nodeIds: readonly NodeId[]
  readonly clientIds: readonly ClientId[]
  /** Cuts in force: number, links and since when. */
  readonly cuts = new Map<number, { readonly links: readonly Link[]; readonly since: Micros }>()
  readonly #nodes = new Map<NodeId, MutableNode>()
  readonly #messages: Messages

  constructor(
    { nodes, clients }: Pick<TraceHeader, 'nodes' | 'clients'>,
    messages = new Messages(),
  ) {
    this.nodeIds = nodes
    this.clientIds = clients
    this.#messages = messages
    for (const id of nodes) {
      const state = { id, isUp: false, isPaused: false, incarnation: 0, fields: new Map() }
      this.#nodes.set(id, state)
    }
  }

  node(id: NodeId): NodeView {
    return this.#node(id)
  }

  /** True while the node runs and has not been restarted since it had this incarnation. */
  isAlive(id: NodeId, incarnation: number): boolean {
    const node = this.#node(id)
    return node.isUp && node.incarnation === incarnation
  }

  /** All nodes, in the order of the scenario. */
  nodes(): IterableIterator<NodeView> {
    return this.#nodes.values()
  }

  /** The message of this number, which must have been sent. */
  message(id: MessageId): SentMessage {
    return this.#messages.get(id)
  }

  /** What the message says, read once however many ask. */
  content(id: MessageId): Json {
    return this.#messages.content(id)
  }

  /**
   * A view that goes its own way from here. Messages are facts that no later event changes,
   * so that all views of one trace may share their table.
   */
  clone(): WorldView {
    const copy = new WorldView({ nodes: this.nodeIds, clients: this.clientIds }, this.#messages)
    for (const [cut, links] of this.cuts) copy.cuts.set(cut, links)
    for (const [id, node] of this.#nodes) {
      copy.#nodes.set(id, { ...node, fields: new Map(node.fields) })
    }
    return copy
  }

  /** Takes one more event into account. */
  fold(event: TraceEvent): void {
    switch (event.kind) {
      case 'boot': {
        const node = this.#node(event.node)
        node.isUp = true
        node.incarnation = event.incarnation
        return
      }
      case 'crash': {
        const node = this.#node(event.node)
        node.isUp = false
        node.isPaused = false
        node.fields.clear()
        return
      }
      case 'pause':
        this.#node(event.node).isPaused = true
        return
      case 'resume':
        this.#node(event.node).isPaused = false
        return
      case 'observe':
        for (const [name, value] of Object.entries(event.fields)) {
          this.#node(event.node).fields.set(name, value)
        }
        return
      case 'send': {
        const { message, node: from, to, body, id: sentBy, at: sentAt } = event
        this.#messages.add({ message, from, to, body, sentBy, sentAt })
        return
      }
      case 'duplicate':
        // Requests and answers of clients have no number.
        if (event.message === 0) return
        this.#messages.add({ ...this.message(event.message), message: event.copy })
        return
      case 'cut':
        this.cuts.set(event.cut, { links: event.links, since: event.at })
        return
      case 'heal':
        this.cuts.delete(event.cut)
        return
      default:
    }
  }

  #node(id: NodeId): MutableNode {
    return present(this.#nodes.get(id), `node ${id} is in the trace header`)
  }
}
