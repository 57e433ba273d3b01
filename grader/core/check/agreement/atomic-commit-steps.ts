/**
 * Reads an atomic commitment out of a trace: who took a transaction, who voted how, and
 * who decided what.
 */

import { jsonFields } from '../../json.ts'
import type {
  EventId,
  EventKind,
  Json,
  Micros,
  NodeId,
  OperationId,
  TraceEvent,
} from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'

export type TransactionId = string
export type CommitOutcome = 'commit' | 'abort'

/** How a lab writes its requests, votes and decisions, for labs that differ. */
export interface AtomicCommitOptions {
  /**
   * The transaction that a client asks a node to coordinate. By default the field `txn` of
   * its request, with those who must vote in `participants`: without it, all other nodes.
   */
  readonly transaction?: (
    body: Json,
  ) => { readonly txn: TransactionId; readonly participants?: readonly NodeId[] } | undefined
  /** By default a message `{ type: 'Vote', txn, vote: 'yes' | 'no' }`. */
  readonly vote?: (
    message: Json,
  ) => { readonly txn: TransactionId; readonly isYes: boolean } | undefined
  /** By default an applied value `{ txn, outcome: 'commit' | 'abort' }`. */
  readonly decision?: (
    value: Json,
  ) => { readonly txn: TransactionId; readonly outcome: CommitOutcome } | undefined
}

interface StepBase {
  readonly txn: TransactionId
  readonly node: NodeId
  readonly event: EventId
  readonly at: Micros
}

export type AtomicCommitStep = StepBase &
  (
    | { readonly kind: 'begin'; readonly voters: readonly NodeId[] }
    | { readonly kind: 'vote'; readonly isYes: boolean }
    | { readonly kind: 'decide'; readonly outcome: CommitOutcome }
  )

/** The kinds of event that a reader must be shown. */
export const ATOMIC_COMMIT_KINDS: readonly EventKind[] = ['invoke', 'request', 'send', 'apply']

/** Reads the steps of one run; each monitor has its own. */
export class AtomicCommitReader {
  readonly #options: Required<AtomicCommitOptions>
  readonly #bodies = new Map<OperationId, string>()
  readonly #begun = new Set<TransactionId>()

  constructor(options: AtomicCommitOptions) {
    this.#options = {
      transaction: options.transaction ?? transactionIn,
      vote: options.vote ?? voteIn,
      decision: options.decision ?? decisionIn,
    }
  }

  /** The step that this event is, if it is one. */
  read(event: TraceEvent, view: WorldView): AtomicCommitStep | undefined {
    switch (event.kind) {
      case 'invoke':
        this.#bodies.set(event.operation, event.body)
        return undefined
      case 'request':
        return this.#begin(event, view)
      case 'send': {
        const vote = this.#options.vote(view.content(event.message))
        return vote === undefined ? undefined : { kind: 'vote', ...vote, ...baseOf(event) }
      }
      case 'apply': {
        const decision = this.#options.decision(JSON.parse(event.value) as Json)
        return decision === undefined
          ? undefined
          : { kind: 'decide', ...decision, ...baseOf(event) }
      }
      default:
        return undefined
    }
  }

  #begin(
    event: TraceEvent & { readonly kind: 'request' },
    view: WorldView,
  ): AtomicCommitStep | undefined {
    const body = this.#bodies.get(event.operation)
    const asked =
      body === undefined ? undefined : this.#options.transaction(JSON.parse(body) as Json)
    if (asked === undefined || this.#begun.has(asked.txn)) return undefined
    const { txn, participants = view.nodeIds } = asked
    this.#begun.add(txn)
    // The coordinator tells itself how it votes.
    const voters = participants.filter((node) => node !== event.node)
    return { kind: 'begin', txn, voters, ...baseOf(event) }
  }
}

function baseOf({ node, id, at }: { node: NodeId; id: EventId; at: Micros }) {
  return { node, event: id, at }
}

function txnIn(fields: { readonly [name: string]: Json } | undefined): TransactionId | undefined {
  const txn = fields?.txn
  return typeof txn === 'string' || typeof txn === 'number' ? String(txn) : undefined
}

function transactionIn(body: Json) {
  const fields = jsonFields(body)
  const txn = txnIn(fields)
  if (txn === undefined) return undefined
  const participants = fields?.participants
  if (!Array.isArray(participants)) return { txn }
  return { txn, participants: participants.map(String) }
}

function voteIn(message: Json) {
  const fields = jsonFields(message)
  const txn = txnIn(fields)
  if (fields?.type !== 'Vote' || txn === undefined) return undefined
  return { txn, isYes: fields.vote === 'yes' }
}

function decisionIn(value: Json) {
  const fields = jsonFields(value)
  const txn = txnIn(fields)
  const outcome = fields?.outcome
  if (txn === undefined || (outcome !== 'commit' && outcome !== 'abort')) return undefined
  return { txn, outcome } as const
}
