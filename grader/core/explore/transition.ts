/** Transitions: the single steps by which one world becomes another, as plain data. */
import { assertNever } from '../assert.ts'
import type { NodeId } from '../trace/event.ts'
import type { Cut } from './scope.ts'
import type { InFlight } from './world.ts'

/** A crash in the middle of a call: "sent before it was durable" is found by these. */
export interface CrashPoint {
  /** How many of the call's effects had happened. */
  readonly afterEffects: number
  /** How many of the writes that were not yet synced survive, oldest first. */
  readonly writesKept: number
}

export type Transition =
  /** Hands a message to its node or client; at a node that is down it is lost. */
  | { readonly kind: 'deliver'; readonly message: InFlight; readonly crash: CrashPoint | null }
  | { readonly kind: 'lose'; readonly message: InFlight }
  | { readonly kind: 'duplicate'; readonly message: InFlight }
  | {
      readonly kind: 'timer'
      readonly node: NodeId
      readonly name: string
      readonly crash: CrashPoint | null
    }
  /** A crash between two calls. */
  | { readonly kind: 'crash'; readonly node: NodeId; readonly writesKept: number }
  | { readonly kind: 'restart'; readonly node: NodeId; readonly crash: CrashPoint | null }
  /** A client starts its operation of this number, from 1. */
  | { readonly kind: 'invoke'; readonly operation: number }
  | { readonly kind: 'give-up'; readonly operation: number }
  | { readonly kind: 'cut'; readonly cut: Cut }
  | { readonly kind: 'heal' }

/** Says in a few plain words what a transition does. */
export function describeTransition(transition: Transition): string {
  switch (transition.kind) {
    case 'deliver':
      return `${describeInFlight(transition.message)} arrives${describeCrash(transition.crash)}`
    case 'lose':
      return `${describeInFlight(transition.message)} is lost`
    case 'duplicate':
      return `${describeInFlight(transition.message)} is repeated`
    case 'timer':
      return `timer ${transition.name} of ${transition.node} fires${describeCrash(transition.crash)}`
    case 'crash':
      return `${transition.node} crashes${describeKept(transition.writesKept)}`
    case 'restart':
      return `${transition.node} restarts${describeCrash(transition.crash)}`
    case 'invoke':
      return `operation ${transition.operation} starts`
    case 'give-up':
      return `the client of operation ${transition.operation} gives up`
    case 'cut':
      return `the network is cut: ${transition.cut.label}`
    case 'heal':
      return 'the network heals'
    default:
      return assertNever(transition)
  }
}

function describeInFlight({ kind, from, to, body, operation }: InFlight): string {
  const link = `${from} → ${to}`
  switch (kind) {
    case 'message':
      return `message ${body} ${link}`
    case 'request':
      return `the request of operation ${operation} ${link}`
    case 'ok':
    case 'fail':
      return `the answer to operation ${operation} ${link}`
  }
}

function describeCrash(crash: CrashPoint | null): string {
  if (crash === null) return ''
  const after = `, and the node crashes after effect ${crash.afterEffects}`
  return after + describeKept(crash.writesKept)
}

function describeKept(writesKept: number): string {
  if (writesKept === 0) return ''
  return ` (the first ${writesKept} of its unsynced writes survive)`
}
