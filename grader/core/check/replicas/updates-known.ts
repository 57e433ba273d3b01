/**
 * Which updates each replica has: what its clients asked it for, and what came with the
 * messages of others. A trace does not say what a message made of a state, so there are two
 * answers: the updates that a replica surely has, and those that it may have.
 */
import { jsonFields } from '../../json.ts'
import type {
  CallEvent,
  ClientId,
  EventId,
  Json,
  MessageId,
  NodeId,
  OperationId,
  TraceEvent,
} from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import { isInsideCall } from './inside-call.ts'

/** Fields of a command: `op` and what it takes. */
export type Command = { readonly [name: string]: Json }

/** A set of updates, one bit for each in order of their numbers: small, and copied for nothing. */
export type UpdateBits = bigint

/** What a replica has: `sure` is a part of `possible`. */
export interface Known {
  readonly sure: UpdateBits
  readonly possible: UpdateBits
}

/** An update that a node took from a client. */
export interface Update {
  readonly bit: UpdateBits
  readonly command: Command
  readonly node: NodeId
  readonly client: ClientId
  /** The event in which the node took it. */
  readonly event: EventId
  /** What the node had, and what it showed, when it took it. */
  readonly before: Known & { readonly shown: Json }
  isAcknowledged: boolean
}

export interface UpdateOptions {
  /** True for commands that change the data; reads and questions of the lab do not. */
  readonly isUpdate: (command: Command) => boolean
  /**
   * True for messages with all that their sender has, which their receiver takes in at once.
   * By default those of type `State`.
   */
  readonly isWhole?: (message: Json) => boolean
  /** The watched field with what a reader sees; by default `shown`. */
  readonly state?: string
}

/** A handler call that has ended. */
export interface EndedCall {
  readonly node: NodeId
  /** Where its node last showed something anew, or where it began. */
  readonly event: EventId
}

interface OpenCall {
  readonly node: NodeId
  event: EventId
  /** What its node surely has when it is over. */
  gains: UpdateBits
}

const NOTHING: Known = { sure: 0n, possible: 0n }

/** The message carries the sender's whole state, as gossip of state-based types does. */
function isState(message: Json): boolean {
  return jsonFields(message)?.type === 'State'
}

/**
 * Follows a trace. What a node acknowledged it surely has, also after a crash: it must be
 * durable by then. What came from others may be gone with a crash, and will come again.
 */
export class UpdatesKnown {
  readonly updates: Update[] = []
  readonly #isUpdate: UpdateOptions['isUpdate']
  readonly #isWhole: (message: Json) => boolean
  readonly #field: string
  readonly #commands = new Map<OperationId, Command>()
  readonly #byOperation = new Map<OperationId, Update>()
  readonly #known = new Map<NodeId, Known>()
  readonly #acknowledged = new Map<NodeId, UpdateBits>()
  readonly #sent = new Map<MessageId, Known>()
  /** The handler call under way. */
  #call: OpenCall | undefined

  constructor({ isUpdate, isWhole = isState, state = 'shown' }: UpdateOptions) {
    this.#isUpdate = isUpdate
    this.#isWhole = isWhole
    this.#field = state
  }

  /** What a node has once its last call is over. */
  of(node: NodeId): Known {
    return this.#known.get(node) ?? NOTHING
  }

  /** All that was acknowledged, and all that was asked for. */
  everything(): Known {
    let [sure, possible] = [0n, 0n]
    for (const { bit, isAcknowledged } of this.updates) {
      possible |= bit
      if (isAcknowledged) sure |= bit
    }
    return { sure, possible }
  }

  /** The updates of a set, in the order in which nodes took them. */
  listed(bits: UpdateBits): readonly Update[] {
    return this.updates.filter(({ bit }) => (bits & bit) !== 0n)
  }

  /** Takes one more event into account. Returns the handler call that ended before it, if one did. */
  look(event: TraceEvent, view: WorldView): EndedCall | undefined {
    const settled = isInsideCall(event) ? undefined : this.#settle()
    switch (event.kind) {
      case 'invoke':
        this.#commands.set(event.operation, jsonFields(JSON.parse(event.body) as Json) ?? {})
        break
      case 'boot':
      case 'timer':
        this.#begin(event, 0n)
        break
      case 'request':
        this.#begin(event, 0n)
        this.#take(event, view)
        break
      case 'receive': {
        const { sure, possible } = this.#sent.get(event.message) ?? NOTHING
        this.#begin(event, sure)
        this.#learn(event.node, { sure: 0n, possible })
        break
      }
      case 'send': {
        const { sure, possible } = this.of(event.node)
        const isWhole = this.#isWhole(view.content(event.message))
        this.#sent.set(event.message, { sure: isWhole ? sure : 0n, possible })
        break
      }
      case 'duplicate': {
        const original = this.#sent.get(event.message)
        if (original !== undefined) this.#sent.set(event.copy, original)
        break
      }
      case 'observe':
        if (this.#call?.node === event.node) this.#call.event = event.id
        break
      case 'reply':
        this.#acknowledge(event)
        break
      case 'crash': {
        const sure = this.#acknowledged.get(event.node) ?? 0n
        this.#known.set(event.node, { sure, possible: this.of(event.node).possible })
        break
      }
      default:
    }
    return settled
  }

  #take(
    { node, client, operation, id }: TraceEvent & { readonly kind: 'request' },
    view: WorldView,
  ) {
    const command = this.#commands.get(operation) ?? {}
    if (!this.#isUpdate(command)) return
    if (!this.#byOperation.has(operation)) {
      const bit = 1n << BigInt(this.updates.length)
      const shown = view.node(node).fields.get(this.#field) ?? null
      const before = { ...this.of(node), shown }
      const update = { bit, command, node, client, event: id, before, isAcknowledged: false }
      this.updates.push(update)
      this.#byOperation.set(operation, update)
    }
    const possible = this.#byOperation.get(operation)?.bit ?? 0n
    this.#learn(node, { sure: 0n, possible })
  }

  #acknowledge({ node, operation, outcome }: TraceEvent & { readonly kind: 'reply' }) {
    const update = this.#byOperation.get(operation)
    if (update === undefined || outcome !== 'ok') return
    update.isAcknowledged = true
    this.#acknowledged.set(node, (this.#acknowledged.get(node) ?? 0n) | update.bit)
    if (this.#call?.node === node) this.#call.gains |= update.bit
  }

  #begin({ node, id }: CallEvent, gains: UpdateBits) {
    this.#call = { node, event: id, gains }
  }

  #settle(): EndedCall | undefined {
    const call = this.#call
    if (call === undefined) return undefined
    this.#call = undefined
    this.#learn(call.node, { sure: call.gains, possible: call.gains })
    return call
  }

  #learn(node: NodeId, { sure, possible }: Known) {
    const own = this.of(node)
    this.#known.set(node, { sure: own.sure | sure, possible: own.possible | possible })
  }
}
