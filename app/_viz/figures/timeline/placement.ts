/**
 * The moments at which a reader says that operations take effect, and what would have been
 * answered if they did. One moment for each operation, inside its interval: then the order of
 * real time is kept by itself (Herlihy and Wing 1990, section 2).
 */
import type { History, Model, Operation } from '#core'

/** Moment by id of the operation; an operation of unknown outcome may have none. */
export type Moments = ReadonlyMap<number, number>

export interface PlacedStep {
  readonly operation: number
  /** The state after it, in words; before it when the answer does not fit. */
  readonly state: string
  readonly fits: boolean
}

export interface Placement {
  /** In the order of their moments, up to the first that does not fit. */
  readonly steps: readonly PlacedStep[]
  /** Every operation that took place has answered as it did. */
  readonly fits: boolean
}

/** Plays the operations in the order of their moments on the model of their object. */
export function placementOf({ operations }: History, model: Model, moments: Moments): Placement {
  const order = operations
    .filter(({ id, outcome }) => outcome !== 'fail' && moments.has(id))
    .toSorted((a, b) => (moments.get(a.id) ?? 0) - (moments.get(b.id) ?? 0) || a.id - b.id)
  const states = new Map<string, unknown>()
  const steps: PlacedStep[] = []
  for (const operation of order) {
    const object = model.keysIndependent ? operation.key : ''
    const before = states.has(object) ? states.get(object) : model.init()
    const after = model.step(before, operation)
    const fits = after !== undefined
    steps.push({
      operation: operation.id,
      state: model.describeState(fits ? after : before),
      fits,
    })
    if (!fits) return { steps, fits }
    states.set(object, after)
  }
  const missing = operations.some(({ id, outcome }) => outcome === 'ok' && !moments.has(id))
  return { steps, fits: !missing }
}

/** The first guess: every operation at the middle of its time. */
export function firstMoments({ operations }: History, end: number): Moments {
  return new Map(
    operations
      .filter(({ outcome }) => outcome === 'ok')
      .map((operation) => [operation.id, (operation.call + endOf(operation, end)) / 2]),
  )
}

/** Where an operation may take effect last; one without an answer, at any later time. */
export function endOf(operation: Operation, end: number): number {
  return operation.return ?? end
}

/** Moments that keep this order, each as early as it may be, and a little apart. */
export function momentsOf({ operations }: History, order: readonly number[], end: number): Moments {
  const apart = end / 1_000
  const moments = new Map<number, number>()
  let last = Number.NEGATIVE_INFINITY
  for (const id of order) {
    const operation = operations[id]
    if (operation === undefined) continue
    last = Math.min(Math.max(operation.call, last + apart), endOf(operation, end))
    moments.set(id, last)
  }
  return moments
}

/** A moment moved, and kept inside the operation's time. */
export function moveMoment(
  moments: Moments,
  operation: Operation,
  { to, end }: { readonly to: number; readonly end: number },
): Moments {
  const inside = Math.min(Math.max(to, operation.call), endOf(operation, end))
  return new Map(moments).set(operation.id, inside)
}
