/**
 * Stores that answer reads at random, each as loosely as its isolation level lets it. They
 * make histories that tell neighbouring levels apart.
 */
import type { Prng } from '../../../grader/core/sim/prng.ts'
import type { Json } from '../../../grader/core/trace/event.ts'

/**
 * `torn` puts the writes of some keys in the opposite order; `wild` answers with whatever was
 * ever there, also with what was taken back.
 */
export type Engine = 'serial' | 'snapshot' | 'fork' | 'committed' | 'torn' | 'wild'

export const ENGINES: readonly Engine[] = [
  'serial',
  'snapshot',
  'fork',
  'fork',
  'committed',
  'torn',
  'wild',
  'wild',
]

/** `[f, key, value]`; the value of a read is filled in. */
export type RandomStep = [string, string, Json]

export interface RandomPlan {
  readonly steps: RandomStep[]
  /** Whether what it writes stays. */
  readonly isCommitted: boolean
}

type Store = Map<string, Json>

interface Commit {
  readonly plan: RandomPlan
  /** The commits that it saw, as places in order. */
  readonly sees: ReadonlySet<number>
}

/** Answers all reads of `plans`, which take effect in their order. */
export function answerReads(plans: readonly RandomPlan[], engine: Engine, prng: Prng): void {
  const commits: Commit[] = []
  const dirty: RandomPlan[] = []
  for (const plan of plans) {
    const sees = visibleTo(plan, commits, { engine, prng })
    const own: RandomStep[] = []
    for (const step of plan.steps) {
      if (step[0] !== 'r') {
        own.push(step)
        continue
      }
      const from = isLoose(engine) ? visibleTo(plan, commits, { engine, prng }) : sees
      const seen = commits.filter((_, place) => from.has(place)).map((commit) => commit.plan)
      if (engine === 'wild' && prng.chance(700)) seen.push(...dirty.filter(() => prng.chance(700)))
      const store: Store = new Map()
      // Which keys are torn stays the same for the whole history.
      if (engine === 'torn' && step[1] !== 'x') seen.reverse()
      for (const { steps } of seen) applyTo(store, writesOf(steps, { engine, prng }))
      applyTo(store, own)
      step[2] = store.get(step[1]) ?? null
    }
    if (plan.isCommitted) commits.push({ plan, sees })
    else dirty.push(plan)
  }
}

function isLoose(engine: Engine): boolean {
  return engine === 'committed' || engine === 'wild'
}

function writesOf(
  steps: readonly RandomStep[],
  { engine, prng }: { readonly engine: Engine; readonly prng: Prng },
): readonly RandomStep[] {
  const writes = steps.filter(([f]) => f !== 'r')
  return engine === 'wild' && prng.chance(250) ? writes.slice(0, -1) : writes
}

function applyTo(store: Store, writes: readonly RandomStep[]): void {
  for (const [f, key, value] of writes) {
    store.set(key, f === 'w' ? value : [...((store.get(key) ?? []) as Json[]), value])
  }
}

/** The places of the commits from which a transaction reads. */
function visibleTo(
  plan: RandomPlan,
  commits: readonly Commit[],
  { engine, prng }: { readonly engine: Engine; readonly prng: Prng },
): ReadonlySet<number> {
  const all = new Set(commits.keys())
  if (engine === 'serial' || engine === 'torn') return all
  if (engine !== 'fork') {
    const count = prng.chance(400) ? commits.length : prng.between(0, commits.length)
    const later = commits.slice(count)
    const isClash = engine === 'snapshot' && later.some((commit) => clash(commit.plan, plan))
    return isClash ? all : new Set([...all].slice(0, count))
  }
  const sees = new Set<number>()
  for (const [place, commit] of commits.entries()) {
    if (!clash(commit.plan, plan) && prng.chance(550)) continue
    sees.add(place)
    for (const before of commit.sees) sees.add(before)
  }
  return sees
}

function clash(one: RandomPlan, other: RandomPlan): boolean {
  const keys = new Set(one.steps.filter(([f]) => f !== 'r').map(([, key]) => key))
  return other.steps.some(([f, key]) => f !== 'r' && keys.has(key))
}
