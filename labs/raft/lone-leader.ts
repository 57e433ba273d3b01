/**
 * Rounds in which a node is made leader and then left without a majority, with a client that
 * reads from it, while the others elect somebody else and write: where a stale read shows.
 */
import {
  type ClientOperation,
  DEFAULT_NETWORK,
  type Json,
  type NemesisStep,
  type NetworkOptions,
  type NodeId,
  nodeIds,
  type Scenario,
} from '#core'
import { MS } from '../shared-scenarios/units.ts'
import { memberScenario, operator, transfer } from './member-scenarios.ts'

const CLIENTS = ['c1', 'c2', 'c3']
const ROUNDS = [0, 1, 2]
const FIRST_MICROS = 1_100 * MS
const PERIOD_MICROS = 950 * MS
/** How long before it is left alone a node is made leader. */
const BEFOREHAND_MICROS = 300 * MS
/** How long it is alone. */
const ALONE_MICROS = 450 * MS
const READ_EVERY_MICROS = 5 * MS
/** Before this nobody else is elected, as a rule. */
const BEFORE_SUCCESSOR_MICROS = 90 * MS
const WRITE_EVERY_MICROS = 12 * MS
/** Nobody can be elected earlier, unless leadership is handed on. */
const WRITES_AFTER_MICROS = 10 * MS

/** Who plays which part in a round. */
export interface Round {
  /** When the leader is left alone. */
  readonly at: number
  readonly leader: NodeId
  /** Followers that stay with it: too few for a majority. */
  readonly company: readonly NodeId[]
  /** The others, a majority. */
  readonly others: readonly NodeId[]
  /** The client that stays with it. */
  readonly reader: string
  /** Names the cuts of this round. */
  readonly name: string
}

export interface LoneLeaderOptions {
  readonly id: string
  readonly seed: number
  /** An odd number; of five, one follower stays with the leader. */
  readonly nodeCount?: 3 | 5
  readonly settings?: Scenario['settings']
  readonly network?: NetworkOptions
  /** What else happens in a round. */
  readonly faults?: (round: Round) => readonly NemesisStep[]
  /** The leader is asked to hand leadership on so long before it is left alone. */
  readonly handsOnBefore?: number
  /** The leader takes writes until the moment at which it is left alone. */
  readonly writesUntilAlone?: boolean
}

/** Leaders that are left alone, one after the other. */
export function loneLeaders(options: LoneLeaderOptions): Scenario {
  const { id, seed, nodeCount = 3, settings = {}, faults, handsOnBefore } = options
  const { writesUntilAlone = false, network } = options
  const nodes = nodeIds(nodeCount)
  const rounds = ROUNDS.map((index) => roundOf(nodes, seed, index))
  return memberScenario({
    id,
    seed,
    nodeCount,
    memberCount: nodeCount,
    clientCount: 0,
    settings,
    ...(network === undefined ? {} : { network }),
    safetyMicros: FIRST_MICROS + ROUNDS.length * PERIOD_MICROS,
    nemesis: rounds
      .flatMap((round) => [...(faults?.(round) ?? []), ...leftAlone(round)])
      .sort((a, b) => a.at - b.at),
    operators: [
      ...operator({
        client: 'c7',
        fromMicros: FIRST_MICROS - BEFOREHAND_MICROS,
        gapMicros: PERIOD_MICROS,
        commands: rounds.map(({ leader }) => transfer(leader)),
        nodes,
        timeoutMicros: BEFOREHAND_MICROS,
        everyMicros: 30 * MS,
      }),
      ...(handsOnBefore === undefined ? [] : rounds.map((round) => handOn(round, handsOnBefore))),
      ...rounds.flatMap((round) => writesBetween(round, nodes)),
      ...(writesUntilAlone ? rounds.flatMap(lastWrites) : []),
      ...rounds.flatMap(readsFrom),
      ...rounds.flatMap(readsFromSuccessor),
      ...rounds.flatMap(writesToOthers),
    ],
  })
}

