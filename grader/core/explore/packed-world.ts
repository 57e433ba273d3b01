/**
 * Worlds as short lists of whole numbers. Everything that a world is made of (a node with
 * its memory, disk and timers; a message; an answer) is stored once and named by a number,
 * so that a transition copies a few numbers, and a state that was seen is found again by a
 * short text. The text is exact: two states share it only if they are equal, so nothing
 * rests on a hash.
 *
 * A list holds, in this order: a record for each node, a status for each operation, the cut
 * in force, what is left of each kind of fault, and the messages under way.
 */
export type PackedWorld = readonly number[]

/** Where things are in a packed world. */
export interface Layout {
  readonly operationsAt: number
  readonly cutAt: number
  readonly lossesAt: number
  readonly duplicatesAt: number
  readonly crashesAt: number
  readonly cutsAt: number
  readonly giveUpsAt: number
  readonly messagesAt: number
}

export function layoutOf(nodeCount: number, operationCount: number): Layout {
  const cutAt = nodeCount + operationCount
  return {
    operationsAt: nodeCount,
    cutAt,
    lossesAt: cutAt + 1,
    duplicatesAt: cutAt + 2,
    crashesAt: cutAt + 3,
    cutsAt: cutAt + 4,
    giveUpsAt: cutAt + 5,
    messagesAt: cutAt + 6,
  }
}

/** A number from here on takes three units: this one and two of 15 bits. */
const ESCAPE = 0xffff
const HIGH_SHIFT = 15
const LOW_MASK = 0x7fff

/** Equal worlds have equal keys, and only they. */
export function keyOf(world: PackedWorld): string {
  for (const value of world) if (value >= ESCAPE) return String.fromCharCode(...escaped(world))
  return String.fromCharCode(...world)
}

/** The world of a key. */
export function worldOfKey(key: string): PackedWorld {
  const world: number[] = []
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index)
    if (unit < ESCAPE) world.push(unit)
    else world.push((key.charCodeAt(++index) << HIGH_SHIFT) | key.charCodeAt(++index))
  }
  return world
}

function escaped(world: PackedWorld): number[] {
  return world.flatMap((value) =>
    value < ESCAPE ? [value] : [ESCAPE, value >>> HIGH_SHIFT, value & LOW_MASK],
  )
}
