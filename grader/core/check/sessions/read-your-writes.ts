/**
 * Read your writes: a session that has written a key sees that write, or a newer one, in every
 * later read of the key. Terry et al., "Session guarantees for weakly consistent replicated
 * data", PDIS 1994.
 *
 * Judged from outside, for each session by itself: there is one order of the writes of each key
 * in which (1) writes of one session are in its order, (2) what this session wrote is newer than
 * what it had read of that key before, and (3) each of its reads returns its latest earlier
 * write, or a newer one. That is the weakest reading under which all others of this ladder imply
 * it: sessions need not agree on the order.
 *
 * What cannot be seen: a session that read a foreign value after its own write may have missed
 * that write, or the foreign one may be newer; it gets the benefit of the doubt. A write whose
 * outcome the session never learnt is owed to nobody.
 */
import { INITIAL, type RegisterHistory } from '../causal/register-history.ts'
import type { HistoryVerdict } from '../history-verdict.ts'
import { OwnOverwrites } from './own-overwrites.ts'
import { type Guarantee, initialStory, tangleStory } from './session-story.ts'
import { sessionsOf } from './sessions.ts'
import { type Demand, tangleFinder } from './write-order.ts'

/** A session knows of its own writes directly. */
const GUARANTEE: Guarantee = { kind: 'read-your-writes', visible: () => [] }

export function readYourWrites(registers: RegisterHistory): HistoryVerdict {
  const { key, source, isWrite, isPending } = registers
  const tangleIn = tangleFinder(registers, 'each-key')
  for (const nodes of sessionsOf(registers)) {
    const own = new OwnOverwrites(registers)
    const demands: Demand[] = []
    const latest = new Map<number, number>()
    for (const node of nodes) {
      const onKey = key[node] as number
      if (isWrite[node] === 1) {
        own.onWrite(node)
        if (isPending[node] === 0) latest.set(onKey, node)
        continue
      }
      own.onRead(node)
      const write = latest.get(onKey)
      if (write === undefined) continue
      const to = source[node] as number
      if (to === INITIAL) {
        const stale = { read: node, write, by: write }
        return { verdict: 'fail', anomaly: initialStory(registers, GUARANTEE, stale) }
      }
      if (to !== write) {
        demands.push({ from: write, to, kind: 'overwrites', because: node, by: write })
      }
    }
    const tangle = tangleIn([...own.edges, ...demands])
    if (tangle !== undefined) {
      return { verdict: 'fail', anomaly: tangleStory(registers, GUARANTEE, tangle) }
    }
  }
  return { verdict: 'pass' }
}
