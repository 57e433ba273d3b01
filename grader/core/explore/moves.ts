/** Moves: the transitions that a world allows, in the numbers of its space. */
import type { CallOutcome } from './call-outcome.ts'
import { dueTimers } from './node-state.ts'
import type { PackedWorld } from './packed-world.ts'
import { type MessageRecord, Space } from './space.ts'
import type { Transition } from './transition.ts'

/** A transition in the numbers of its space. */
export interface Move {
  readonly kind: Transition['kind']
  /** Where in the packed world the message is that the move is about; else -1. */
  readonly slot: number
  /** Position of the node, the operation or the cut that the move is about; else -1. */
  readonly place: number
  /** The timer that fires; empty for moves of other kinds. */
  readonly timer: string
  /** What came of the handler call, or of the crash; null for moves without. */
  readonly outcome: CallOutcome | null
}

/**
 * The moves of a world, always in the same order: what a healthy system does comes first,
 * so that of the shortest counterexamples the one with the fewest surprises is found.
 *
 * @param reach `within-budget`: what the scope allows. `anything`: also what only another
 *   stage with another scope allowed, to find its transitions again
 */
export function movesOf(
  space: Space,
  world: PackedWorld,
  reach: 'within-budget' | 'anything' = 'within-budget',
): readonly Move[] {
  const { lossesAt, duplicatesAt, crashesAt, cutsAt, giveUpsAt } = space.layout
  const has = (budgetAt: number) => reach === 'anything' || (world[budgetAt] as number) > 0
  const mayCrash = has(crashesAt)
  const moves: Move[] = []
  addInvokes(space, world, moves)
  addDeliveries(space, world, moves, mayCrash, reach)
  addNodeMoves(space, world, moves, mayCrash, reach)
  if (has(duplicatesAt)) addMessageMoves(space, world, moves, 'duplicate')
  if (has(lossesAt)) addMessageMoves(space, world, moves, 'lose')
  if (mayCrash) addCrashes(space, world, moves)
  addCuts(space, world, moves, has(cutsAt), reach)
  if (has(giveUpsAt)) addGiveUps(space, world, moves)
  return moves
}

function addInvokes(space: Space, world: PackedWorld, moves: Move[]): void {
  const { operationsAt } = space.layout
  const busy = new Set<string>()
  for (const [index, { client }] of space.scope.operations.entries()) {
    if (busy.has(client)) continue
    const status = world[operationsAt + index] as number
    // Those that have ended leave the client free for the next one.
    if (status === Space.WAITING) {
      moves.push({ kind: 'invoke', slot: -1, place: index, timer: '', outcome: null })
    }
    if (status === Space.WAITING || status === Space.RUNNING) busy.add(client)
  }
}

function addDeliveries(
  space: Space,
  world: PackedWorld,
  moves: Move[],
  mayCrash: boolean,
  reach: 'within-budget' | 'anything',
): void {
  const heads = space.scope.network === 'fifo' && reach === 'within-budget'
  let last: MessageRecord | undefined
  for (let slot = space.layout.messagesAt; slot < world.length; slot++) {
    const message = space.message(world[slot] as number)
    const isRepeat = heads ? message.link === last?.link : message === last
    last = message
    if (isRepeat) continue
    const { target } = message
    const record = target < 0 ? undefined : space.record(world[target] as number)
    if (record?.node.isUp) {
      const about = { kind: 'deliver', slot, place: target, timer: '' } as const
      addCalls(moves, about, space.delivered(record, message), mayCrash)
    } else {
      moves.push({ kind: 'deliver', slot, place: target, timer: '', outcome: null })
    }
  }
}

function addNodeMoves(
  space: Space,
  world: PackedWorld,
  moves: Move[],
  mayCrash: boolean,
  reach: 'within-budget' | 'anything',
): void {
  for (let place = 0; place < space.scope.nodes.length; place++) {
    const record = space.record(world[place] as number)
    if (!record.node.isUp) {
      const about = { kind: 'restart', slot: -1, place, timer: '' } as const
      addCalls(moves, about, space.started(record), mayCrash)
      continue
    }
    const { timers } = record.node
    const due = reach === 'anything' ? timers : dueTimers(record.node, space.scope.timers)
    for (const timer of due) {
      const about = { kind: 'timer', slot: -1, place, timer: timer.name } as const
      addCalls(moves, about, space.fired(record, timer.name), mayCrash)
    }
  }
}

function addCalls(
  moves: Move[],
  { kind, slot, place, timer }: Omit<Move, 'outcome'>,
  outcomes: readonly CallOutcome[],
  mayCrash: boolean,
): void {
  for (const outcome of outcomes) {
    if (outcome.crash === null || mayCrash) moves.push({ kind, slot, place, timer, outcome })
  }
}

function addMessageMoves(
  space: Space,
  world: PackedWorld,
  moves: Move[],
  kind: 'lose' | 'duplicate',
): void {
  for (let slot = space.layout.messagesAt; slot < world.length; slot++) {
    if (world[slot] === world[slot - 1] && slot > space.layout.messagesAt) continue
    // A client's request is one connection, which does not repeat itself.
    const { inFlight } = space.message(world[slot] as number)
    if (kind === 'duplicate' && inFlight.kind !== 'message') continue
    moves.push({ kind, slot, place: -1, timer: '', outcome: null })
  }
}

function addCrashes(space: Space, world: PackedWorld, moves: Move[]): void {
  for (let place = 0; place < space.scope.nodes.length; place++) {
    const record = space.record(world[place] as number)
    if (!record.node.isUp) continue
    for (const outcome of space.crashed(record)) {
      moves.push({ kind: 'crash', slot: -1, place, timer: '', outcome })
    }
  }
}

function addCuts(
  space: Space,
  world: PackedWorld,
  moves: Move[],
  mayCut: boolean,
  reach: 'within-budget' | 'anything',
): void {
  const inForce = world[space.layout.cutAt] as number
  const count = reach === 'anything' ? space.cuts.length : space.scope.cuts.length
  if (inForce !== 0) moves.push({ kind: 'heal', slot: -1, place: -1, timer: '', outcome: null })
  else if (mayCut) {
    for (let place = 0; place < count; place++) {
      moves.push({ kind: 'cut', slot: -1, place, timer: '', outcome: null })
    }
  }
}

function addGiveUps(space: Space, world: PackedWorld, moves: Move[]): void {
  for (let place = 0; place < space.scope.operations.length; place++) {
    if (world[space.layout.operationsAt + place] !== Space.RUNNING) continue
    moves.push({ kind: 'give-up', slot: -1, place, timer: '', outcome: null })
  }
}
