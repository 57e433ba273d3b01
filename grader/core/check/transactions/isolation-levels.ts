/**
 * Isolation levels as data: what each promises, which anomalies it forbids, which levels it
 * implies. A level is judged by what clients saw, so "there is an order of writes, and there are
 * moments of snapshots, that explain all reads" is the question, not how a database does it.
 *
 * By Adya's definitions PL-1, PL-2, PL-2.99 and PL-3 differ in the cycles that they forbid. PL-2.99
 * and PL-3 differ only in reads by predicate; transactions here read items by key, so for them
 * repeatable read and serializability are one and the same.
 */
import { CYCLE_CLASSES, type TransactionAnomalyKind } from './anomaly-kinds.ts'

export type IsolationLevelId =
  | 'read-uncommitted'
  | 'read-committed'
  | 'parallel-snapshot-isolation'
  | 'snapshot-isolation'
  | 'repeatable-read'
  | 'serializable'
  | 'strong-session-serializable'
  | 'strict-serializable'

export interface IsolationLevel {
  readonly id: IsolationLevelId
  readonly name: string
  /** What it promises, in one sentence. */
  readonly sentence: string
  readonly source: string
  readonly forbids: ReadonlySet<TransactionAnomalyKind>
  /** The strongest levels that it implies. */
  readonly implies: readonly IsolationLevelId[]
}

const ADYA = 'Adya, Liskov and O’Neil, ICDE 2000'
const CERONE = 'Cerone, Bernardi and Gotsman, CONCUR 2015'

/** Nothing that a history of committed transactions may hold, at any level. */
const UNEXPLAINED = [
  'garbage-read',
  'duplicate-elements',
  'internal',
  'incompatible-order',
] as const satisfies readonly TransactionAnomalyKind[]

const PL_1: readonly TransactionAnomalyKind[] = [...UNEXPLAINED, 'G0']
const PL_2: readonly TransactionAnomalyKind[] = [...PL_1, 'G1a', 'G1b', 'G1c']
const PSI: readonly TransactionAnomalyKind[] = [
  ...PL_2,
  'non-repeatable-read',
  'lost-update',
  'G-single',
  'no-version-order',
]
const SI: readonly TransactionAnomalyKind[] = [...PSI, 'long-fork']
const PL_3: readonly TransactionAnomalyKind[] = [...SI, 'G2-item']
const SESSION = [...PL_3, ...CYCLE_CLASSES.map((kind) => `${kind}-process` as const)]
const STRICT = [...SESSION, ...CYCLE_CLASSES.map((kind) => `${kind}-realtime` as const)]

/** From the weakest to the strongest, where they can be compared. */
export const ISOLATION_LEVELS: readonly IsolationLevel[] = [
  {
    id: 'read-uncommitted',
    name: 'Read uncommitted',
    sentence: 'Transactions do not overwrite each other in a circle; a read may see anything.',
    source: `${ADYA} (PL-1)`,
    forbids: new Set(PL_1),
    implies: [],
  },
  {
    id: 'read-committed',
    name: 'Read committed',
    sentence: 'A read sees only final values of transactions that committed.',
    source: `${ADYA} (PL-2)`,
    forbids: new Set(PL_2),
    implies: ['read-uncommitted'],
  },
  {
    id: 'parallel-snapshot-isolation',
    name: 'Parallel snapshot isolation',
    sentence:
      'Each transaction reads from one snapshot that holds all that came before it causally, and ' +
      'of two that write the same key one comes before the other.',
    source: `Sovran et al., SOSP 2011; ${CERONE}`,
    forbids: new Set(PSI),
    implies: ['read-committed'],
  },
  {
    id: 'snapshot-isolation',
    name: 'Snapshot isolation',
    sentence:
      'Each transaction reads from a snapshot of all that had committed at one moment, and of two ' +
      'that overlap and write the same key only one commits.',
    source: `Berenson et al., SIGMOD 1995; Adya 1999, section 4.3 (PL-SI); ${CERONE}`,
    forbids: new Set(SI),
    implies: ['parallel-snapshot-isolation'],
  },
  {
    id: 'repeatable-read',
    name: 'Repeatable read',
    sentence:
      'Reads of items by key are serializable; only reads by predicate may see phantoms, and ' +
      'these histories have none.',
    source: `${ADYA} (PL-2.99)`,
    forbids: new Set(PL_3),
    implies: ['read-committed'],
  },
  {
    id: 'serializable',
    name: 'Serializable',
    sentence: 'All transactions read what they would if they ran one at a time, in some order.',
    source: `Papadimitriou, JACM 1979; ${ADYA} (PL-3)`,
    forbids: new Set(PL_3),
    implies: ['snapshot-isolation', 'repeatable-read'],
  },
  {
    id: 'strong-session-serializable',
    name: 'Strong session serializable',
    sentence: 'Serializable, in an order that keeps that of each client’s transactions.',
    source: 'Daudjee and Salem, ICDE 2004',
    forbids: new Set(SESSION),
    implies: ['serializable'],
  },
  {
    id: 'strict-serializable',
    name: 'Strict serializable',
    sentence: 'Serializable, in an order in which whatever ended first comes first.',
    source: 'Papadimitriou, JACM 1979; Herlihy and Wing 1990, section 3',
    forbids: new Set(STRICT),
    implies: ['strong-session-serializable'],
  },
]

/** The level and all that it implies, itself first. */
export function impliedBy(id: IsolationLevelId): ReadonlySet<IsolationLevelId> {
  const all = new Set<IsolationLevelId>([id])
  // A set may grow while it is walked; what is added is walked too.
  for (const one of all) for (const weaker of isolationLevel(one).implies) all.add(weaker)
  return all
}

/** @throws RangeError when there is no such level */
export function isolationLevel(id: IsolationLevelId): IsolationLevel {
  const found = ISOLATION_LEVELS.find((level) => level.id === id)
  if (found !== undefined) return found
  const known = ISOLATION_LEVELS.map((level) => level.id).join(', ')
  throw new RangeError(`There is no isolation level "${id}": choose one of ${known}.`)
}
