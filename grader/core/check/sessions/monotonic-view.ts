/**
 * What a session whose reads never go back must have seen, when seeing one write means seeing
 * others: the part that monotonic writes and writes follow reads have in common.
 *
 * Neither shows in a single read. They show in a session's reads one after the other, and only
 * if what the session has seen it goes on seeing. Reads of a key on which the session itself
 * goes back are therefore left out: they would say nothing about the writers. So are those of a
 * key of which it has ambiguous reads, for nobody can tell whether it goes back.
 */
import type { Edge } from '../causal/edges.ts'
import { INITIAL, type RegisterHistory } from '../causal/register-history.ts'
import type { HistoryVerdict } from '../history-verdict.ts'
import { goingBack } from './monotonic-reads.ts'
import { type Guarantee, initialStory, tangleStory } from './session-story.ts'
import { sessionsOf } from './sessions.ts'
import { type Demand, type Grouping, type TangleFinder, tangleFinder } from './write-order.ts'

/** What comes into view with a write, for one session. */
export interface Horizon {
  /**
   * Brings a write that was read into view. `onVisible` is told each write that comes into view
   * with it; it may be told of the write itself, too.
   */
  see(write: number, onVisible: (write: number) => void): void
  /** Ties that hold among what is in view, beyond the order in which sessions wrote. */
  readonly edges: readonly Edge[]
}

export function judgeViews(
  registers: RegisterHistory,
  { guarantee, grouping }: { guarantee: Guarantee; grouping: Grouping },
  horizonOf: () => Horizon,
): HistoryVerdict {
  const keyByKey = tangleFinder(registers, 'each-key')
  const tangleIn = grouping === 'each-key' ? keyByKey : tangleFinder(registers, grouping)
  for (const nodes of sessionsOf(registers)) {
    const unsteady = goingBack(registers, nodes, keyByKey).keys
    const view = { nodes, unsteady, guarantee, tangleIn }
    const verdict = judgeView(registers, view, horizonOf())
    if (verdict.verdict !== 'pass') return verdict
  }
  return { verdict: 'pass' }
}

/** What there is to know of one session as a reader. */
interface View {
  readonly nodes: readonly number[]
  /** Keys whose reads are left out. */
  readonly unsteady: ReadonlySet<number>
  readonly guarantee: Guarantee
  readonly tangleIn: TangleFinder
}

function judgeView(
  registers: RegisterHistory,
  { nodes, unsteady, guarantee, tangleIn }: View,
  horizon: Horizon,
): HistoryVerdict {
  const { key, keyCount, process, source, isWrite, leftOut } = registers
  const demands: Demand[] = []
  const news = new News(registers)
  for (const node of nodes) {
    const onKey = key[node] as number
    if (isWrite[node] === 1) continue
    const isAmbiguous = leftOut.has((process[node] as number) * keyCount + onKey)
    if (isAmbiguous || unsteady.has(onKey)) continue
    const to = source[node] as number
    if (to !== INITIAL) horizon.see(to, (write) => news.add(write, node))
    const seen = news.take(onKey)
    const [first] = seen
    if (to === INITIAL && first !== undefined) {
      const stale = { read: node, ...first }
      return { verdict: 'fail', anomaly: initialStory(registers, guarantee, stale) }
    }
    for (const { write, by } of seen) {
      if (write === to) continue
      demands.push({ from: write, to, kind: 'overwrites', because: node, by })
    }
    if (to !== INITIAL) news.add(to, node)
  }
  const tangle = tangleIn([...horizon.edges, ...demands])
  if (tangle === undefined) return { verdict: 'pass' }
  return { verdict: 'fail', anomaly: tangleStory(registers, guarantee, tangle) }
}

interface Sighting {
  readonly write: number
  /** The session's read that brought it into view. */
  readonly by: number
}

/**
 * The writes of each key that came into view since the session last read that key. The value
 * that it read then stands for all before: they are older.
 */
class News {
  readonly #registers: RegisterHistory
  readonly #byKey = new Map<number, Sighting[]>()

  constructor(registers: RegisterHistory) {
    this.#registers = registers
  }

  add(write: number, by: number): void {
    const { key, process, isPending } = this.#registers
    const known = this.#byKey.get(key[write] as number)
    if (known === undefined) {
      this.#byKey.set(key[write] as number, [{ write, by }])
      return
    }
    const last = known.at(-1)?.write ?? write
    // A session's writes of a key are in order: the later one says all that the earlier one did.
    const isNewer = last < write && process[last] === process[write] && isPending[last] === 0
    if (isNewer) known.pop()
    known.push({ write, by })
  }

  take(key: number): readonly Sighting[] {
    const seen = this.#byKey.get(key) ?? []
    this.#byKey.delete(key)
    return seen
  }
}
