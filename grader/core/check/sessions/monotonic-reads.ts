/**
 * Monotonic reads: what a session has seen it goes on seeing; its reads of a key never go back
 * to an older value. Terry et al., "Session guarantees for weakly consistent replicated data",
 * PDIS 1994.
 *
 * Judged from outside, for each session by itself: there is one order of the writes of each key
 * in which (1) writes of one session are in its order, and (2) the values that this session reads
 * never go back, nor to the initial value. So to read 1, then 2, then 1 again breaks it whoever
 * wrote them; to read 2 and then 1 breaks it when one session wrote 1 before 2.
 *
 * What cannot be seen: which of two values of different writers is older, when the session
 * read each of them but once. Two sessions that read them in opposite orders are both monotonic.
 */
import { causalEdges } from '../causal/edges.ts'
import { EVERYONE } from '../causal/links.ts'
import { INITIAL, type RegisterHistory } from '../causal/register-history.ts'
import type { Anomaly, HistoryVerdict } from '../history-verdict.ts'
import { type Guarantee, initialStory, tangleStory } from './session-story.ts'
import { sessionsOf } from './sessions.ts'
import { type Demand, type TangleFinder, tangleFinder } from './write-order.ts'

export function monotonicReads(registers: RegisterHistory): HistoryVerdict {
  const tangleIn = tangleFinder(registers, 'each-key')
  for (const nodes of sessionsOf(registers)) {
    const { anomaly } = goingBack(registers, nodes, tangleIn)
    if (anomaly !== undefined) return { verdict: 'fail', anomaly: anomaly() }
  }
  return { verdict: 'pass' }
}

/**
 * The keys on which a session's reads go back, by their numbers; and the story of one.
 * @param tangleIn looks at writes key by key
 */
export function goingBack(
  registers: RegisterHistory,
  nodes: readonly number[],
  tangleIn: TangleFinder,
): { readonly keys: ReadonlySet<number>; readonly anomaly: (() => Anomaly) | undefined } {
  const { key, source, isWrite } = registers
  const visible = causalEdges(registers, EVERYONE)
  const guarantee: Guarantee = { kind: 'monotonic-reads', visible }
  const keys = new Set<number>()
  let anomaly: (() => Anomaly) | undefined
  const demands: Demand[] = []
  const lastRead = new Map<number, number>()
  for (const node of nodes) {
    const onKey = key[node] as number
    if (isWrite[node] === 1) continue
    const to = source[node] as number
    const by = lastRead.get(onKey)
    const from = by === undefined ? INITIAL : (source[by] as number)
    if (by !== undefined && from !== INITIAL && to === INITIAL) {
      keys.add(onKey)
      anomaly ??= () => initialStory(registers, guarantee, { read: node, write: from, by })
      continue
    }
    lastRead.set(onKey, node)
    if (by !== undefined && from !== INITIAL && from !== to) {
      demands.push({ from, to, kind: 'overwrites', because: node, by })
    }
  }
  const tangle = tangleIn(demands)
  if (tangle !== undefined) {
    // All ties lie within one key: what is stuck belongs to keys with a cycle.
    for (const node of tangle.stuck) keys.add(key[node] as number)
    anomaly ??= () => tangleStory(registers, guarantee, tangle)
  }
  return { keys, anomaly }
}
