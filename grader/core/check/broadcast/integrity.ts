/** Integrity: a message is delivered at most once, and only if it was broadcast. */
import type { EventId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import {
  BROADCAST_KINDS,
  type BroadcastOptions,
  BroadcastReader,
  type Process,
} from './broadcast-steps.ts'

/** "For any message m, every process delivers m at most once" (Uniform Integrity, first half). */
export function noDuplication(options: BroadcastOptions = {}): Claim {
  return {
    id: 'no-duplication',
    sentence: 'A node delivers a message at most once.',
    source: 'Hadzilacos & Toueg 1994, section 3.1 (Integrity)',
    ask: 'How does the node tell a message that it has delivered from a new one?',
    monitor() {
      const reader = new BroadcastReader(options)
      const delivered = new Map<Process, Map<string, EventId>>()
      return {
        kinds: BROADCAST_KINDS,
        onEvent(event, view) {
          const step = reader.read(event, view)
          if (step?.kind !== 'deliver') return undefined
          const { process, message } = step
          const known = delivered.get(process) ?? new Map<string, EventId>()
          delivered.set(process, known)
          const first = known.get(message)
          if (first === undefined) known.set(message, event.id)
          if (first === undefined) return undefined
          return {
            event: event.id,
            message: `${process.node} delivered ${message} twice.`,
            related: [first],
            nodes: [process.node],
          }
        },
      }
    },
  }
}

/** "…and only if m was previously broadcast by sender(m)" (Uniform Integrity, second half). */
export function noCreation(options: BroadcastOptions = {}): Claim {
  return {
    id: 'no-creation',
    sentence: 'A node delivers only messages that a client asked to broadcast.',
    source: 'Hadzilacos & Toueg 1994, section 3.1 (Integrity)',
    ask: 'Where did this value come from, and what was it when the client sent it?',
    monitor() {
      const reader = new BroadcastReader(options)
      const broadcast = new Set<string>()
      return {
        kinds: BROADCAST_KINDS,
        onEvent(event, view) {
          const step = reader.read(event, view)
          if (step === undefined) return undefined
          const { process, message } = step
          if (step.kind === 'broadcast') broadcast.add(message)
          if (step.kind === 'broadcast' || broadcast.has(message)) return undefined
          return {
            event: event.id,
            message: `${process.node} delivered ${message}, which nobody had broadcast.`,
            related: [],
            nodes: [process.node],
          }
        },
      }
    },
  }
}
