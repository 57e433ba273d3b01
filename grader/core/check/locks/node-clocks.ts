/** What each node's clock shows, as the trace tells it (see `skew` in trace/event.ts). */
import type { Micros, NodeId, TraceEvent } from '../../trace/event.ts'

const MILLION = 1_000_000

interface ClockSetting {
  readonly setAt: Micros
  readonly showed: Micros
  readonly driftPpm: number
}

export class NodeClocks {
  readonly #settings = new Map<NodeId, ClockSetting>()

  /** Takes an event into account. */
  look(event: TraceEvent): void {
    if (event.kind !== 'skew') return
    const { node, at: setAt, offsetMicros, driftPpm } = event
    this.#settings.set(node, { setAt, showed: setAt + offsetMicros, driftPpm })
  }

  /** What the node's clock shows at simulated time `at`; never less than 0. */
  read(node: NodeId, at: Micros): Micros {
    const setting = this.#settings.get(node)
    if (setting === undefined) return at
    const { setAt, showed, driftPpm } = setting
    const elapsed = Math.floor(((at - setAt) * (MILLION + driftPpm)) / MILLION)
    return Math.max(0, showed + elapsed)
  }
}
