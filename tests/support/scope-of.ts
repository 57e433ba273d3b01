/** The scope of an exploration, for tests that name only what matters to them. */
import { NO_FAULTS, nodeIds, type Scope } from '#core'

/** A scope without clients and faults, in which whatever is under way may come next. */
export function scopeOf(nodeCount: number, parts: Partial<Scope> = {}): Scope {
  return {
    id: 'nodes',
    nodes: nodeIds(nodeCount),
    settings: {},
    operations: [],
    network: 'any-order',
    timers: 'any-order',
    faults: NO_FAULTS,
    cuts: [],
    ...parts,
  }
}
