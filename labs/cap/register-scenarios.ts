/** Registers on several nodes, their clients, and the cuts between them. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type FaultKind,
  type NemesisStep,
  type NodeId,
  nodeIds,
  Prng,
  type Scenario,
  swarmNemesis,
} from '#core'
import { MS } from '../shared-scenarios/units.ts'

export interface RegisterScenario {
  readonly id: string
  readonly seed: number
  readonly nodeCount: number
  readonly nemesis?: readonly NemesisStep[]
  /** Length of the phase with faults; clients ask until it ends, and a little longer. */
  readonly safetyMicros: number
  /** How long the healed network may rest after the last request. */
  readonly restMicros?: number
  /** The longest time between two requests of one client. */
  readonly gapMicrosMax?: number
  readonly timeoutMicros?: number
  /** In a thousand: how many requests are writes. */
  readonly writePermille?: number
  /** Asked in place of what the clients would ask by chance. */
  readonly operations?: readonly ClientOperation[]
}

const STARTED_MICROS = 50 * MS
/** How long a client waits for nodes that may have to ask others. */
export const TIMEOUT_MICROS = 600 * MS
/** The same where every node answers at once. */
export const AT_ONCE_TIMEOUT_MICROS = 80 * MS
/** Clients ask so long in the healed network. */
const LAST_ASKING_MICROS = 300 * MS

/** Each node has two clients, on its side of every cut, which ask nobody else. */
export function clientsOf(node: NodeId): readonly string[] {
  const number = Number(node.slice(1))
  return [`c${2 * number - 1}`, `c${2 * number}`]
}

/** Equal options give equal scenarios. */
export function registerScenario(options: RegisterScenario): Scenario {
  const { id, seed, nodeCount, safetyMicros, gapMicrosMax = 160 * MS } = options
  const { restMicros = 1_500 * MS, writePermille = 450, timeoutMicros = TIMEOUT_MICROS } = options
  const prng = new Prng(seed, 'register clients')
  const nodes = nodeIds(nodeCount)
  const operations = nodes.flatMap((node) =>
    clientsOf(node).flatMap((client) => {
      const asked: ClientOperation[] = []
      let at = STARTED_MICROS + prng.between(0, gapMicrosMax)
      for (let count = 1; at < safetyMicros + LAST_ASKING_MICROS; count++) {
        const isWrite = prng.chance(writePermille)
        // Numbers of two digits and more, so that their order as text is not that of time.
        const body = isWrite ? { op: 'write', value: `${client}-${count}` } : { op: 'read' }
        asked.push({ at, client, node, body, timeoutMicros })
        at += prng.between(5 * MS, gapMicrosMax)
      }
      return asked
    }),
  )
  return {
    id,
    nodes,
    clients: nodes.flatMap(clientsOf),
    network: DEFAULT_NETWORK,
    nemesis: options.nemesis ?? [],
    operations: options.operations ?? operations.sort((a, b) => a.at - b.at),
    settings: {},
    safetyMicros,
    livenessMicros: LAST_ASKING_MICROS + restMicros,
    budgets: DEFAULT_BUDGETS,
  }
}

/** Messages between nodes are lost, repeated and late; those of clients are not. */
export function roughBetween(nodeCount: number): NemesisStep {
  const nodes = nodeIds(nodeCount)
  const weather = {
    lossPermille: 100,
    duplicatePermille: 200,
    delayMicrosMin: MS,
    delayMicrosMax: 40 * MS,
  }
  return { at: 0, fault: { kind: 'degrade', from: nodes, to: nodes, weather } }
}

/** A cut between these groups of nodes, each with its clients. */
export function cutBetween(
  groups: readonly (readonly NodeId[])[],
  { at, untilMicros }: { readonly at: number; readonly untilMicros: number },
): readonly NemesisStep[] {
  const name = `cut-at-${at}`
  const sides = groups.map((nodes) => [...nodes, ...nodes.flatMap(clientsOf)])
  return [
    { at, fault: { kind: 'partition', groups: sides, name } },
    { at: untilMicros, fault: { kind: 'heal', name } },
  ]
}

interface Rounds {
  readonly seed: number
  readonly nodeCount: number
  readonly rounds: number
  readonly cutMicros?: number
  readonly restMicros?: number
  /** How many nodes are on the smaller side; by default as many as a minority may have. */
  readonly loneCount?: number
}

const FIRST_CUT_MICROS = 300 * MS

/** When the rounds are over. */
export function roundsEnd({ rounds, cutMicros = 2_000 * MS, restMicros = 300 * MS }: Rounds) {
  return FIRST_CUT_MICROS + rounds * (cutMicros + restMicros)
}

