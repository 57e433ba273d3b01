/** What sort of event one is, and where it happens: asked by whoever reads traces. */
import type { CallEvent, EffectEvent, TraceEvent } from './event.ts'

/** True for the beginning of a handler call. */
export function isCall(event: TraceEvent): event is CallEvent {
  switch (event.kind) {
    case 'boot':
    case 'receive':
    case 'timer':
    case 'request':
      return true
    default:
      return false
  }
}

/** True for what a handler call did, watched fields included. */
export function isEffect(event: TraceEvent): event is EffectEvent {
  switch (event.kind) {
    case 'send':
    case 'set-timer':
    case 'cancel-timer':
    case 'write':
    case 'sync':
    case 'reply':
    case 'apply':
    case 'observe':
    case 'note':
      return true
    default:
      return false
  }
}

/** The node or client at which it happens; what the network does happens at none. */
export function siteOf(event: TraceEvent): string | undefined {
  switch (event.kind) {
    case 'invoke':
    case 'retry':
    case 'complete':
      return event.client
    case 'drop':
    case 'duplicate':
    case 'cut':
    case 'heal':
    case 'clog':
    case 'unclog':
    case 'degrade':
    case 'restore':
    case 'phase':
    case 'end':
      return undefined
    default:
      return event.node
  }
}
