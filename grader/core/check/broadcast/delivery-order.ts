/** FIFO and causal order: nothing is delivered before what it may depend on. */
import type { EventId } from '../../trace/event.ts'
import type { Claim, Monitor, Violation } from '../claim.ts'
import {
  BROADCAST_KINDS,
  type BroadcastOptions,
  BroadcastReader,
  type BroadcastStep,
  type Process,
} from './broadcast-steps.ts'

/** What a message must not overtake: the first `length` messages of a process's past. */
interface Dependencies {
  readonly sender: Process
  readonly length: number
  readonly broadcastAt: EventId
}

/** "If a process broadcasts m before m', no process delivers m' unless it has delivered m." */
export function fifoOrder(options: BroadcastOptions = {}): Claim {
  return {
    id: 'fifo-order',
    sentence: 'Messages of one node are delivered in the order in which it broadcast them.',
    source: 'Hadzilacos & Toueg 1994, section 3.2 (FIFO Order)',
    ask: 'How can the receiver tell that a message of this sender is still missing?',
    monitor: () =>
      orderMonitor(options, {
        isPast: ({ kind }) => kind === 'broadcast',
        because: (late, { node }) => `${node} had broadcast ${late} first`,
      }),
  }
}

/**
 * "If the broadcast of m causally precedes the broadcast of m', no process delivers m'
 * unless it has delivered m." What a process broadcast or delivered before it broadcast m'
 * precedes m'; the rest follows, because it holds of each of those messages too.
 */
export function causalOrder(options: BroadcastOptions = {}): Claim {
  return {
    id: 'causal-order',
    sentence: 'A message is delivered only after all messages that its sender knew of.',
    source: 'Hadzilacos & Toueg 1994, section 3.3 (Causal Order)',
    ask: 'What had the sender seen when it sent this, and how would the receiver know?',
    monitor: () =>
      orderMonitor(options, {
        isPast: () => true,
        because: (late, { node }, message) =>
          `${node} knew of ${late} when it broadcast ${message}`,
      }),
  }
}

interface OrderRule {
  /** Whether the step makes its message a part of the process's past. */
  readonly isPast: (step: BroadcastStep) => boolean
  readonly because: (late: string, sender: Process, message: string) => string
}

function orderMonitor(options: BroadcastOptions, rule: OrderRule): Monitor {
  const reader = new BroadcastReader(options)
  const pasts = new Map<Process, string[]>()
  const dependencies = new Map<string, Dependencies>()
  const receivers = new Receivers()
  return {
    kinds: BROADCAST_KINDS,
    onEvent(event, view) {
      const step = reader.read(event, view)
      if (step === undefined || !reader.isJudged(step.process)) return undefined
      const { process, message } = step
      const past = pasts.get(process) ?? []
      pasts.set(process, past)
      if (step.kind === 'broadcast' && !dependencies.has(message)) {
        const length = past.length
        dependencies.set(message, { sender: process, length, broadcastAt: event.id })
      }
      if (rule.isPast(step)) past.push(message)
      const needs = step.kind === 'deliver' ? dependencies.get(message) : undefined
      const missing =
        needs === undefined
          ? undefined
          : receivers.firstMissing(process, needs, pasts.get(needs.sender) ?? [])
      if (step.kind === 'deliver') receivers.delivered(process, message)
      if (needs === undefined || missing === undefined) return undefined
      const { sender, broadcastAt } = needs
      const cause = dependencies.get(missing)?.broadcastAt
      return {
        event: event.id,
        message: `${process.node} delivered ${message} before ${missing}, although ${rule.because(missing, sender, message)}.`,
        related: [...new Set([cause ?? broadcastAt, broadcastAt])].sort((a, b) => a - b),
        nodes: [...new Set([sender.node, process.node])],
      } satisfies Violation
    },
  }
}

/** What each process delivered, and how far into each sender's past it has everything. */
class Receivers {
  readonly #delivered = new Map<string, Set<string>>()
  readonly #complete = new Map<string, Map<Process, number>>()

  delivered(process: Process, message: string): void {
    const known = this.#delivered.get(process.node) ?? new Set<string>()
    this.#delivered.set(process.node, known.add(message))
  }

  /** The first message of the past that the process has not delivered. */
  firstMissing(
    { node }: Process,
    { sender, length }: Dependencies,
    past: readonly string[],
  ): string | undefined {
    const delivered = this.#delivered.get(node)
    const complete = this.#complete.get(node) ?? new Map<Process, number>()
    this.#complete.set(node, complete)
    let known = complete.get(sender) ?? 0
    while (known < length && delivered?.has(past[known] as string) === true) known++
    complete.set(sender, known)
    return known < length ? past[known] : undefined
  }
}
