/**
 * Atomic commitment, AC1 to AC4 (Bernstein, Hadzilacos & Goodman 1987, section 7.3). AC5,
 * the one about time, is in atomic-commit-liveness.ts. A node that must wait breaks none of
 * them: how long it waits is a matter for meters (meters/uncertainty.ts).
 */
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import {
  ATOMIC_COMMIT_KINDS,
  type AtomicCommitOptions,
  AtomicCommitReader,
  type AtomicCommitStep,
  type TransactionId,
} from './atomic-commit-steps.ts'

type Decision = AtomicCommitStep & { readonly kind: 'decide' }
type Vote = AtomicCommitStep & { readonly kind: 'vote' }

const SOURCE = 'Bernstein, Hadzilacos & Goodman 1987, section 7.3'

/** "AC1: All processes that reach a decision reach the same one." */
export function sameOutcome(options: AtomicCommitOptions = {}): Claim {
  return {
    id: 'same-outcome',
    sentence: 'All nodes that decide a transaction decide the same.',
    source: `${SOURCE} (AC1)`,
    ask: 'What did the node that decided otherwise know, and what could it not know?',
    monitor() {
      const reader = new AtomicCommitReader(options)
      const first = new Map<TransactionId, Decision>()
      return {
        kinds: ATOMIC_COMMIT_KINDS,
        onEvent(event, view) {
          const step = reader.read(event, view)
          if (step?.kind !== 'decide') return undefined
          const before = first.get(step.txn)
          if (before === undefined) first.set(step.txn, step)
          if (before === undefined || before.outcome === step.outcome) return undefined
          return {
            event: event.id,
            message:
              before.node === step.node
                ? `${step.node} decided to ${before.outcome} ${step.txn} and then to ${step.outcome} it.`
                : `${before.node} decided to ${before.outcome} ${step.txn} and ${step.node} to ${step.outcome} it.`,
            related: [before.event],
            nodes: [...new Set([before.node, step.node])],
          } satisfies Violation
        },
      }
    },
  }
}

/** "AC2: A process cannot reverse its decision after it has reached one." */
export function noReversal(options: AtomicCommitOptions = {}): Claim {
  return {
    id: 'no-reversal',
    sentence: 'A node never reverses its decision on a transaction, not even after a crash.',
    source: `${SOURCE} (AC2)`,
    ask: 'Where was the first decision written down, and who looked there before the second?',
    monitor() {
      const reader = new AtomicCommitReader(options)
      const decided = new Map<string, Decision>()
      return {
        kinds: ATOMIC_COMMIT_KINDS,
        onEvent(event, view) {
          const step = reader.read(event, view)
          if (step?.kind !== 'decide') return undefined
          const key = `${step.node} ${step.txn}`
          const before = decided.get(key)
          if (before === undefined) decided.set(key, step)
          if (before === undefined || before.outcome === step.outcome) return undefined
          return {
            event: event.id,
            message: `${step.node} decided to ${before.outcome} ${step.txn} and then to ${step.outcome} it.`,
            related: [before.event],
            nodes: [step.node],
          } satisfies Violation
        },
      }
    },
  }
}

/** Who must vote on each transaction, and how they did. */
class Ballots {
  readonly #voters = new Map<TransactionId, readonly NodeId[]>()
  readonly #votes = new Map<TransactionId, Map<NodeId, Vote>>()

  add(step: AtomicCommitStep): void {
    if (step.kind === 'begin') this.#voters.set(step.txn, step.voters)
    if (step.kind !== 'vote') return
    const votes = this.#votes.get(step.txn) ?? new Map<NodeId, Vote>()
    this.#votes.set(step.txn, votes)
    // A repeated vote is the same vote; a no is never taken back by a later yes.
    if (votes.get(step.node)?.isYes !== false) votes.set(step.node, step)
  }

  /** Undefined for a transaction that no node was asked to coordinate. */
  votersOf(txn: TransactionId): readonly NodeId[] | undefined {
    return this.#voters.get(txn)
  }

  voteOf(txn: TransactionId, node: NodeId): Vote | undefined {
    return this.#votes.get(txn)?.get(node)
  }
}

/** "AC3: The Commit decision can only be reached if all processes voted Yes." */
export function commitsOnlyUnanimous(options: AtomicCommitOptions = {}): Claim {
  return {
    id: 'commits-only-unanimous',
    sentence: 'A transaction is committed only after every participant voted yes.',
    source: `${SOURCE} (AC3)`,
    ask: 'Whose vote had not been heard when this was decided?',
    monitor() {
      const reader = new AtomicCommitReader(options)
      const ballots = new Ballots()
      return {
        kinds: ATOMIC_COMMIT_KINDS,
        onEvent(event, view) {
          const step = reader.read(event, view)
          if (step === undefined) return undefined
          ballots.add(step)
          if (step.kind !== 'decide' || step.outcome !== 'commit') return undefined
          const { txn, node } = step
          const against = ballots.votersOf(txn)?.find((voter) => !ballots.voteOf(txn, voter)?.isYes)
          if (against === undefined) return undefined
          const no = ballots.voteOf(txn, against)
          const how = no === undefined ? 'had not voted' : 'had voted no'
          return {
            event: event.id,
            message: `${node} decided to commit ${txn}, although ${against} ${how}.`,
            related: no === undefined ? [] : [no.event],
            nodes: [...new Set([against, node])],
          } satisfies Violation
        },
      }
    },
  }
}

/** What counts as a failure: anything that the nemesis or the network does. */
const FAILURES: ReadonlySet<TraceEvent['kind']> = new Set([
  'drop',
  'duplicate',
  'cut',
  'crash',
  'pause',
  'clog',
  'degrade',
  'skew',
])

/**
 * "AC4: If there are no failures and all processes voted Yes, then the decision will be to
 * Commit." Votes count from when they are sent, so a coordinator that gives up sooner than
 * the slowest message arrives breaks it: its patience is part of the protocol.
 */
export function commitsIfAllAgree(options: AtomicCommitOptions = {}): Claim {
  return {
    id: 'commits-if-all-agree',
    sentence: 'Without failures, a transaction for which all voted yes is committed.',
    source: `${SOURCE} (AC4)`,
    ask: 'What made the node give up although nothing had gone wrong?',
    monitor() {
      const reader = new AtomicCommitReader(options)
      const ballots = new Ballots()
      let hasFailure = false
      return {
        kinds: [...ATOMIC_COMMIT_KINDS, ...FAILURES],
        onEvent(event, view) {
          hasFailure ||= FAILURES.has(event.kind)
          const step = hasFailure ? undefined : reader.read(event, view)
          if (step === undefined) return undefined
          ballots.add(step)
          if (step.kind !== 'decide' || step.outcome !== 'abort') return undefined
          const { txn, node } = step
          const votes = ballots.votersOf(txn)?.map((voter) => ballots.voteOf(txn, voter))
          if (votes === undefined || votes.some((vote) => vote?.isYes !== true)) return undefined
          const last: readonly EventId[] = votes.flatMap((vote) => vote?.event ?? []).slice(-4)
          return {
            event: event.id,
            message: `${node} decided to abort ${txn}, although all had voted yes and nothing had failed.`,
            related: [...last].sort((a, b) => a - b),
            nodes: [node],
          } satisfies Violation
        },
      }
    },
  }
}
