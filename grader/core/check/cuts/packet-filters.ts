/**
 * Cuts that are made by packet filters on the hosts themselves, as one does to test a real
 * cluster: judged by what gets through, never by the rules.
 */

import { jsonFields, nameText } from '../../json.ts'
import type {
  EventId,
  Json,
  MessageId,
  Micros,
  NodeId,
  OperationId,
  TraceEvent,
} from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { StandingOrders } from './standing-orders.ts'

const SOURCE = 'Gilbert & Lynch 2002, section 2.3: all messages between the components are lost'

/** A packet that the service of a host heard. */
interface Heard {
  readonly by: NodeId
  readonly from: NodeId
  readonly connection: string
  readonly message: MessageId
}

/** Follows packets from the network to the service, past the filter of the host. */
class Ears {
  readonly #arrived = new Map<NodeId, { readonly event: EventId; readonly message: MessageId }>()

  /** The packet that was heard in this event, if one was. */
  look(event: TraceEvent): Heard | undefined {
    if (event.kind === 'receive') {
      this.#arrived.set(event.node, { event: event.id, message: event.message })
    }
    if (event.kind !== 'apply') return undefined
    const { heard, connection } = jsonFields(JSON.parse(event.value) as Json) ?? {}
    const arrived = this.#arrived.get(event.node)
    if (typeof heard !== 'string' || arrived === undefined) return undefined
    const { message } = arrived
    return { by: event.node, from: heard, connection: nameText(connection ?? null), message }
  }
}

/** What is sent across a cut after both hosts have carried it out must not be heard. */
export const cutIsComplete: Claim = {
  id: 'cut-is-complete',
  sentence: 'Hosts that were ordered apart do not hear each other.',
  source: SOURCE,
  ask: 'Which chain of which host did this packet pass, and what would have stopped it there?',
  monitor() {
    const orders = new StandingOrders()
    const ears = new Ears()
    return {
      kinds: ['invoke', 'reply', 'receive', 'apply'],
      onEvent(event, view) {
        orders.look(event)
        const heard = ears.look(event)
        if (heard === undefined || orders.between(heard.from, heard.by) !== 'apart')
          return undefined
        const { by, from, connection, message } = heard
        const { sentBy } = view.message(message)
        const carriedOut = [orders.of(by).event, orders.of(from).event]
        // A packet that was under way when the cut was made may arrive.
        if (sentBy < Math.max(...carriedOut)) return undefined
        const opener = connection === 'theirs' ? from : by
        return {
          event: event.id,
          message: `${by} hears ${from} over the connection that ${opener} opened, although both have carried out the order to be apart.`,
          related: [...new Set([...carriedOut, sentBy])].sort((a, b) => a - b),
          nodes: [by, from],
        } satisfies Violation
      },
    }
  },
}

/**
 * Hosts of one group, and all hosts once the cut is healed, hear each other over both of their
 * connections. Not judged once something else disturbs the network or the hosts.
 */
export function groupsStayWhole(withinMicros: Micros): Claim {
  return {
    id: 'groups-stay-whole',
    sentence: `Hosts that were not ordered apart hear each other at least every ${seconds(withinMicros)} s.`,
    source: SOURCE,
    ask: 'Which rules are in force at these two hosts now, and which order were they added for?',
    monitor() {
      const silences = new Silences(withinMicros)
      const ears = new Ears()
      return {
        onEvent(event, view) {
          silences.look(event, ears.look(event))
          if (event.kind !== 'timer' && event.kind !== 'end') return undefined
          for (const by of event.kind === 'timer' ? [event.node] : view.nodeIds) {
            const violation = silences.violationAt(event, by, view)
            if (violation !== undefined) return violation
          }
          return undefined
        },
      }
    },
  }
}

const CONNECTIONS = ['ours', 'theirs'] as const
const DISTURBANCES = ['cut', 'clog', 'degrade', 'pause', 'skew']

/** Since when each host has not heard each other one. */
class Silences {
  readonly #withinMicros: Micros
  readonly #orders = new StandingOrders()
  /** When a host booted or carried out its last order: silence counts from there. */
  readonly #since = new Map<NodeId, { readonly at: Micros; readonly event: EventId }>()
  readonly #heard = new Map<string, Micros>()
  #isDisturbed = false

  constructor(withinMicros: Micros) {
    this.#withinMicros = withinMicros
  }

