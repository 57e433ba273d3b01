/** The games in which the learner plays the network: what the clients ask, of whom, and the rules. */
import {
  type Check,
  type Claim,
  DEFAULT_NETWORK,
  type Json,
  type NemesisStep,
  type NodeId,
  requestsSucceed,
  type Scenario,
  storeIsAsGiven,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { type Quorum, replicasOf, showsAnomaly } from './claims.ts'
import { get, put, shuffled, storeScenario } from './scenarios.ts'

/** One of the requests of a game; the nodes differ from run to run. */
export interface Turn {
  readonly atMs: number
  /** A value to put; a get when left out. */
  readonly value?: string
  /** Its coordinator’s place in the order of this run. */
  readonly place: number
}

export interface Game {
  readonly id: string
  readonly title: string
  readonly nodeCount: number
  readonly quorum: Quorum
  /** Settles which nodes are its replicas. */
  readonly key: string
  readonly turns: readonly Turn[]
  /** A put of this value may fail. */
  readonly mayFail?: string
  readonly seedCount: number
  /** How long a coordinator waits for a quorum. */
  readonly patienceMs: number
  readonly mayLose: boolean
  /** The learner chooses who coordinates, and not how long messages take. */
  readonly mayChoose?: true
  /** How far the clock of the first node in the order of the run is ahead. */
  readonly aheadMs?: number
  readonly safetyMs: number
}

/** A check that is passed by a run that is not linearizable and keeps the rules. */
export function gameCheck(game: Game): Check {
  const { id, title, seedCount, quorum, turns, mayFail } = game
  const claims: readonly Claim[] = [
    storeIsAsGiven({ r: quorum.r, w: quorum.w, replicasOf: replicasOf(quorum) }),
    requestsSucceed({ mayFail: ({ op, value }) => op === 'put' && value === mayFail }),
    showsAnomaly(turns.length),
  ]
  return {
    id: id.split('/').at(-1) ?? id,
    title,
    claims,
    seedCount,
    scenario: (seed) => sceneOf(game, seed),
  }
}

function sceneOf(game: Game, seed: number): Scenario {
  const {
    id,
    nodeCount,
    quorum,
    key,
    turns,
    patienceMs,
    mayLose,
    aheadMs = 0,
    safetyMs,
    mayChoose = false,
  } = game
  const order = shuffled(seed, nodeCount)
  const coordinator = ({ place }: Turn): NodeId => order[place % nodeCount] ?? 'n1'
  const plan = turns.map((turn, index) => ({
    number: index + 1,
    op: turn.value === undefined ? 'get' : 'put',
    ...(turn.value === undefined ? {} : { value: turn.value }),
    coordinator: coordinator(turn),
    atMs: turn.atMs,
  }))
  const clocksMs: Json = aheadMs === 0 ? {} : { [order[0] ?? 'n1']: aheadMs }
  const scene = storeScenario({
    id: `quorum/${id}`,
    nodeCount,
    settings: { ...quorum, key, plan, patienceMs, mayLose, mayChoose, clocksMs },
    // What the learner does not choose takes no time worth speaking of.
    network: { ...DEFAULT_NETWORK, delayMicrosMin: MS, delayMicrosMax: MS },
    nemesis: aheadMs === 0 ? [] : [ahead(order[0] ?? 'n1', aheadMs)],
    operations: turns.map((turn, index) => ({
      at: turn.atMs * MS,
      client: `c${index + 1}`,
      node: coordinator(turn),
      body: turn.value === undefined ? get(key) : put(key, turn.value),
      timeoutMicros: (patienceMs + 300) * MS,
      retry: { everyMicros: 4 * SECOND, nodes: order },
    })),
    safetyMicros: safetyMs * MS,
    livenessMicros: SECOND,
  })
  return { ...scene, nodesPlayNetwork: true }
}

function ahead(node: NodeId, ms: number): NemesisStep {
  const target = { kind: 'node', node } as const
  return { at: 0, fault: { kind: 'skew', target, offsetMicros: ms * MS, driftPpm: 0 } }
}
