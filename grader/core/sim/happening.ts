/** What can be due on the simulator's agenda. */
import type { ClientId, EventId, MessageId, NodeId, OperationId } from '../trace/event.ts'
import type { Fault } from './nemesis.ts'

export type Happening =
  | { readonly kind: 'boot'; readonly node: NodeId; readonly cause: EventId }
  | {
      readonly kind: 'message'
      readonly message: MessageId
      readonly from: NodeId
      readonly to: NodeId
      readonly body: string
      readonly cause: EventId
    }
  | {
      readonly kind: 'timer'
      readonly node: NodeId
      readonly name: string
      readonly token: number
      readonly cause: EventId
    }
  /** A step of the nemesis, with its index there. */
  | { readonly kind: 'fault'; readonly step: number; readonly fault: Fault }
  /** A client may start its next operation. */
  | { readonly kind: 'client'; readonly client: ClientId }
  | {
      readonly kind: 'request'
      readonly operation: OperationId
      readonly node: NodeId
      readonly cause: EventId
    }
  | {
      readonly kind: 'answer'
      readonly node: NodeId
      readonly operation: OperationId
      readonly outcome: 'ok' | 'fail'
      readonly body: string
      readonly cause: EventId
    }
  | { readonly kind: 'give-up'; readonly operation: OperationId; readonly cause: EventId }
  /** An attempt of an operation, counted from 1, has been without a useful answer for long. */
  | { readonly kind: 'retry'; readonly operation: OperationId; readonly attempt: number }
  | { readonly kind: 'liveness' }
  | { readonly kind: 'horizon' }
