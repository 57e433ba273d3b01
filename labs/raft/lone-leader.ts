/**
 * Rounds in which a node is made leader and then left without a majority, with a client that
 * reads from it, while the others elect somebody else and write: where a stale read shows.
 */
import { type ClientOperation, type NemesisStep, type NodeId, nodeIds, type Scenario } from '#core'
import { memberScenario, operator, transfer } from './member-scenarios.ts'
import { MS } from './scenarios.ts'

const CLIENTS = ['c1', 'c2', 'c3']
const ROUNDS = [0, 1]
const FIRST_MICROS = 1_100 * MS
const PERIOD_MICROS = 950 * MS
/** How long before it is left alone a node is made leader. */
const BEFOREHAND_MICROS = 300 * MS
/** How long it is alone. */
const ALONE_MICROS = 450 * MS
const READ_EVERY_MICROS = 5 * MS

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
  /** What else happens in a round. */
  readonly faults?: (round: Round) => readonly NemesisStep[]
}

/** Leaders that are left alone, one after the other. */
export function loneLeaders(options: LoneLeaderOptions): Scenario {
  const { id, seed, nodeCount = 3, faults } = options
  const nodes = nodeIds(nodeCount)
  const rounds = ROUNDS.map((index) => roundOf(nodes, seed, index))
  return memberScenario({
    id,
    seed,
    nodeCount,
    memberCount: nodeCount,
    clientCount: CLIENTS.length,
    gapMicrosMax: 24 * MS,
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
      ...rounds.flatMap(readsFrom),
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

/** Reads that go to the leader and nowhere else, from shortly before it is alone. */
function readsFrom({ at, leader, reader }: Round): readonly ClientOperation[] {
  const count = Math.floor(ALONE_MICROS / READ_EVERY_MICROS)
  return Array.from({ length: count }, (_, index) => ({
    at: at - 30 * MS + index * READ_EVERY_MICROS,
    client: reader,
    node: leader,
    body: { op: 'get', key: index % 2 === 0 ? 'x' : 'y' },
    timeoutMicros: 40 * MS,
  }))
}

/** The leader stands still from right before it is alone, and goes on with what it knew. */
export function pausedLeader({ at, leader }: Round): readonly NemesisStep[] {
  const target = { kind: 'node', node: leader } as const
  return [
    { at: at - 15 * MS, fault: { kind: 'pause', target } },
    { at: at + ALONE_MICROS - 75 * MS, fault: { kind: 'resume', target } },
  ]
}