/** Cut after cut into two sides, other nodes on the smaller one each time. */
export function cutsInRounds(options: Rounds): readonly NemesisStep[] {
  const { seed, nodeCount, rounds, cutMicros = 2_000 * MS, restMicros = 300 * MS } = options
  const { loneCount = Math.ceil(nodeCount / 2) - 1 } = options
  const order = new Prng(seed, 'rounds').shuffle(nodeIds(nodeCount))
  return Array.from({ length: rounds }, (_, round) => {
    const turned = order.map((_node, place) => order[(place + round) % nodeCount] as NodeId)
    const at = FIRST_CUT_MICROS + round * (cutMicros + restMicros)
    const groups = [turned.slice(0, loneCount), turned.slice(loneCount)]
    return cutBetween(groups, { at, untilMicros: at + cutMicros })
  }).flat()
}

/** Random faults of these kinds. */
export function registerSwarm(
  seed: number,
  nodeCount: number,
  kinds: readonly FaultKind[],
  untilMicros: number,
): readonly NemesisStep[] {
  return swarmNemesis({
    seed,
    nodes: nodeIds(nodeCount),
    kinds,
    fromMicros: 150 * MS,
    untilMicros,
    gapMicrosMin: 80 * MS,
    gapMicrosMax: 500 * MS,
    lengthMicrosMin: 40 * MS,
    lengthMicrosMax: 600 * MS,
  })
}

/** One node cannot hear another, and the third, which both hear, restarts again and again. */
export function restartsInTheMiddle(seed: number, untilMicros: number): readonly NemesisStep[] {
  const prng = new Prng(seed, 'restarts in the middle')
  const [left, middle, right] = prng.shuffle(nodeIds(3)) as [NodeId, NodeId, NodeId]
  const restarts: NemesisStep[] = []
  for (let at = 250 * MS; at < untilMicros; at += prng.between(40 * MS, 120 * MS)) {
    restarts.push({
      at,
      fault: {
        kind: 'crash',
        target: { kind: 'node', node: middle },
        unsynced: 'lost',
        moment: prng.chance(700)
          ? { kind: 'after-send', containing: '{' }
          : { kind: 'mid-call', afterEffects: prng.between(0, 4) },
        downMicros: prng.between(2, 25) * MS,
      },
    })
  }
  const bridge = { kind: 'partition', groups: [[left], [right]], name: 'bridge' } as const
  return [
    { at: 200 * MS, fault: bridge },
    ...restarts,
    { at: untilMicros, fault: { kind: 'heal', name: 'bridge' } },
  ]
}

/** Nodes crash in the midst of their work, between an answer and what should have come before it. */
export function restartsMidWork(
  seed: number,
  nodeCount: number,
  { fromMicros, untilMicros }: { readonly fromMicros: number; readonly untilMicros: number },
): readonly NemesisStep[] {
  const prng = new Prng(seed, 'restarts mid work')
  const restarts: NemesisStep[] = []
  for (let at = fromMicros; at < untilMicros; at += prng.between(15 * MS, 60 * MS)) {
    restarts.push({
      at,
      fault: {
        kind: 'crash',
        target: { kind: 'node', node: prng.pick(nodeIds(nodeCount)) },
        unsynced: 'lost',
        moment: { kind: 'mid-call', afterEffects: prng.between(1, 3) },
        downMicros: prng.between(2, 20) * MS,
      },
    })
  }
  return restarts
}

/** Each node in turn is slow to send to the others, so that its writes are long under way. */
export function slowSendersInTurn(
  seed: number,
  nodeCount: number,
  { rounds, roundMicros }: { readonly rounds: number; readonly roundMicros: number },
): readonly NemesisStep[] {
  const order = new Prng(seed, 'slow senders').shuffle(nodeIds(nodeCount))
  return Array.from({ length: rounds }, (_, round) => {
    const slow = order[round % nodeCount] as NodeId
    const links = { from: [slow], to: order.filter((node) => node !== slow) }
    const at = 100 * MS + round * roundMicros
    const weather = {
      lossPermille: 0,
      duplicatePermille: 300,
      delayMicrosMin: 10 * MS,
      delayMicrosMax: 300 * MS,
    }
    return [
      { at, fault: { kind: 'degrade', ...links, weather } },
      { at: at + roundMicros, fault: { kind: 'restore', ...links } },
    ] as const
  }).flat()
}

/** A cluster size by seed. */
export function sizeFor(seed: number, sizes: readonly number[]): number {
  return new Prng(seed, 'cluster size').pick(sizes)
}
