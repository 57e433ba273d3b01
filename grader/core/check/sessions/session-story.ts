/** Tells which read broke a session guarantee, and how the session should have known better. */
import { present } from '../../assert.ts'
import { staleStory } from '../causal/causal-story.ts'
import { cycleAmong, type Edge, type Incoming, inSessions, pathBetween } from '../causal/edges.ts'
import type { RegisterHistory } from '../causal/register-history.ts'
import type { Anomaly } from '../history-verdict.ts'
import type { Demand, Tangle } from './write-order.ts'

/** How one operation makes another visible to a session, under one guarantee. */
export interface Guarantee {
  /** `monotonic-reads`: the kind of its anomalies. */
  readonly kind: string
  /** The ties by which a session that sees the one must see the other. */
  readonly visible: Incoming
}

/** A read of the initial value of a key, after the session must have seen a write of it. */
export function initialStory(
  registers: RegisterHistory,
  { kind, visible }: Guarantee,
  { read, write, by }: { read: number; write: number; by: number },
): Anomaly {
  return staleStory(registers, kind, {
    read,
    known: knownPath(visible, { read, write, by }),
    over: [],
  })
}

/** The latest read in a circle of ties; ties among operations alone make no circle. */
export function tangleStory(
  registers: RegisterHistory,
  { kind, visible }: Guarantee,
  { stuck, incoming }: Tangle,
): Anomaly {
  const start = Math.min(...stuck)
  const cycle = cycleAmong(start, (node) => stuck.has(node), incoming)
  const demands = cycle.filter(isDemand)
  const last = demands.reduce((a, b) => (b.because > a.because ? b : a))
  const place = cycle.indexOf(last)
  // What the writers did is better told than what else this session had to believe.
  const plain: Incoming = (node) => incoming(node).filter((edge) => !isDemand(edge))
  const over =
    pathBetween(last.to, last.from, plain) ??
    inSessions([...cycle.slice(place + 1), ...cycle.slice(0, place)])
  const { from: write, because: read, by } = last
  return staleStory(registers, kind, { read, known: knownPath(visible, { read, write, by }), over })
}

function isDemand(edge: Edge): edge is Demand {
  return 'by' in edge
}

/** The way by which a session knew of a write when it read. */
function knownPath(
  visible: Incoming,
  { read, write, by }: { read: number; write: number; by: number },
): Edge[] {
  const last: Edge = { from: by, to: read, kind: 'process-order', because: -1 }
  if (by === write) return [last]
  const way = pathBetween(write, by, visible)
  return inSessions([...present(way, 'what was read before made the write visible'), last])
}
