/** Plain scenarios for tests to start from. */
import { DEFAULT_BUDGETS, DEFAULT_NETWORK, nodeIds, type Scenario } from '#core'

/** Nodes on a healthy network with nothing to do. */
export function baseScenario(nodeCount: number): Scenario {
  return {
    id: 'test',
    nodes: nodeIds(nodeCount),
    clients: [],
    network: DEFAULT_NETWORK,
    nemesis: [],
    operations: [],
    settings: {},
    safetyMicros: 100_000,
    livenessMicros: 0,
    budgets: DEFAULT_BUDGETS,
  }
}