function roundOf(nodes: readonly NodeId[], seed: number, index: number): Round {
  const turn = nodes.map((_, place) => nodes[(seed + index + place) % nodes.length] as NodeId)
  const company = (nodes.length - 3) / 2
  return {
    at: FIRST_MICROS + index * PERIOD_MICROS,
    leader: turn[0] as NodeId,
    company: turn.slice(1, 1 + company),
    others: turn.slice(1 + company),
    reader: `r${index + 1}`,
    name: `round-${index + 1}`,
  }
}

function leftAlone({ at, leader, company, others, reader, name }: Round): readonly NemesisStep[] {
  const groups = [
    [leader, ...company, reader],
    [...others, ...CLIENTS],
  ]
  return [
    { at, fault: { kind: 'partition', groups, name } },
    { at: at + ALONE_MICROS, fault: { kind: 'heal', name } },
  ]
}

interface Stream {
  readonly client: string
  /** The one node that is asked. */
  readonly node: NodeId
  /** When the operation with index 0 is asked. */
  readonly fromMicros: number
  /** Below zero the stream is counted from its end. */
  readonly everyMicros: number
  readonly count: number
  readonly timeoutMicros: number
  readonly body: (index: number) => Json
}

/** Operations that one client asks of one node, and of nobody else when it does not answer. */
function stream(options: Stream): readonly ClientOperation[] {
  const { client, node, fromMicros, everyMicros, count, timeoutMicros, body } = options
  return Array.from({ length: count }, (_, index) => ({
    at: fromMicros + index * everyMicros,
    client,
    node,
    body: body(index),
    timeoutMicros,
  }))
}

/** Two keys in turn. */
function keyOf(index: number): string {
  return index % 2 === 0 ? 'x' : 'y'
}

function get(index: number): Json {
  return { op: 'get', key: keyOf(index) }
}

function put(index: number, value: string): Json {
  return { op: 'put', key: keyOf(index), value }
}

/** Reads that go to the leader and nowhere else, from shortly before it is alone. */
function readsFrom({ at, leader, reader }: Round): readonly ClientOperation[] {
  return stream({
    client: reader,
    node: leader,
    fromMicros: at - 30 * MS,
    everyMicros: READ_EVERY_MICROS,
    count: Math.floor(ALONE_MICROS / READ_EVERY_MICROS),
    timeoutMicros: 40 * MS,
    body: get,
  })
}

/**
 * Writes before the leader is left alone, and early enough: a follower that misses none of them
 * may be elected although it has heard nothing since.
 */
function writesBetween({ at, name }: Round, nodes: readonly NodeId[]): readonly ClientOperation[] {
  return CLIENTS.map((client, index) => ({
    at: at - BEFOREHAND_MICROS - 80 * MS + index * 20 * MS,
    client,
    node: nodes[index % nodes.length] as NodeId,
    body: put(index, `${client}-${name}`),
    timeoutMicros: 140 * MS,
    retry: { everyMicros: 40 * MS, nodes },
  }))
}

/** Writes of which the leader's last followers may learn too late that they are committed. */
function lastWrites({ at, leader, reader, name }: Round): readonly ClientOperation[] {
  return stream({
    client: `${reader}9`,
    node: leader,
    fromMicros: at - 7 * MS,
    everyMicros: -7 * MS,
    count: 14,
    timeoutMicros: 30 * MS,
    body: (index) => put(index, `${name}-${index}`),
  })
}

/** Reads that go to one of the others, which may lead them by then. */
function readsFromSuccessor({ at, others, reader }: Round): readonly ClientOperation[] {
  return stream({
    client: `${reader}8`,
    node: others[0] as NodeId,
    fromMicros: at + BEFORE_SUCCESSOR_MICROS,
    everyMicros: READ_EVERY_MICROS,
    count: Math.floor((ALONE_MICROS - 2 * BEFORE_SUCCESSOR_MICROS) / READ_EVERY_MICROS),
    timeoutMicros: 60 * MS,
    body: get,
  })
}

