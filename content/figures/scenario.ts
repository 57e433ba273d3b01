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
import { clientLinks, MS, networkOf } from './network.ts'

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
  const { id, nodes, clients, delayMs, clientMs, settings, operations, lengthMs } = options
  const { nemesis = [] } = options
  return {
    id,
    nodes,
    clients,
    network: {
      ...networkOf(delayMs),
      lossPermille: options.lossPermille ?? 0,
      keepsOrder: options.keepsOrder ?? false,
    },
    nemesis: clientMs === undefined ? nemesis : [...clientLinks(clients, clientMs), ...nemesis],
    deliveries: options.deliveries ?? [],
    operations: operations.map(operationOf),
    settings,
    safetyMicros: lengthMs * MS,
    livenessMicros: 0,
    budgets: DEFAULT_BUDGETS,
  }
}

function operationOf({ atMs, timeoutMs = 300, ...call }: FigureCall): ClientOperation {
  return { at: atMs * MS, timeoutMicros: timeoutMs * MS, ...call }
}
