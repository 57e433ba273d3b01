/** Where a handler call ends in a trace: its effects follow it, and nothing else comes between. */
import type { TraceEvent } from '../../trace/event.ts'

/** Effects and what the network does with them happen in the middle of a handler. */
export function isInsideCall({ kind }: TraceEvent): boolean {
  return INSIDE.has(kind)
}

const INSIDE: ReadonlySet<TraceEvent['kind']> = new Set([
  'send',
  'set-timer',
  'cancel-timer',
  'write',
  'sync',
  'reply',
  'apply',
  'observe',
  'note',
  'drop',
  'duplicate',
])
