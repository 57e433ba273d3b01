/**
 * Everything that a trace tells about a cluster at one point: besides what the nodes show,
 * their disks, timers and clocks, the messages under way and what the clients wait for.
 */
import { present } from '../assert.ts'
import type {
  ClientId,
  MessageId,
  Micros,
  NodeId,
  OperationId,
  TraceEvent,
  TraceHeader,
} from '../trace/event.ts'
import { WorldView } from '../trace/world-view.ts'

export interface TimerState {
  readonly setAt: Micros
  /** On the node's own clock. */
  readonly delayMicros: Micros
}

export interface NodeMachine {
  /** JSON text by key; the empty text where a write was torn. */
  readonly durable: ReadonlyMap<string, string>
  /** Writes that a crash may still lose, in order. */
  readonly unsynced: readonly { readonly key: string; readonly value: string }[]
  readonly timers: ReadonlyMap<string, TimerState>
  readonly clock: { readonly offsetMicros: Micros; readonly driftPpm: number }
}

interface MutableMachine {
  readonly durable: Map<string, string>
  unsynced: { readonly key: string; readonly value: string }[]
  readonly timers: Map<string, TimerState>
  clock: { readonly offsetMicros: Micros; readonly driftPpm: number }
}

export class ClusterState {
  /** What the nodes show, what is cut, what each message says. */
  readonly world: WorldView
  /** Numbers of the messages that were sent and have neither arrived nor been lost. */
  readonly underWay = new Set<MessageId>()
  /** The operation that each client waits for. */
  readonly waiting = new Map<ClientId, OperationId>()
  /** Clogged links, as `n1 > n2`. */
  readonly clogged = new Set<string>()
  readonly #machines = new Map<NodeId, MutableMachine>()

  constructor(header: Pick<TraceHeader, 'nodes' | 'clients'>, world = new WorldView(header)) {
    this.world = world
    for (const id of header.nodes) {
      const clock = { offsetMicros: 0, driftPpm: 0 }
      this.#machines.set(id, { durable: new Map(), unsynced: [], timers: new Map(), clock })
    }
  }

  machine(id: NodeId): NodeMachine {
    return this.#machine(id)
  }

  /** A state that goes its own way from here. */
  clone(): ClusterState {
    const { nodeIds: nodes, clientIds: clients } = this.world
    const copy = new ClusterState({ nodes, clients }, this.world.clone())
    for (const message of this.underWay) copy.underWay.add(message)
    for (const [client, operation] of this.waiting) copy.waiting.set(client, operation)
    for (const link of this.clogged) copy.clogged.add(link)
    for (const [id, { durable, unsynced, timers, clock }] of this.#machines) {
      copy.#machines.set(id, {
        durable: new Map(durable),
        unsynced: [...unsynced],
        timers: new Map(timers),
        clock,
      })
    }
    return copy
  }

  /** Takes one more event into account. */
  fold(event: TraceEvent): void {
    this.world.fold(event)
    switch (event.kind) {
      case 'send':
        this.underWay.add(event.message)
        return
      case 'duplicate':
        if (event.copy !== 0) this.underWay.add(event.copy)
        return
      case 'receive':
      case 'drop':
        this.underWay.delete(event.message)
        return
      case 'invoke':
        this.waiting.set(event.client, event.operation)
        return
      case 'complete':
        this.waiting.delete(event.client)
        return
      case 'clog':
        this.clogged.add(`${event.from} > ${event.to}`)
        return
      case 'unclog':
        this.clogged.delete(`${event.from} > ${event.to}`)
        return
      case 'phase':
        this.clogged.clear()
        return
      default:
        this.#foldMachine(event)
    }
  }

  #foldMachine(event: TraceEvent): void {
    switch (event.kind) {
      case 'set-timer': {
        const { name, at: setAt, delayMicros } = event
        this.#machine(event.node).timers.set(name, { setAt, delayMicros })
        return
      }
      case 'timer':
      case 'cancel-timer':
        this.#machine(event.node).timers.delete(event.name)
        return
      case 'write':
        this.#machine(event.node).unsynced.push({ key: event.key, value: event.value })
        return
      case 'sync':
        return flush(this.#machine(event.node))
      case 'crash': {
        const machine = this.#machine(event.node)
        machine.unsynced.length -= event.writesLost
        flush(machine)
        if (event.tornKey !== null) machine.durable.set(event.tornKey, '')
        machine.timers.clear()
        return
      }
      case 'skew': {
        const { offsetMicros, driftPpm } = event
        this.#machine(event.node).clock = { offsetMicros, driftPpm }
        return
      }
      default:
    }
  }

  #machine(id: NodeId): MutableMachine {
    return present(this.#machines.get(id), `node ${id} is in the trace header`)
  }
}

function flush(machine: MutableMachine): void {
  for (const { key, value } of machine.unsynced) machine.durable.set(key, value)
  machine.unsynced = []
}
