/**
 * Strong convergence: replicas that have delivered the same updates are in the same state,
 * whatever the order in which they delivered them. With eventual delivery it makes strong
 * eventual consistency: Shapiro, Preguiça, Baquero and Zawirski, "Conflict-free replicated data
 * types", SSS 2011.
 */
import type { HistoryVerdict } from '../history-verdict.ts'

/** What one replica held at one time. */
export interface ReplicaRecord {
  readonly replica: string
  /** Ids of the updates that it had delivered, its own included; repeats and order do not count. */
  readonly delivered: readonly string[]
  /** Its state as text: equal states must have equal texts. */
  readonly state: string
}

/**
 * Compares records that have the same updates, of different replicas or of one at different
 * times. `unknown` when no two records do: then nothing was compared.
 */
export function checkStrongConvergence(records: readonly ReplicaRecord[]): HistoryVerdict {
  const groups = new Map<string, ReplicaRecord>()
  let isCompared = false
  for (const record of records) {
    const updates = [...new Set(record.delivered)].sort()
    const group = JSON.stringify(updates)
    const other = groups.get(group)
    if (other === undefined) {
      groups.set(group, record)
      continue
    }
    if (other.state === record.state) {
      isCompared = true
      continue
    }
    return {
      verdict: 'fail',
      anomaly: {
        kind: 'diverged',
        message:
          `${other.replica} and ${record.replica} have delivered the same ` +
          `${updates.length === 1 ? 'update' : `${updates.length} updates`} ` +
          `(${shortened(updates.join(', '))}), but ${other.replica} holds ` +
          `${shortened(other.state)} and ${record.replica} holds ${shortened(record.state)}.`,
        operations: [],
        relations: [],
      },
    }
  }
  if (isCompared) return { verdict: 'pass' }
  return {
    verdict: 'unknown',
    why: 'No two records have the same updates: let the replicas exchange all updates at the end.',
  }
}

const SHOWN_LENGTH_MAX = 120

function shortened(text: string): string {
  return text.length <= SHOWN_LENGTH_MAX ? text : `${text.slice(0, SHOWN_LENGTH_MAX - 1)}…`
}
