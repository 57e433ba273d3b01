/** Validity and agreement: what must be delivered in the end, judged once messages arrive. */
import type { EventId, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Monitor, Violation } from '../claim.ts'
import {
  type BroadcastOptions,
  BroadcastReader,
  type BroadcastStep,
  type Process,
} from './broadcast-steps.ts'

export interface EventualOptions extends BroadcastOptions {
  /**
   * How long a delivery may take once the liveness phase has begun: counted from there, or
   * from the step that owes it when that is later.
   */
  readonly withinMicros: Micros
}

/** "If a correct process broadcasts a message m, then it eventually delivers m." */
export function validity(options: EventualOptions): Claim {
  return {
    id: 'validity',
    sentence: 'A node that broadcasts a message and does not fail delivers it itself.',
    source: 'Hadzilacos & Toueg 1994, section 3.1 (Validity)',
    ask: 'What does the node wait for before it delivers its own message, and can that fail to come?',
    monitor: ({ nodes }) =>
      owing(options, nodes, ({ kind, process }) =>
        kind === 'broadcast' ? { by: process, to: [process.node] } : undefined,
      ),
  }
}

/** "If a correct process delivers a message m, then all correct processes eventually deliver m." */
export function reliableAgreement(options: EventualOptions): Claim {
  return {
    id: 'agreement',
    sentence: 'What a node delivers that does not fail, all nodes deliver that do not fail.',
    source: 'Hadzilacos & Toueg 1994, section 3.1 (Agreement)',
    ask: 'Who would pass the message on if its sender could not?',
    monitor: ({ nodes }) =>
      owing(options, nodes, ({ kind, process }) =>
        kind === 'deliver' ? { by: process, to: nodes } : undefined,
      ),
  }
}

/** "If a process (whether correct or faulty) delivers m, then all correct processes deliver m." */
export function uniformAgreement(options: EventualOptions): Claim {
  return {
    id: 'uniform-agreement',
    sentence: 'What any node delivers, even one that crashes right after, all others deliver too.',
    source: 'Hadzilacos & Toueg 1994, section 3.8 (Uniform Agreement)',
    ask: 'When a node delivers a message, who else is certain to have it?',
    monitor: ({ nodes }) =>
      owing(options, nodes, ({ kind }) => (kind === 'deliver' ? { to: nodes } : undefined)),
  }
}

/** What a step makes due: its message, at these nodes. */
interface Due {
  /** Nothing is due once this process has failed. */
  readonly by?: Process
  readonly to: readonly NodeId[]
}

interface Debt {
  readonly message: string
  readonly to: NodeId
  readonly by: Process | undefined
  readonly since: Micros
  readonly step: BroadcastStep
}

function owing(
  options: EventualOptions,
  nodes: readonly NodeId[],
  dueAfter: (step: BroadcastStep) => Due | undefined,
): Monitor {
  const reader = new BroadcastReader(options)
  const ledger = new Ledger(options.withinMicros)
  return {
    onEvent(event, view) {
      if (event.kind === 'crash') ledger.crashed(event.node)
      if (event.kind === 'phase') ledger.begin(event.at)
      const step = reader.read(event, view)
      if (step !== undefined) {
        if (step.kind === 'deliver') ledger.paid(step)
        const due = reader.isJudged(step.process) ? dueAfter(step) : undefined
        for (const to of due?.to ?? []) ledger.owe(step, to, due?.by)
      }
      const debt = ledger.overdue(event, reader.failures, view)
      return debt === undefined ? undefined : violation(event, debt, nodes)
    },
  }
}

/** Who is still owed which message, oldest first. */
class Ledger {
  readonly #withinMicros: Micros
  readonly #debts: Debt[] = []
  #settled = 0
  readonly #owed = new Set<string>()
  readonly #delivered = new Map<NodeId, Set<string>>()
  readonly #crashes = new Map<NodeId, number>()
  #begin: Micros | undefined

  constructor(withinMicros: Micros) {
    this.#withinMicros = withinMicros
  }

  begin(at: Micros): void {
    this.#begin = at
  }

  crashed(node: NodeId): void {
    this.#crashes.set(node, (this.#crashes.get(node) ?? 0) + 1)
  }

  paid({ process: { node }, message }: BroadcastStep): void {
    const delivered = this.#delivered.get(node) ?? new Set<string>()
    this.#delivered.set(node, delivered.add(message))
  }

  owe(step: BroadcastStep, to: NodeId, by: Process | undefined): void {
    const { message, at: since } = step
    const key = `${to} ${by === undefined ? '' : by.number} ${message}`
    if (this.#owed.has(key) || this.#delivered.get(to)?.has(message) === true) return
    this.#owed.add(key)
    this.#debts.push({ message, to, by, since, step })
  }

  /** The oldest debt that is past its time at this event, if there is one. */
  overdue(event: TraceEvent, failures: BroadcastOptions['failures'], view: WorldView) {
    const begin = this.#begin
    if (begin === undefined) return undefined
    const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
    for (;;) {
      const debt = this.#debts[this.#settled]
      if (debt === undefined) return undefined
      const dueAt = Math.max(begin, debt.since) + this.#withinMicros
      const isLate = event.at > dueAt || (isOver && event.at >= dueAt)
      if (!isLate) return undefined
      this.#settled++
      if (this.#isDue(debt, failures, view)) return debt
    }
  }

  #isDue({ message, to, by }: Debt, failures: BroadcastOptions['failures'], view: WorldView) {
    if (this.#delivered.get(to)?.has(message) === true) return false
    if (by !== undefined && !view.isAlive(by.node, by.incarnation)) return false
    return failures === 'crash-recovery' ? view.node(to).isUp : !this.#crashes.has(to)
  }
}

function violation(event: TraceEvent, debt: Debt, nodes: readonly NodeId[]): Violation {
  const { message, to, step } = debt
  const verb = step.kind === 'broadcast' ? 'broadcast' : 'delivered'
  const who = step.process.node
  const related: readonly EventId[] = [step.event]
  return {
    event: event.id,
    message:
      who === to
        ? `${to} ${verb} ${message} and never delivered it.`
        : `${who} ${verb} ${message}, but ${to} never did.`,
    related,
    nodes: nodes.filter((node) => node === who || node === to),
  }
}
