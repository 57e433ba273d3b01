/**
 * The levels of consistency that histories of reads and writes are held against, and which of
 * them imply which. A partial order, not a ladder: causal memory and causal convergence do not
 * imply each other, nor do weak causal consistency and PRAM, and convergence at the end is a
 * promise of another kind.
 *
 * Each arrow holds for the definitions of the checkers here, in every history of them; others
 * use the names differently. Bouajjani et al. (POPL 2017) prove the arrows among the causal
 * models; Viotti and Vukolić (ACM CSUR 49(1), 2016) and the map at jepsen.io/consistency draw the
 * rest, with "causal" for what is called causal memory or causal convergence here. Weak causal
 * consistency implies less than they say of "causal": without one order of the writes a session
 * may read 1, then 2, then 1 again.
 */

export type LevelId =
  | 'linearizable'
  | 'sequential'
  | 'causal-memory'
  | 'causal-convergence'
  | 'weak-causal'
  | 'pram'
  | 'consistent-prefix'
  | 'writes-follow-reads'
  | 'monotonic-writes'
  | 'monotonic-reads'
  | 'read-your-writes'
  | 'bounded-staleness'
  | 'eventual'

export interface Level {
  readonly id: LevelId
  readonly name: string
  /** What it promises, in one sentence. */
  readonly sentence: string
  readonly source: string
  /** The levels that it implies directly; those that they imply follow. */
  readonly implies: readonly LevelId[]
}

/** All levels, each before those that it implies. */
export const LEVELS: readonly Level[] = [
  {
    id: 'linearizable',
    name: 'Linearizability',
    sentence: 'Every operation takes effect at one moment between its call and its return.',
    source: 'Herlihy and Wing, TOPLAS 12(3), 1990',
    implies: ['sequential', 'consistent-prefix', 'bounded-staleness'],
  },
  {
    id: 'sequential',
    name: 'Sequential consistency',
    sentence: "All sessions agree on one order of all operations, which keeps each session's own.",
    source: 'Lamport, IEEE Transactions on Computers C-28(9), 1979',
    implies: ['causal-memory', 'causal-convergence'],
  },
  {
    id: 'causal-memory',
    name: 'Causal memory',
    sentence:
      'Each session sees all writes in one order of its own, in which effects follow causes.',
    source: 'Ahamad et al., Distributed Computing 9(1), 1995; Bouajjani et al., POPL 2017',
    implies: ['weak-causal', 'pram', 'writes-follow-reads'],
  },
  {
    id: 'causal-convergence',
    name: 'Causal convergence (causal+)',
    sentence:
      'All sessions agree on one order of the writes, in which effects follow causes, and each ' +
      'reads the last of those that it depends on.',
    source: 'Bouajjani et al., POPL 2017; Lloyd et al. (COPS), SOSP 2011',
    implies: ['weak-causal', 'writes-follow-reads', 'monotonic-writes', 'monotonic-reads'],
  },
  {
    id: 'weak-causal',
    name: 'Weak causal consistency',
    sentence: 'Nobody reads a value that was overwritten in the causes of the read itself.',
    source: 'Bouajjani et al., POPL 2017; Perrin et al., PPoPP 2016',
    implies: ['read-your-writes'],
  },
  {
    id: 'pram',
    name: 'PRAM (FIFO consistency)',
    sentence: 'Each session sees the writes of every other session in their order.',
    source: 'Lipton and Sandberg, CS-TR-180-88, Princeton University, 1988',
    implies: ['monotonic-writes', 'monotonic-reads', 'read-your-writes'],
  },
  {
    id: 'consistent-prefix',
    name: 'Consistent prefix',
    sentence:
      'A session sees what a first part of the one order of all writes left behind, and never a ' +
      'shorter part than before.',
    source: 'Terry, CACM 56(12), 2013',
    implies: ['monotonic-writes', 'monotonic-reads'],
  },
  {
    id: 'writes-follow-reads',
    name: 'Writes follow reads',
    sentence: 'Whoever sees a write also sees what its session had read before it.',
    source: 'Terry et al., PDIS 1994',
    implies: [],
  },
  {
    id: 'monotonic-writes',
    name: 'Monotonic writes',
    sentence: 'Whoever sees a write also sees what its session had written before it.',
    source: 'Terry et al., PDIS 1994',
    implies: [],
  },
  {
    id: 'monotonic-reads',
    name: 'Monotonic reads',
    sentence: 'A session never goes back to an older value than it has read.',
    source: 'Terry et al., PDIS 1994',
    implies: [],
  },
  {
    id: 'read-your-writes',
    name: 'Read your writes',
    sentence: 'A session sees what it has written, or something newer.',
    source: 'Terry et al., PDIS 1994',
    implies: [],
  },
  {
    id: 'bounded-staleness',
    name: 'Bounded staleness',
    sentence: 'A read misses at most so many versions, or nothing older than so long.',
    source: 'Terry, CACM 56(12), 2013',
    implies: [],
  },
  {
    id: 'eventual',
    name: 'Eventual convergence',
    sentence: 'Long enough after the last write, everybody reads the same written value.',
    source: 'Vogels, CACM 52(1), 2009',
    implies: [],
  },
]

/** Every level that `id` implies, directly or through others, in the order of LEVELS. */
export function weakerThan(id: LevelId): readonly LevelId[] {
  const found = new Set<LevelId>([id])
  // Each level comes before those that it implies, so one pass is enough.
  for (const level of LEVELS) {
    if (found.has(level.id)) for (const weaker of level.implies) found.add(weaker)
  }
  return LEVELS.map((level) => level.id).filter((each) => each !== id && found.has(each))
}

/** Every level that implies `id`, in the order of LEVELS. */
export function strongerThan(id: LevelId): readonly LevelId[] {
  return LEVELS.map((level) => level.id).filter((each) => weakerThan(each).includes(id))
}

/** Those of `ids` that no other of them implies, in the order of LEVELS. */
export function strongestOf(ids: readonly LevelId[]): readonly LevelId[] {
  return LEVELS.map((level) => level.id).filter(
    (id) => ids.includes(id) && !ids.some((other) => weakerThan(other).includes(id)),
  )
}
