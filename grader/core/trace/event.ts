/**
 * The events of a trace: everything that happened in one run, in order.
 *
 * A trace is the only product of a run. Checkers, explanations and diagrams read
 * events; none of them knows the simulator.
 */

/** Name of a node (`n1`) or of a client (`c1`). */
export type NodeId = string
export type ClientId = string
/** Position of an event in its trace, from 0. */
export type EventId = number
/** Number of a message in its run, from 1; a duplicate is a message of its own. */
export type MessageId = number
/** Number of a client operation in its run, from 1. */
export type OperationId = number
/** Simulated time in whole microseconds since the run began. */
export type Micros = number

/** A plain JSON value: what nodes send, store and show. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

interface EventBase {
  readonly id: EventId
  readonly at: Micros
  /** The event that led to this one, or -1 when nothing in the trace did. */
  readonly cause: EventId
}

/** A handler call: the node runs to completion; the effects that follow name it as cause. */
export type CallEvent = EventBase &
  (
    | { readonly kind: 'boot'; readonly node: NodeId; readonly incarnation: number }
    | {
        readonly kind: 'receive'
        readonly node: NodeId
        readonly from: NodeId
        readonly message: MessageId
      }
    | { readonly kind: 'timer'; readonly node: NodeId; readonly name: string }
    | {
        readonly kind: 'request'
        readonly node: NodeId
        readonly client: ClientId
        readonly operation: OperationId
      }
  )

/** What a handler call did, in the order in which it did it. */
export type EffectEvent = EventBase &
  (
    | {
        readonly kind: 'send'
        readonly node: NodeId
        readonly to: NodeId
        readonly message: MessageId
        /** JSON text, opaque to the simulator. */
        readonly body: string
      }
    | {
        readonly kind: 'set-timer'
        readonly node: NodeId
        readonly name: string
        readonly delayMicros: Micros
      }
    | { readonly kind: 'cancel-timer'; readonly node: NodeId; readonly name: string }
    | {
        readonly kind: 'write'
        readonly node: NodeId
        readonly key: string
        readonly value: string
      }
    | { readonly kind: 'sync'; readonly node: NodeId }
    | {
        readonly kind: 'reply'
        readonly node: NodeId
        readonly client: ClientId
        readonly operation: OperationId
        readonly outcome: 'ok' | 'fail'
        readonly body: string
      }
    | { readonly kind: 'apply'; readonly node: NodeId; readonly value: string }
    | {
        readonly kind: 'observe'
        readonly node: NodeId
        /** The watched fields that changed, with their new values. */
        readonly fields: { readonly [name: string]: Json }
      }
    | { readonly kind: 'note'; readonly node: NodeId; readonly text: string }
  )

/** Why the network did not deliver a message. */
export type DropReason = 'loss' | 'cut' | 'down' | 'gave-up'

export type NetworkEvent = EventBase &
  (
    | {
        readonly kind: 'drop'
        readonly message: MessageId
        readonly from: NodeId
        readonly to: NodeId
        readonly reason: DropReason
        /** The cut that dropped it when `reason` is `cut`, else 0. */
        readonly cut: number
      }
    | {
        readonly kind: 'duplicate'
        readonly message: MessageId
        readonly copy: MessageId
        readonly from: NodeId
        readonly to: NodeId
      }
  )

export type ClientEvent = EventBase &
  (
    | {
        readonly kind: 'invoke'
        readonly client: ClientId
        readonly operation: OperationId
        readonly node: NodeId
        readonly body: string
      }
    /** The client sends the request of an open operation again, with the same body. */
    | {
        readonly kind: 'retry'
        readonly client: ClientId
        readonly operation: OperationId
        readonly node: NodeId
      }
    | {
        readonly kind: 'complete'
        readonly client: ClientId
        readonly operation: OperationId
        /** `info`: nobody answered in time, so the operation may or may not have happened. */
        readonly outcome: 'ok' | 'fail' | 'info'
        readonly body: string
      }
  )

/** A directed pair of endpoints. */
export interface Link {
  readonly from: NodeId
  readonly to: NodeId
}

export type NemesisEvent = EventBase &
  (
    | {
        readonly kind: 'cut'
        readonly cut: number
        /** The cut in words: `n1 | n2 n3`, or `n1 > n2` when one-way. */
        readonly label: string
        readonly links: readonly Link[]
      }
    | { readonly kind: 'heal'; readonly cut: number }
    | {
        readonly kind: 'crash'
        readonly node: NodeId
        /** Writes that were not yet synced and are gone. */
        readonly writesLost: number
        /** The key whose write was cut in half, so that nothing can be read there any more. */
        readonly tornKey: string | null
      }
    | { readonly kind: 'pause'; readonly node: NodeId }
    | { readonly kind: 'resume'; readonly node: NodeId }
    | { readonly kind: 'clog'; readonly from: NodeId; readonly to: NodeId }
    | { readonly kind: 'unclog'; readonly from: NodeId; readonly to: NodeId }
    | {
        readonly kind: 'degrade'
        /** The links in words: `n1 > n2`. */
        readonly label: string
        readonly links: readonly Link[]
        readonly weather: {
          readonly lossPermille: number
          readonly duplicatePermille: number
          readonly delayMicrosMin: Micros
          readonly delayMicrosMax: Micros
        }
      }
    | { readonly kind: 'restore'; readonly label: string; readonly links: readonly Link[] }
    /** How far a node's clock is off just now, and how fast it runs from here on. */
    | {
        readonly kind: 'skew'
        readonly node: NodeId
        readonly offsetMicros: Micros
        readonly driftPpm: number
      }
  )

/** Why a run ended. */
export type EndReason = 'horizon' | 'idle' | 'stopped' | 'threw' | 'budget'

export type RunEvent = EventBase &
  (
    | {
        readonly kind: 'threw'
        readonly node: NodeId
        readonly name: string
        readonly message: string
      }
    | { readonly kind: 'phase'; readonly phase: 'liveness' }
    | { readonly kind: 'end'; readonly reason: EndReason; readonly detail: string }
  )

export type TraceEvent =
  | CallEvent
  | EffectEvent
  | NetworkEvent
  | ClientEvent
  | NemesisEvent
  | RunEvent

export type EventKind = TraceEvent['kind']

/** What a run was about: enough to run it again. */
export interface TraceHeader {
  /** 2: `crash` tells of a torn write; `degrade` and `restore` came. */
  readonly version: 2
  /** Id of the scenario, for people. */
  readonly scenario: string
  readonly seed: number
  readonly nodes: readonly NodeId[]
  readonly clients: readonly ClientId[]
}

export interface Trace {
  readonly header: TraceHeader
  readonly events: readonly TraceEvent[]
}

/** An event before the recorder numbered and dated it. */
export type EventDraft<E extends TraceEvent = TraceEvent> = E extends TraceEvent
  ? Omit<E, 'id' | 'at'>
  : never
