/** Scenarios of figures, without what is the same in all of them. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  type DeliveryChoice,
  type Json,
  type NemesisStep,
  type NodeId,
  type RetryPolicy,
  type Scenario,
} from '#core'

/** Microseconds in a millisecond, for faults and delays, which count in microseconds. */
export const MS = 1_000

/** Delays that are short enough to see what happens and long enough to draw. */
export const CALM_MS = [8, 14] as const

export interface FigureScenario {
  readonly id: string
  readonly nodes: readonly NodeId[]
  readonly clients: readonly string[]
  /** One-way delay of every link: least and most, in milliseconds. */
  readonly delayMs: readonly [number, number]
  /**
   * One-way delay between clients and nodes; that of every link when left out. The farther
   * clients are from their nodes, the more stale reads hide in the time that they take.
   */
  readonly clientMs?: number
  readonly settings: { readonly [name: string]: Json }
  readonly operations: readonly FigureCall[]
  readonly nemesis?: readonly NemesisStep[]
  /** Fates of single messages that the figure settles in advance. */
  readonly deliveries?: readonly DeliveryChoice[]
  /** In a thousand. */
  readonly lossPermille?: number
  readonly keepsOrder?: boolean
  readonly lengthMs: number
}

/** A client's operation; times in milliseconds. */
export interface FigureCall {
  readonly atMs: number
  readonly client: string
  readonly node: NodeId
  readonly body: Json
  /** 300 when left out. */
  readonly timeoutMs?: number
  /** Without it the client asks once, and a refusal ends the operation. */
  readonly retry?: RetryPolicy
}

/** One phase, ended after `lengthMs`: what a figure shows is not healed behind its back. */
export function figureScenario(options: FigureScenario): Scenario {
  const { id, nodes, clients, delayMs, settings, operations, nemesis = [], lengthMs } = options
  return {
    id,
    nodes,
    clients,
    network: {
      delayMicrosMin: delayMs[0] * MS,
      delayMicrosMax: delayMs[1] * MS,
      tailPermille: 0,
      tailMicrosMax: delayMs[1] * MS,
      lossPermille: options.lossPermille ?? 0,
      duplicatePermille: 0,
      keepsOrder: options.keepsOrder ?? false,
    },
    nemesis: [...clientLinks(options), ...nemesis],
    deliveries: options.deliveries ?? [],
    operations: operations.map(operationOf),
    settings,
    safetyMicros: lengthMs * MS,
    livenessMicros: 0,
    budgets: DEFAULT_BUDGETS,
  }
}

function clientLinks({ clients, clientMs }: FigureScenario): readonly NemesisStep[] {
  if (clientMs === undefined) return []
  const weather = weatherOf(clientMs)
  return [
    { at: 0, fault: { kind: 'degrade', from: clients, to: 'everybody', weather } },
    { at: 0, fault: { kind: 'degrade', from: 'everybody', to: clients, weather } },
  ]
}

/** A link that takes exactly so long and loses nothing. */
function weatherOf(oneWayMs: number) {
  const delay = Math.round(oneWayMs * MS)
  return {
    delayMicrosMin: delay,
    delayMicrosMax: delay,
    lossPermille: 0,
    duplicatePermille: 0,
  }
}

function operationOf({ atMs, timeoutMs = 300, ...call }: FigureCall): ClientOperation {
  return { at: atMs * MS, timeoutMicros: timeoutMs * MS, ...call }
}

/** Cuts these groups from each other from `fromMs` on, until `toMs` when given. */
export function cutBetween(
  groups: readonly (readonly NodeId[])[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs?: number },
): readonly NemesisStep[] {
  const name = groups.map((group) => group.join('')).join('-')
  const cut: NemesisStep = { at: fromMs * MS, fault: { kind: 'partition', name, groups } }
  return toMs === undefined ? [cut] : [cut, { at: toMs * MS, fault: { kind: 'heal', name } }]
}

/**
 * Gives links the delays of a map: half of each round trip, both ways, exactly. A client sits at
 * a site: it is as far from the other sites as its site is, and `besideMs` from its own.
 *
 * @param rttMs round trips in milliseconds by pair of nodes: `{ 'n1,n2': 80 }`
 * @param clientsAt the site of each client
 */
export function linkDelays(
  rttMs: Readonly<Record<string, number>>,
  clientsAt: Readonly<Record<string, NodeId>>,
  besideMs = 1,
): readonly NemesisStep[] {
  const pairs = Object.entries(rttMs).map(([pair, rtt]) => ({ pair: pair.split(','), rtt }))
  const steps: NemesisStep[] = []
  const lay = (a: string, b: string, oneWayMs: number) => {
    const weather = weatherOf(oneWayMs)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      steps.push({ at: 0, fault: { kind: 'degrade', from: [from], to: [to], weather } })
    }
  }
  for (const { pair, rtt } of pairs) lay(pair[0] ?? '', pair[1] ?? '', rtt / 2)
  for (const [client, site] of Object.entries(clientsAt)) {
    lay(client, site, besideMs / 2)
    for (const { pair, rtt } of pairs) {
      if (!pair.includes(site)) continue
      lay(client, pair.find((other) => other !== site) ?? site, rtt / 2)
    }
  }
  return steps
}
