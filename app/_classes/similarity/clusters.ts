/**
 * Groups of learners whose programs share code that few others have. No pair of programs is
 * looked at but through a fingerprint that both have, and a fingerprint of many is of nobody: the
 * work grows with the number of fingerprints, not with the square of the class.
 */
import type { Print } from './print.ts'

export interface Handed {
  readonly userId: string
  readonly print: Print
}

/** Learners whose programs differ in names, values, comments and layout only. */
export interface Program {
  readonly userIds: readonly string[]
  /** How many fingerprints it has that are neither given nor common. */
  readonly size: number
}

export interface Pair {
  /** Places in `programs` of the cluster. */
  readonly left: number
  readonly right: number
  readonly shared: number
  /** Of what the smaller of the two has, from 0 to 1. */
  readonly share: number
}

export interface Cluster {
  /** The most alike first. */
  readonly programs: readonly Program[]
  readonly pairs: readonly Pair[]
  /** The largest share in it; 1 where somebody handed in the same program. */
  readonly share: number
}

export interface Similarity {
  readonly clusters: readonly Cluster[]
  /** Fingerprints that more than `commonAbove` learners have count for nobody. */
  readonly commonAbove: number
  readonly common: ReadonlySet<number>
}

/** With fewer fingerprints in common nothing is said: about fifteen lines. */
const SHARED_MIN = 8
/** Of what the smaller program has. */
const SHARE_MIN = 0.4
/** What more than a tenth of a class has comes from the same place, and not from one of them. */
const COMMON_PART = 10
const COMMON_MIN = 4
/** Different programs with one fingerprint: bounds the pairs that it makes. */
const PROGRAMS_MAX = 20

/** Compares what the learners of a class handed in for one step. */
export function clusterPrograms(handed: readonly Handed[]): Similarity {
  const programs = sameTogether(handed)
  const commonAbove = Math.max(COMMON_MIN, Math.floor(handed.length / COMMON_PART))
  const { holders, common } = holdersOf(programs, commonAbove)
  const sizes = programs.map(({ hashes }) => countUncommon(hashes, common))
  const pairs = pairsOf(holders, sizes)
  const alone = programs.flatMap(({ userIds }, at) =>
    userIds.length > 1 && (sizes[at] ?? 0) >= SHARED_MIN ? [at] : [],
  )
  const clusters = groupsOf(programs.length, pairs, alone).map((group) =>
    clusterOf(group, { programs, sizes, pairs }),
  )
  const learnersIn = (one: Cluster) =>
    one.programs.reduce((sum, { userIds }) => sum + userIds.length, 0)
  return {
    clusters: clusters.toSorted((a, b) => b.share - a.share || learnersIn(b) - learnersIn(a)),
    commonAbove,
    common,
  }
}

interface Same {
  readonly userIds: readonly string[]
  readonly hashes: Uint32Array
}

function sameTogether(handed: readonly Handed[]): readonly Same[] {
  const byDigest = Map.groupBy(handed, ({ print }) => print.digest)
  return [...byDigest.values()].map((same) => ({
    userIds: same.map(({ userId }) => userId),
    hashes: same[0]?.print.hashes ?? new Uint32Array(),
  }))
}

/** For each fingerprint that is not common: the programs that have it. */
function holdersOf(programs: readonly Same[], commonAbove: number) {
  const all = new Map<number, number[]>()
  programs.forEach(({ hashes }, at) => {
    for (const hash of hashes) {
      const holders = all.get(hash)
      if (holders === undefined) all.set(hash, [at])
      else holders.push(at)
    }
  })
  const holders: (readonly number[])[] = []
  const common = new Set<number>()
  for (const [hash, held] of all) {
    const learners = held.reduce((sum, at) => sum + (programs[at]?.userIds.length ?? 0), 0)
    if (learners > commonAbove || held.length > PROGRAMS_MAX) common.add(hash)
    else holders.push(held)
  }
  return { holders, common }
}

function countUncommon(hashes: Uint32Array, common: ReadonlySet<number>): number {
  let count = 0
  for (const hash of hashes) if (!common.has(hash)) count++
  return count
}

function pairsOf(
  holders: readonly (readonly number[])[],
  sizes: readonly number[],
): readonly Pair[] {
  const counts = new Map<number, number>()
  for (const held of holders) {
    held.forEach((left, at) => {
      for (const right of held.slice(at + 1)) {
        const key = left * sizes.length + right
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    })
  }
  return [...counts].flatMap(([key, shared]) => {
    const [left, right] = [Math.floor(key / sizes.length), key % sizes.length]
    const share = shared / Math.min(sizes[left] ?? 0, sizes[right] ?? 0)
    return shared < SHARED_MIN || share < SHARE_MIN ? [] : [{ left, right, shared, share }]
  })
}

/** Whoever is joined by a chain of pairs is in one group. */
function groupsOf(
  count: number,
  pairs: readonly Pair[],
  alone: readonly number[],
): readonly (readonly number[])[] {
  const parents = Array.from({ length: count }, (_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) {
      // Each step shortens the way for the next one.
      parents[root] = parents[parents[root] ?? root] ?? root
      root = parents[root] ?? root
    }
    return root
  }
  for (const { left, right } of pairs) parents[rootOf(left)] = rootOf(right)
  const members = new Set([...alone, ...pairs.flatMap(({ left, right }) => [left, right])])
  return [...Map.groupBy(members, rootOf).values()]
}

interface Compared {
  readonly programs: readonly Same[]
  readonly sizes: readonly number[]
  readonly pairs: readonly Pair[]
}

function clusterOf(group: readonly number[], { programs, sizes, pairs }: Compared): Cluster {
  const inside = new Set(group)
  const own = pairs.filter(({ left }) => inside.has(left))
  const nearest = (at: number) =>
    Math.max(
      (programs[at]?.userIds.length ?? 0) > 1 ? 1 : 0,
      ...own.filter(({ left, right }) => left === at || right === at).map(({ share }) => share),
    )
  const order = group
    .map((at) => ({ at, share: nearest(at) }))
    .toSorted((a, b) => b.share - a.share || a.at - b.at)
  const places = new Map(order.map(({ at }, place) => [at, place]))
  return {
    programs: order.map(({ at }) => ({
      userIds: programs[at]?.userIds ?? [],
      size: sizes[at] ?? 0,
    })),
    pairs: own
      .map(({ left, right, ...rest }) => ({
        ...rest,
        left: places.get(left) ?? 0,
        right: places.get(right) ?? 0,
      }))
      .toSorted((a, b) => b.share - a.share || b.shared - a.shared),
    share: order[0]?.share ?? 0,
  }
}
