/**
 * One state of the world as plain data: what claims, goals and prunes are asked about. It
 * holds no times, no numbers of messages and no history, so that equal situations are equal.
 */
import type { Json, NodeId } from '../trace/event.ts'
import type { Cut, FaultBudget } from './scope.ts'

export interface PendingTimer {
  readonly name: string
  /** 0 where timers fire in any order and durations do not matter. */
  readonly delayMicros: number
}

/** Keys with JSON text. */
export type DiskEntries = readonly (readonly [key: string, value: string])[]

export interface NodeState {
  readonly id: NodeId
  readonly isUp: boolean
  /** The node's memory as its host wrote it; empty while it is down. */
  readonly memory: string
  /** What is safe on its disk, by key in order. */
  readonly durable: DiskEntries
  /** What is written and not yet synced, oldest first. */
  readonly buffered: DiskEntries
  /** By name, or oldest first where durations matter. */
  readonly timers: readonly PendingTimer[]
  /** The watched fields; empty while it is down. */
  readonly fields: { readonly [name: string]: Json }
}

/** Something under way. */
export interface InFlight {
  readonly kind: 'message' | 'request' | 'ok' | 'fail'
  /** Nodes or clients. */
  readonly from: NodeId
  readonly to: NodeId
  /** JSON text. */
  readonly body: string
  /** Which operation asks (`request`) or is answered (`ok`, `fail`), from 1; 0 for a message. */
  readonly operation: number
}

export interface OperationState {
  readonly status: 'waiting' | 'running' | 'ok' | 'fail' | 'info'
  /** JSON text of the answer; `null` without one. */
  readonly body: string
}

export interface World {
  /** In the order of the scope. */
  readonly nodes: readonly NodeState[]
  /** The operations of the scope, in its order. */
  readonly operations: readonly OperationState[]
  /** The same message may be under way more than once. */
  readonly messages: readonly InFlight[]
  readonly cut: Cut | null
  readonly faultsLeft: FaultBudget
}
