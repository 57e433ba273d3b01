/** Clusters of hosts whose operator makes cuts by their packet filters. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type NemesisStep,
  type NodeId,
  nodeIds,
  Prng,
  type Scenario,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'

/** Hosts that may talk to each other. */
export type Groups = readonly (readonly NodeId[])[]

/** What the operator orders of every host; no groups: everything is healed. */
export interface PlannedOrder {
  readonly at: number
  readonly groups?: Groups
}

interface HostScenario {
  readonly id: string
  readonly seed: number
  readonly hostCount: number
  readonly orders: readonly PlannedOrder[]
  readonly nemesis?: readonly NemesisStep[]
  readonly untilMicros: number
}

/** How long an operator waits at one console before trying again, and how long in all. */
const RETRY_MICROS = 70 * MS
const PATIENCE_MICROS = 10 * SECOND
/** Operators are people: the consoles are reached one after the other. */
const CONSOLE_MICROS_MAX = 30 * MS
const ASKING_EVERY_MICROS = 130 * MS
const CLIENT_TIMEOUT_MICROS = 80 * MS

/** Hosts, an operator at each console, a client that everybody may serve, and one that nobody may. */
export function hostScenario(options: HostScenario): Scenario {
  const { id, seed, hostCount, nemesis = [], untilMicros } = options
  const hosts = nodeIds(hostCount)
  const prng = new Prng(seed, 'hosts')
  const operations = [
    ...options.orders.flatMap(({ at, groups }, index) =>
      hosts.map((host): ClientOperation => {
        const order = index + 1
        return {
          at: at + prng.between(0, CONSOLE_MICROS_MAX),
          client: host.replace('n', 'o'),
          node: host,
          body: groups === undefined ? { op: 'heal', order } : { op: 'cut', order, groups },
          timeoutMicros: PATIENCE_MICROS,
          retry: { everyMicros: RETRY_MICROS, nodes: [host] },
        }
      }),
    ),
    ...askedOf(hosts, 'c1', 'ping', untilMicros, prng),
    ...askedOf(hosts, 'c2', 'telnet', untilMicros, prng),
  ]
  return {
    id,
    nodes: hosts,
    clients: [...new Set(operations.map(({ client }) => client))].sort(),
    // Packets of one connection keep their order, as those of TCP do.
    network: { ...DEFAULT_NETWORK, keepsOrder: true },
    nemesis,
    operations,
    settings: {},
    safetyMicros: untilMicros,
    livenessMicros: SECOND,
    budgets: DEFAULT_BUDGETS,
  }
}

function askedOf(
  hosts: readonly NodeId[],
  client: string,
  op: 'ping' | 'telnet',
  untilMicros: number,
  prng: Prng,
): readonly ClientOperation[] {
  const count = Math.floor((untilMicros + SECOND / 2) / ASKING_EVERY_MICROS)
  return Array.from({ length: count }, (_, index) => ({
    at: (index + 1) * ASKING_EVERY_MICROS,
    client,
    node: prng.pick(hosts),
    body: { op },
    timeoutMicros: CLIENT_TIMEOUT_MICROS,
  }))
}

/** `count` groups, none empty, by seed. */
export function groupsFor(seed: number, hostCount: number, count: number): Groups {
  const prng = new Prng(seed, `groups of ${hostCount}`)
  const hosts = prng.shuffle(nodeIds(hostCount))
  const groups = hosts.slice(0, count).map((host) => [host])
  for (const host of hosts.slice(count)) prng.pick(groups).push(host)
  return groups.map((group) => group.sort())
}