/** Writes that go to each of the others, so that the first to lead there has one at once. */
function writesToOthers({ at, others, reader }: Round): readonly ClientOperation[] {
  return others.flatMap((node, place) =>
    stream({
      client: `${reader}${place + 1}`,
      node,
      fromMicros: at + WRITES_AFTER_MICROS,
      everyMicros: WRITE_EVERY_MICROS,
      count: Math.floor((ALONE_MICROS - WRITES_AFTER_MICROS) / WRITE_EVERY_MICROS),
      timeoutMicros: 200 * MS,
      body: (index) => put(index, `${reader}-${node}-${index}`),
    }),
  )
}

/** Asks the leader to hand leadership on, right before it is left alone. */
function handOn({ at, leader, others, reader }: Round, beforeMicros: number): ClientOperation {
  const body = { op: 'transfer', to: others[0] as NodeId }
  return { at: at - beforeMicros, client: `${reader}0`, node: leader, body, timeoutMicros: 20 * MS }
}

/** How far off true time a clock may run in these checks: far more than real ones do. */
const DRIFT_PPM_MAX = 300_000

export const DRIFT_SETTINGS: Scenario['settings'] = { driftPpmMax: DRIFT_PPM_MAX }

/** Hardly any time between an election and what it leads to, so that each millisecond counts. */
export const QUICK: NetworkOptions = {
  ...DEFAULT_NETWORK,
  delayMicrosMin: 200,
  delayMicrosMax: MS,
  tailPermille: 0,
}

/** The leader's clock as slow as it may be, and the others' as fast. */
export function driftApart({ at, leader, others }: Round): readonly NemesisStep[] {
  const drift = (node: NodeId, driftPpm: number): NemesisStep => ({
    at: at - BEFOREHAND_MICROS,
    fault: { kind: 'drift', target: { kind: 'node', node }, driftPpm },
  })
  return [drift(leader, -DRIFT_PPM_MAX), ...others.map((node) => drift(node, DRIFT_PPM_MAX))]
}

/** The leader stands still from right before it is alone, and goes on with what it knew. */
export function pausedLeader({ at, leader }: Round): readonly NemesisStep[] {
  const target = { kind: 'node', node: leader } as const
  return [
    { at: at - 15 * MS, fault: { kind: 'pause', target } },
    { at: at + ALONE_MICROS - 75 * MS, fault: { kind: 'resume', target } },
  ]
}

/** One of the others has not heard from the leader for a while, and is about to stand. */
export function deafCandidate({ at, leader, others, name }: Round): readonly NemesisStep[] {
  const groups = [[leader], [others[0] as NodeId]]
  return [
    { at: at - 140 * MS, fault: { kind: 'partition', groups, name: `${name}-deaf` } },
    { at: at + ALONE_MICROS, fault: { kind: 'heal', name: `${name}-deaf` } },
  ]
}

/** One of the others misses what the leader stores last, and then elects the one that has it. */
export function lateFollower({ at, leader, others, name }: Round): readonly NemesisStep[] {
  const groups = [[leader], [others[1] as NodeId]]
  return [
    { at: at - 110 * MS, fault: { kind: 'partition', groups, name: `${name}-late` } },
    { at: at + ALONE_MICROS, fault: { kind: 'heal', name: `${name}-late` } },
  ]
}

/** The other one has answered the leader, crashes, and is back at once. */
export function forgetfulVoter(round: Round): readonly NemesisStep[] {
  const crash: NemesisStep = {
    at: round.at - MS,
    fault: {
      kind: 'crash',
      target: { kind: 'node', node: round.others[1] as NodeId },
      unsynced: 'lost',
      moment: { kind: 'now' },
      downMicros: 2 * MS,
    },
  }
  return [...deafCandidate(round), crash]
}
