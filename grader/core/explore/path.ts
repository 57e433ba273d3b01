/**
 * Paths: from the boot of all nodes, transition by transition, to some world. As plain
 * data a path means the same in every space, and is how one stage hands over to the next.
 */
import { present } from '../assert.ts'
import type { HandlerCall } from '../sim/node-host.ts'
import type { TraceEvent } from '../trace/event.ts'
import { afterMove, failureOf, transitionOf } from './apply-move.ts'
import { type Move, movesOf } from './moves.ts'
import type { PackedWorld } from './packed-world.ts'
import { PathTrace } from './path-trace.ts'
import type { Space } from './space.ts'
import { describeTransition, type Transition } from './transition.ts'

/** A move and the world that it leaves. */
export interface PathStep {
  readonly world: PackedWorld
  readonly move: Move
  /** True for the first start of a node, which comes before all transitions. */
  readonly isBoot: boolean
}

/** Steps, and the world at their end. */
export interface Path {
  readonly steps: readonly PathStep[]
  readonly end: PackedWorld
}

/** A transition of an earlier stage that does not happen any more; `message` says which. */
export class PathMismatchError extends Error {
  override readonly name = 'PathMismatchError'
}

/** All nodes start, in the order of the scope. */
export function bootPath(space: Space): Path {
  const steps: PathStep[] = []
  let world = space.origin()
  for (const place of space.scope.nodes.keys()) {
    const record = space.record(world[place] as number)
    const outcome = present(space.started(record)[0], 'a call has an outcome')
    const move: Move = { kind: 'restart', slot: -1, place, timer: '', outcome }
    steps.push({ world, move, isBoot: true })
    world = afterMove(space, world, move)
  }
  return { steps, end: world }
}

/**
 * Walks the transitions of an earlier stage again, and gives its faults back as the scope
 * of this space has them.
 * @throws PathMismatchError when a transition does not happen: other code, other nodes or
 *   settings, or operations that are not the same at the beginning of the list
 */
export function followPath(space: Space, transitions: readonly Transition[]): Path {
  const { steps, end } = bootPath(space)
  let world = end
  const walked = [...steps]
  for (const transition of transitions) {
    const wanted = JSON.stringify(transition)
    const move = movesOf(space, world, 'anything').find(
      (each) => JSON.stringify(transitionOf(space, world, each)) === wanted,
    )
    if (move === undefined || failureOf(space, world, move) !== null) {
      throw new PathMismatchError(describeTransition(transition))
    }
    walked.push({ world, move, isBoot: false })
    world = afterMove(space, world, move)
  }
  return { steps: walked, end: withFreshFaults(space, world) }
}

function withFreshFaults(space: Space, world: PackedWorld): PackedWorld {
  const { lossesAt, messagesAt } = space.layout
  const fresh = space.origin().slice(lossesAt, messagesAt)
  return [...world.slice(0, lossesAt), ...fresh, ...world.slice(messagesAt)]
}

/** The transitions of a path as plain data. */
export function transitionsOf(space: Space, steps: readonly PathStep[]): readonly Transition[] {
  return steps
    .filter(({ isBoot }) => !isBoot)
    .map(({ world, move }) => transitionOf(space, world, move))
}

/** The events of a path. */
export function traceSteps(space: Space, steps: readonly PathStep[]): PathTrace {
  const trace = new PathTrace(space)
  for (const { world, move, isBoot } of steps) {
    if (isBoot) trace.boot(world, move)
    else trace.take(world, move)
  }
  return trace
}

/** The events of a path with the one that ends a trace. */
export function eventsOf(space: Space, steps: readonly PathStep[]): readonly TraceEvent[] {
  const trace = traceSteps(space, steps)
  trace.end()
  return trace.events
}

/** The first step whose call fails, if one does. */
export function failedStep(space: Space, steps: readonly PathStep[]): number {
  return steps.findIndex(({ world, move }) => failureOf(space, world, move) !== null)
}

/** The handler call that a step makes, if it makes one. */
export function callOf(space: Space, { world, move }: PathStep): HandlerCall | undefined {
  if (move.outcome === null || move.kind === 'crash') return undefined
  if (move.kind === 'timer') return { kind: 'timer', nowMicros: 0, name: move.timer }
  const record = space.record(world[move.place] as number)
  if (move.kind === 'restart') return { kind: 'start', nowMicros: 0, config: record.config }
  return space.callFor(space.message(world[move.slot] as number))
}