  look(event: TraceEvent, heard: Heard | undefined): void {
    this.#orders.look(event)
    if (DISTURBANCES.includes(event.kind)) this.#isDisturbed = true
    if (event.kind === 'boot' || this.#isCarriedOut(event)) {
      this.#since.set(event.node, { at: event.at, event: event.id })
    }
    if (heard === undefined) return
    this.#heard.set(`${heard.by} ${heard.from} ${heard.connection}`, event.at)
  }

  #isCarriedOut(event: TraceEvent): event is TraceEvent & { readonly kind: 'reply' } {
    return event.kind === 'reply' && this.#orders.of(event.node).event === event.id
  }

  violationAt(event: TraceEvent, by: NodeId, view: WorldView): Violation | undefined {
    if (this.#isDisturbed || !view.node(by).isUp) return undefined
    for (const { id: from, isUp } of view.nodes()) {
      if (from === by || !isUp || this.#orders.between(by, from) !== 'together') continue
      const since = [by, from].flatMap((host) => this.#since.get(host) ?? [])
      const begins = Math.max(...since.map(({ at }) => at))
      for (const connection of CONNECTIONS) {
        const last = Math.max(begins, this.#heard.get(`${by} ${from} ${connection}`) ?? 0)
        if (event.at - last <= this.#withinMicros) continue
        const opener = connection === 'theirs' ? from : by
        return {
          event: event.id,
          message: `${by} has heard nothing of ${from} for ${seconds(event.at - last)} s over the connection that ${opener} opened, although no order keeps them apart.`,
          related: [...new Set(since.map((one) => one.event))].sort((a, b) => a - b),
          nodes: [by, from],
        }
      }
    }
    return undefined
  }
}

interface Asked {
  readonly op: Json
  readonly event: EventId
  takenBy: NodeId | undefined
}

/** Follows what clients ask of a host beside the operator's orders. */
class Callers {
  readonly #asked = new Map<OperationId, Asked>()

  look(event: TraceEvent): void {
    if (event.kind === 'invoke') {
      const op = jsonFields(JSON.parse(event.body) as Json)?.op ?? null
      this.#asked.set(event.operation, { op, event: event.id, takenBy: undefined })
    } else if (event.kind === 'request') {
      const asked = this.#asked.get(event.operation)
      if (asked !== undefined) asked.takenBy = event.node
    } else if (event.kind === 'crash') {
      for (const asked of this.#asked.values()) {
        if (asked.takenBy === event.node) asked.takenBy = undefined
      }
    }
  }

  of(operation: OperationId): Asked | undefined {
    return this.#asked.get(operation)
  }
}

/** The experiment is between hosts; whether clients reach a lone host is for them to find out. */
export const clientsPass: Claim = {
  id: 'clients-pass',
  sentence: 'A client that reaches a running host gets through to its service and back.',
  source: 'etcd: clients use port 2379, peers port 2380 (configuration, listen-client-urls)',
  ask: 'Which packets of a client does the new rule match, besides those that it is meant for?',
  monitor() {
    const callers = new Callers()
    return {
      kinds: ['invoke', 'request', 'crash', 'complete'],
      onEvent(event) {
        callers.look(event)
        if (event.kind !== 'complete' || event.outcome === 'ok') return undefined
        const asked = callers.of(event.operation)
        if (asked?.op !== 'ping' || asked.takenBy === undefined) return undefined
        return {
          event: event.id,
          message: `${event.client} reached the machine ${asked.takenBy}, which was up, and got no answer from its service.`,
          related: [asked.event],
          nodes: [event.client, asked.takenBy],
        } satisfies Violation
      },
    }
  },
}

/** What was in the filter before the experiment must be there during and after it. */
export const houseRulesHold: Claim = {
  id: 'house-rules-hold',
  sentence: 'What the host kept out before is kept out during a cut and after it.',
  source: 'iptables(8): --flush deletes all rules of a chain, whoever added them',
  ask: 'Which rules does this command take away besides those of the cut?',
  monitor() {
    const callers = new Callers()
    return {
      kinds: ['invoke', 'request', 'crash', 'reply'],
      onEvent(event) {
        callers.look(event)
        if (event.kind !== 'reply' || event.outcome !== 'ok') return undefined
        const asked = callers.of(event.operation)
        if (asked?.op !== 'telnet') return undefined
        return {
          event: event.id,
          message: `${event.node} let ${event.client} in on port 23, which its own rule had kept shut.`,
          related: [asked.event],
          nodes: [event.node, event.client],
        } satisfies Violation
      },
    }
  },
}
