/** What a move does: the world that it leads to, and how it reads as plain data. */
import { assertNever, present } from '../assert.ts'
import { type CallFailure, invalidEffect } from './call-outcome.ts'
import type { Move } from './moves.ts'
import type { PackedWorld } from './packed-world.ts'
import { type MessageRecord, Space } from './space.ts'
import type { Transition } from './transition.ts'

/** The world after a move. */
export function afterMove(space: Space, world: PackedWorld, move: Move): number[] {
  const { layout } = space
  const { kind, slot, place, outcome } = move
  const next = [...world]
  const spend = (budgetAt: number) => {
    next[budgetAt] = (next[budgetAt] as number) - 1
  }
  if (kind === 'duplicate') {
    spend(layout.duplicatesAt)
    put(space, next, world[slot] as number)
    return next
  }
  if (slot >= 0) next.splice(slot, 1)
  if (outcome !== null) {
    next[place] = outcome.record
    if (outcome.crash !== null) spend(layout.crashesAt)
    for (const sent of outcome.sent) send(space, next, sent)
    return next
  }
  switch (kind) {
    case 'deliver':
      answer(space, next, space.message(world[slot] as number))
      break
    case 'lose':
      spend(layout.lossesAt)
      break
    case 'invoke':
      next[layout.operationsAt + place] = Space.RUNNING
      send(space, next, requestOf(space, place))
      break
    case 'give-up':
      spend(layout.giveUpsAt)
      next[layout.operationsAt + place] = space.status({ status: 'info', body: 'null' })
      break
    case 'cut':
      spend(layout.cutsAt)
      next[layout.cutAt] = place + 1
      break
    case 'heal':
      next[layout.cutAt] = 0
      break
    case 'timer':
    case 'crash':
    case 'restart':
      break
    default:
      assertNever(kind)
  }
  return next
}

/** Why the call of a move failed, if it did. */
export function failureOf(space: Space, world: PackedWorld, { outcome }: Move): CallFailure | null {
  if (outcome === null) return null
  if (outcome.failure !== null) return outcome.failure
  for (const effect of outcome.effects) {
    if (effect.kind !== 'reply') continue
    const status = world[space.layout.operationsAt + effect.operation - 1]
    if (status === Space.WAITING) {
      return invalidEffect(`nobody asked for operation ${effect.operation} yet`)
    }
  }
  return null
}

/** The move as plain data. */
export function transitionOf(space: Space, world: PackedWorld, move: Move): Transition {
  const { kind, slot, place, timer, outcome } = move
  const { scope } = space
  const crash = outcome?.crash ?? null
  const message = () => space.message(world[slot] as number).inFlight
  const node = () => present(scope.nodes[place], 'the move is about a node')
  switch (kind) {
    case 'deliver':
      return { kind, message: message(), crash }
    case 'lose':
    case 'duplicate':
      return { kind, message: message() }
    case 'timer':
      return { kind, node: node(), name: timer, crash }
    case 'restart':
      return { kind, node: node(), crash }
    case 'crash':
      return { kind, node: node(), writesKept: present(crash, 'it crashed').writesKept }
    case 'invoke':
    case 'give-up':
      return { kind, operation: place + 1 }
    case 'cut': {
      const { label, links } = present(space.cuts[place], 'the cut is known')
      return { kind, cut: { label, links } }
    }
    case 'heal':
      return { kind }
    default:
      return assertNever(kind)
  }
}

/** Puts a message on its way, unless a cut is in force where it would go. */
function send(space: Space, next: number[], number: number): void {
  const cut = space.cutInForce(next)
  if (cut?.cutLinks.has(space.message(number).link)) return
  put(space, next, number)
}

/** Adds to what is under way: in order of numbers, or last on its link where links keep order. */
function put(space: Space, next: number[], number: number): void {
  const isFifo = space.scope.network === 'fifo'
  const rank = (other: number) => (isFifo ? space.message(other).link : other)
  const own = rank(number)
  let slot = next.length
  while (slot > space.layout.messagesAt && rank(next[slot - 1] as number) > own) slot--
  next.splice(slot, 0, number)
}

function answer(space: Space, next: number[], { inFlight, target }: MessageRecord): void {
  const { kind, operation, body } = inFlight
  if (target >= 0 || kind === 'message' || kind === 'request') return
  const at = space.layout.operationsAt + operation - 1
  if (next[at] === Space.RUNNING) next[at] = space.status({ status: kind, body })
}

/** The request of an operation, on its way. */
function requestOf(space: Space, place: number): number {
  const { client, node, body } = present(space.scope.operations[place], 'it is in the scope')
  return space.messageOf({
    kind: 'request',
    from: client,
    to: node,
    body: JSON.stringify(body),
    operation: place + 1,
  })
}
