/** Runs a model of a system on networks that cut, clog, lose and pause, another for each seed. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  type FaultKind,
  type Json,
  present,
  runSeed,
  type Scenario,
  swarmNemesis,
  type Trace,
} from '#core'
import { ClassHost, type NodeClass } from '#systems/class-host.ts'
import { MS } from './run-system.ts'

export interface Swarm {
  readonly nodes: readonly string[]
  readonly settings: Scenario['settings']
  /** The kinds of faults that there may be. */
  readonly faults: readonly FaultKind[]
  readonly duplicatePermille: number
  readonly timeoutMs: number
  /** What each client asks the node beside it, twelve times. */
  body(turn: number, client: number): Json
}

const TURNS = 12
const FIRST_MS = 400
const TURN_MS = 200

/** The same run for the same seed. */
export function runSwarm(nodeClass: NodeClass, swarm: Swarm, seed: number): Trace {
  const scenario = scenarioOf(swarm, seed)
  const check = { id: 'swarm', title: 'swarm', claims: [], seedCount: 1, scenario: () => scenario }
  const { trace } = runSeed({ check, seed, host: new ClassHost(nodeClass), keepTrace: true })
  return present(trace, 'keepTrace is on')
}

function scenarioOf(swarm: Swarm, seed: number): Scenario {
  const { nodes, settings, faults, duplicatePermille, timeoutMs } = swarm
  return {
    id: 'swarm',
    nodes,
    clients: nodes.map((_, index) => `c${index + 1}`),
    network: {
      delayMicrosMin: 2 * MS,
      delayMicrosMax: 20 * MS,
      tailPermille: 50,
      tailMicrosMax: 120 * MS,
      lossPermille: 20,
      duplicatePermille,
      keepsOrder: false,
    },
    nemesis: swarmNemesis({
      seed,
      nodes,
      kinds: faults,
      fromMicros: 300 * MS,
      untilMicros: 2_500 * MS,
      gapMicrosMin: 50 * MS,
      gapMicrosMax: 400 * MS,
      lengthMicrosMin: 50 * MS,
      lengthMicrosMax: 600 * MS,
      favourite: { field: 'role', value: 'leader' },
    }),
    operations: Array.from({ length: TURNS }, (_, turn) =>
      nodes.map(
        (node, index): ClientOperation => ({
          at: (FIRST_MS + turn * TURN_MS + index * 7) * MS,
          client: `c${index + 1}`,
          node,
          body: swarm.body(turn, index),
          timeoutMicros: timeoutMs * MS,
        }),
      ),
    ).flat(),
    settings,
    safetyMicros: 3_000 * MS,
    livenessMicros: 1_000 * MS,
    budgets: DEFAULT_BUDGETS,
  }
}
