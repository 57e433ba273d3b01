/** Clusters that are asked for commands, and stages that settle who can lead. */
import {
  type ClientOperation,
  type Fault,
  type NemesisStep,
  type NetworkOptions,
  type NodeId,
  nodeIds,
  Prng,
  type Scenario,
} from '#core'
import { MS } from '../shared-scenarios/units.ts'
import { raftScenario } from './scenarios.ts'

/** When a cluster that starts anew can be expected to have a leader. */
export const STARTED_MICROS = 900 * MS

/** Nobody answers before a later step; a client that waits asks for nothing else. */
const TIMEOUT_MICROS = 30 * MS

/** Requests at the end of each run, once everything is healed: when, and how often. */
const LAST_ROUNDS = 5
const LAST_ROUND_MICROS = 350 * MS
const LAST_REST_MICROS = 1_100 * MS

/** A command like “increment”, which may be meant every time. */
const SAME = 'x'

export interface Rounds {
  readonly fromMicros: number
  readonly everyMicros: number
  readonly count: number
  /** True: all are asked for the same each time; commands need not differ. */
  readonly isSame?: boolean
}

/**
 * In each round every node is asked for a command of its own, each by a client beside it, so
 * that whoever leads gets some: `b3` is what the client of `n2` asks for in the third round.
 */
function askEveryNode(nodeCount: number, rounds: Rounds): readonly ClientOperation[] {
  const { fromMicros, everyMicros, count, isSame = false } = rounds
  return Array.from({ length: count }, (_, round) =>
    nodeIds(nodeCount).map((node, place) => ({
      at: fromMicros + round * everyMicros,
      client: `c${place + 1}`,
      node,
      body: isSame ? SAME : `${'abcdefg'[place]}${round + 1}`,
      timeoutMicros: TIMEOUT_MICROS,
    })),
  ).flat()
}

export interface LogScenarioOptions {
  readonly id: string
  readonly nodeCount: number
  readonly network?: NetworkOptions
  readonly nemesis?: readonly NemesisStep[]
  /** Rounds in which every node is asked; those of the healthy cluster at the end come with it. */
  readonly rounds: readonly Rounds[]
  readonly safetyMicros: number
  /** True: nobody asks for anything once everything is healed. */
  readonly endsQuietly?: boolean
}

/**
 * A cluster whose nodes are asked for commands. It ends with a phase in which nothing is
 * wrong: there must be a leader, it must take commands, and then there is quiet.
 */
export function logScenario(options: LogScenarioOptions): Scenario {
  const { rounds, nodeCount, safetyMicros, endsQuietly = false, ...rest } = options
  const last = {
    fromMicros: safetyMicros + 700 * MS,
    everyMicros: LAST_ROUND_MICROS,
    count: endsQuietly ? 0 : LAST_ROUNDS,
  }
  const livenessMicros = 700 * MS + LAST_ROUNDS * LAST_ROUND_MICROS + LAST_REST_MICROS
  return {
    ...raftScenario({ ...rest, nodeCount, safetyMicros, livenessMicros }),
    clients: nodeIds(nodeCount).map((_, place) => `c${place + 1}`),
    operations: numbered([...rounds, last].flatMap((each) => askEveryNode(nodeCount, each))),
  }
}

/** Later rounds go on counting, so that no two commands are the same. */
function numbered(operations: readonly ClientOperation[]): readonly ClientOperation[] {
  const counts = new Map<string, number>()
  return operations.map((operation) => {
    const { client, body } = operation
    if (typeof body !== 'string' || body === SAME) return operation
    const count = (counts.get(client) ?? 0) + 1
    counts.set(client, count)
    return { ...operation, body: `${body[0]}${count}` }
  })
}

/** One of these values, as the seed settles it; `what` keeps two choices apart. */
export function chosen<T>(seed: number, what: string, values: readonly T[]): T {
  return new Prng(seed, `chosen ${what}`).pick(values)
}

/** The nodes in an order that the seed settles: who plays which part in a script. */
export function cast(seed: number, nodeCount: number): readonly NodeId[] {
  return new Prng(seed, 'cast').shuffle(nodeIds(nodeCount))
}

/** Who can talk to whom in a part of a script; everybody else is alone. */
export interface Stage {
  readonly at: number
  /** Talks to each of `followers`; nobody else talks to anybody. */
  readonly leader: NodeId
  readonly followers: readonly NodeId[]
}

