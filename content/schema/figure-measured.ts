/**
 * Kinds of figures whose numbers come from many runs: latencies on a map, slopes, timeouts,
 * quorums, and systems placed by what was measured.
 */
import type { Json, Scenario, Trace } from '#core'
import type { NodeClass } from '#systems/class-host.ts'
import type { Option } from './figure-option.ts'

/** Sites on a map, a leader, a mode of replication: what one operation costs. */
export interface RttMapFigure {
  readonly kind: 'rtt-map'
  readonly node: NodeClass
  readonly seed: number
  /** Node ids with their places, x and y from 0 to 100. */
  readonly sites: readonly {
    readonly id: string
    readonly name: string
    readonly x: number
    readonly y: number
  }[]
  /** Round trips in milliseconds by pair of sites in their order: `{ 'n1,n2': 80 }`. */
  readonly rttMs: Readonly<Record<string, number>>
  readonly modes: readonly Option[]
  readonly operations: readonly Option[]
  /** Client `c1` is beside `at`; its one operation goes there. Links are laid by the kind. */
  scenario(setting: RttSetting): Scenario
  /** Milliseconds by `mode,operation,leader,client`; any number of them, each is tested. */
  readonly expected: Readonly<Record<string, number>>
  readonly summary: string
}

export interface RttSetting {
  readonly mode: string
  readonly operation: string
  /** Ids of sites. */
  readonly leader: string
  readonly client: string
}

/** Latency of operations against the round trip between nodes: slopes 0, 1, 2. */
export interface SlopeFigure {
  readonly kind: 'slope'
  readonly node: NodeClass
  readonly seed: number
  /** Round trips to try, in milliseconds. */
  readonly rttsMs: readonly number[]
  readonly operations: readonly {
    readonly id: string
    readonly name: string
    /** Round trips that it waits for: asserted against the runs. */
    readonly slope: number
  }[]
  /** One operation of `c1` on a network with this round trip; the client sits beside its node. */
  scenario(operation: string, rttMs: number): Scenario
  readonly summary: string
}

/** False suspicion against time to detect, over many seeds, for several timeouts. */
export interface TimeoutPlotFigure {
  readonly kind: 'timeout-plot'
  readonly node: NodeClass
  readonly seedCount: number
  readonly timeoutsMs: readonly number[]
  /** Weathers of the network to compare, at most three. */
  readonly weathers: readonly Option[]
  /** With or without the crash that should be detected. */
  scenario(setting: {
    readonly timeoutMs: number
    readonly weather: string
    readonly crash: 'crash' | 'no crash'
  }): Scenario
  /** From a run: how often somebody alive was suspected, and how long the crash went unnoticed. */
  measure(trace: Trace): {
    readonly falseSuspicions: number
    readonly detectedAfterMs: number | undefined
  }
  readonly summary: string
}

/** Systems in the four quadrants of PACELC, placed by running them. */
export interface QuadrantsFigure {
  readonly kind: 'quadrants'
  readonly exhibits: readonly Exhibit[]
  readonly summary: string
}

export interface Exhibit {
  readonly id: string
  /** System, operation and setting: “etcd, linearizable read”. */
  readonly name: string
  /** What somebody published about it, with whom and when; shown beside the measurement. */
  readonly published?: string
  readonly node: NodeClass
  readonly seed: number
  /** Reads and writes of a register on both sides; `cut` says whether the sides lose touch. */
  scenario(network: { readonly isCut: boolean; readonly rttMs: number }): Scenario
  /** What the register holds at first; its commands are those of content/figures/operations.ts. */
  readonly initial: Json
  readonly expected: Placement
}

/**
 * Where runs put it. During a cut: `C` when the history is linearizable, `A` when everybody was
 * answered without an error, `neither` when neither holds; a run with both tells nothing and is
 * refused. Otherwise: `C` when linearizable over both distances; else `L` when no operation took
 * longer over the longer one; else `neither`.
 */
export interface Placement {
  readonly partition: 'A' | 'C' | 'neither'
  readonly otherwise: 'L' | 'C' | 'neither'
}

/** N, R and W: what reads and writes cost, and what they survive. Percentiles over many seeds. */
export interface QuorumFigure {
  readonly kind: 'quorum'
  readonly node: NodeClass
  readonly seedCount: number
  /** Numbers of nodes to choose from. */
  readonly sizes: readonly number[]
  readonly first: QuorumSetting
  /** Reads and writes of registers, as in content/figures/operations.ts. */
  scenario(setting: QuorumSetting): Scenario
  readonly initial: Json
  /** Whether every seed's history is linearizable, by `n,r,w`; any number of them, each tested. */
  readonly expected: Readonly<Record<string, 'linearizable' | 'not linearizable'>>
  readonly summary: string
}

export interface QuorumSetting {
  readonly n: number
  readonly r: number
  readonly w: number
}
