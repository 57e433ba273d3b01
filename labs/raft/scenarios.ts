/** The clusters, networks and faults in which Raft solutions are tried. */
import {
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type FaultKind,
  type NemesisStep,
  type NetworkOptions,
  nodeIds,
  Prng,
  type Scenario,
  swarmNemesis,
} from '#core'
import { MS } from '../shared-scenarios/units.ts'

/** The longest delay of a message in any network below. */
const DELAY_MICROS_MAX = 120 * MS

/** Loses one message in ten, repeats one in twenty, and delays one in twenty for long. */
export const LOSSY: NetworkOptions = {
  ...DEFAULT_NETWORK,
  lossPermille: 100,
  duplicatePermille: 50,
  keepsOrder: false,
  tailPermille: 50,
  tailMicrosMax: DELAY_MICROS_MAX,
}

/** Repeats a third of the messages: whoever counts messages instead of voters miscounts. */
export const REPEATING: NetworkOptions = {
  ...DEFAULT_NETWORK,
  duplicatePermille: 350,
  keepsOrder: false,
  tailPermille: 200,
  tailMicrosMax: DELAY_MICROS_MAX,
}

/** Delivers many messages late, so that they overtake each other. */
export const SLOW: NetworkOptions = {
  ...DEFAULT_NETWORK,
  tailPermille: 250,
  tailMicrosMax: DELAY_MICROS_MAX,
}

export interface ScenarioOptions {
  readonly id: string
  readonly nodeCount: number
  readonly network?: NetworkOptions
  readonly nemesis?: readonly NemesisStep[]
  readonly safetyMicros: number
  readonly livenessMicros: number
}

/** A cluster of Raft servers without clients. */
export function raftScenario(options: ScenarioOptions): Scenario {
  const { id, nodeCount, network = DEFAULT_NETWORK, nemesis = [] } = options
  return {
    id,
    nodes: nodeIds(nodeCount),
    clients: [],
    network,
    nemesis,
    operations: [],
    settings: {},
    safetyMicros: options.safetyMicros,
    livenessMicros: options.livenessMicros,
    budgets: DEFAULT_BUDGETS,
  }
}

/** The node that came to lead last. */
export const LEADER = { kind: 'where', field: 'role', value: 'leader', pick: 'latest' } as const

/** The node that has led for longest: with two leaders, the one whose term is over. */
export const OLD_LEADER = { ...LEADER, pick: 'earliest' } as const

/** Random faults that like to hit the leader, between 0.5 s and `untilMicros`. */
export function raftSwarm(
  seed: number,
  nodeCount: number,
  kinds: readonly FaultKind[],
  untilMicros: number,
): readonly NemesisStep[] {
  return swarmNemesis({
    seed,
    nodes: nodeIds(nodeCount),
    kinds,
    fromMicros: 300 * MS,
    untilMicros,
    gapMicrosMin: 100 * MS,
    gapMicrosMax: 900 * MS,
    lengthMicrosMin: 50 * MS,
    lengthMicrosMax: 900 * MS,
    favourite: { field: LEADER.field, value: LEADER.value },
  })
}

/** An odd or even cluster size by seed. */
export function sizeFor(seed: number, sizes: readonly number[]): number {
  return new Prng(seed, 'cluster size').pick(sizes)
}