const STAGE = 'stage'

/**
 * Sets the stage: a star, in which nobody but the node in the middle can collect the votes
 * of a majority, however long each node waits. It needs followers that are no majority by
 * themselves with one of the others: at least four nodes, or a single follower.
 */
export function setStage(nodeCount: number, stage: Stage): readonly NemesisStep[] {
  const { at, leader, followers } = stage
  const others = nodeIds(nodeCount).filter((node) => node !== leader)
  const outside = others.filter((node) => !followers.includes(node))
  const alone: Fault = { kind: 'partition', name: STAGE, groups: others.map((node) => [node]) }
  const outsiders: Fault = { kind: 'partition', name: STAGE, groups: [[leader], outside] }
  return [
    { at, fault: { kind: 'heal', name: STAGE } },
    { at, fault: alone },
    ...(outside.length === 0 ? [] : [{ at, fault: outsiders }]),
  ]
}

/** Ends the stage: everybody talks to everybody. */
export function clearStage(at: number): NemesisStep {
  return { at, fault: { kind: 'heal', name: STAGE } }
}

export interface Asking {
  readonly node: NodeId
  readonly fromMicros: number
  readonly count: number
  /** Time between two commands; 35 ms when left out, as clients wait 30 ms for an answer. */
  readonly everyMicros?: number
}

/** Commands to single nodes, each by the client beside it. */
export function askNodes(
  nodeCount: number,
  askings: readonly Asking[],
): readonly ClientOperation[] {
  return askings.flatMap(({ node, fromMicros, count, everyMicros = 35 * MS }) => {
    const place = nodeIds(nodeCount).indexOf(node)
    return Array.from({ length: count }, (_, index) => ({
      at: fromMicros + index * everyMicros,
      client: `c${place + 1}`,
      node,
      body: `${'abcdefg'[place]}0`,
      timeoutMicros: Math.min(TIMEOUT_MICROS, everyMicros),
    }))
  })
}

export interface PlayOptions extends Omit<LogScenarioOptions, 'rounds'> {
  /** What single nodes are asked for while the script runs. */
  readonly asked: readonly ClientOperation[]
}

/** A cluster in which only the nodes of a script are asked, until everything is healed. */
export function playScenario({ asked, ...options }: PlayOptions): Scenario {
  const base = logScenario({ ...options, rounds: [] })
  const operations = [...asked, ...base.operations].sort((a, b) => a.at - b.at)
  return { ...base, operations: numbered(operations) }
}

export interface Turns {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  readonly count: number
  readonly turnMicros: number
}

/**
 * One after the other leads, and is then alone with its client for a turn, in which it makes
 * entries that nobody else has. It comes back to a leader that has only just begun and knows
 * nothing of its log, while that one's predecessor is alone.
 */
export function leadersTakeTurns(turns: Turns): readonly NemesisStep[] {
  const { seed, nodeCount, fromMicros, count, turnMicros } = turns
  if (nodeCount < 4) return nodesTakeTurns(turns)
  const order = cast(seed, nodeCount)
  const inTurn = (turn: number) => order[turn % nodeCount] as NodeId
  const stages = Array.from({ length: count + 1 }, (_, turn) => {
    const leader = inTurn(turn)
    const alone = turn === 0 ? [] : [inTurn(turn - 1)]
    const followers = order.filter((node) => node !== leader && !alone.includes(node))
    const at = turn === 0 ? 0 : fromMicros + (turn - 1) * turnMicros
    return setStage(nodeCount, { at, leader, followers })
  })
  return [...stages.flat(), clearStage(fromMicros + count * turnMicros)]
}

/** With three nodes the other two settle among themselves who leads: each is alone at random. */
function nodesTakeTurns(turns: Turns): readonly NemesisStep[] {
  const { seed, nodeCount, fromMicros, count, turnMicros } = turns
  const prng = new Prng(seed, 'who is alone')
  let alone: NodeId = ''
  const cuts = Array.from({ length: count }, (_, turn) => {
    const at = fromMicros + turn * turnMicros
    alone = prng.pick(nodeIds(nodeCount).filter((node) => node !== alone))
    const groups = [[alone], nodeIds(nodeCount).filter((node) => node !== alone)]
    return [clearStage(at), { at, fault: { kind: 'partition', name: STAGE, groups } }] as const
  })
  return [...cuts.flat(), clearStage(fromMicros + count * turnMicros)]
}
