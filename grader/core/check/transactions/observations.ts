/**
 * What the reads of a history tell, whatever the workload: who read which version from
 * outside, which transactions took effect, and what is wrong with a read by itself.
 */
import type { Anomaly } from '../history-verdict.ts'
import type { TransactionAnomalyKind } from './anomaly-kinds.ts'
import type { Transactions } from './transactions.ts'

/** A read of a key that its own transaction had not written before. */
export interface ExternalRead {
  readonly transaction: number
  readonly key: number
  /** The version that it saw, or INITIAL. */
  readonly version: number
}

export type KindedAnomaly = Anomaly & { readonly kind: TransactionAnomalyKind }

/** The first anomaly of each kind: one example explains more than a hundred. */
export class AnomalyList {
  readonly #first: Map<TransactionAnomalyKind, KindedAnomaly>

  /** @param others those that it begins with */
  constructor(others?: AnomalyList) {
    this.#first = new Map(others === undefined ? [] : others.#first)
  }

  add(anomaly: KindedAnomaly): void {
    if (!this.#first.has(anomaly.kind)) this.#first.set(anomaly.kind, anomaly)
  }

  all(): readonly KindedAnomaly[] {
    return [...this.#first.values()]
  }
}

/** How the versions of one key follow each other, as far as reads tell. */
export interface KeyOrder {
  readonly key: number
  /** From the oldest, with none in between. */
  readonly chain: readonly number[]
  /** All others; they come after the chain, in an order that nobody saw. */
  readonly loose: readonly number[]
}

export interface Observations {
  readonly reads: readonly ExternalRead[]
  /** Transactions without an answer that somebody read from: they did take effect. */
  readonly isObserved: Uint8Array
  /**
   * The order of each key's versions.
   * @param isCommitted 1 for each transaction whose versions count
   * @param anomalies takes what is wrong with the order
   */
  readonly orders: (isCommitted: Uint8Array, anomalies: AnomalyList) => readonly KeyOrder[]
}

/** 1 for what took effect: what said so and, of the rest, what `isObserved` names. */
export function committedIn(
  { transactions }: Transactions,
  isObserved: Uint8Array | undefined,
): Uint8Array {
  const result = new Uint8Array(transactions.length)
  for (const [index, { operation }] of transactions.entries()) {
    if (operation.outcome === 'ok') result[index] = 1
    else if (operation.outcome === 'info') result[index] = isObserved?.[index] ?? 0
  }
  return result
}
