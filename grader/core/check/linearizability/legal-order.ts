/** A legal order, told step by step: which operation, and which state it leaves. */
import type { Operation } from '../../history/operation.ts'
import type { Model } from '../models/model.ts'

/** An operation in a legal order, with the state that it leaves its object in, in words. */
export interface PlacedOperation {
  /** Id of the operation. */
  readonly operation: number
  readonly state: string
}

/** An attempt may end in operations of unknown outcome that helped nobody: they are left out. */
export function withoutIdleEnd(order: readonly Operation[]): readonly Operation[] {
  return order.slice(0, order.findLastIndex(({ outcome }) => outcome !== 'info') + 1)
}

/** The states that `order`, which must be legal, goes through. */
export function withStates(order: readonly Operation[], model: Model): readonly PlacedOperation[] {
  const states = new Map<string, unknown>()
  return order.map((operation) => {
    const object = model.keysIndependent ? operation.key : ''
    const before = states.has(object) ? states.get(object) : model.init()
    const state = model.step(before, operation)
    states.set(object, state)
    return { operation: operation.id, state: model.describeState(state) }
  })
}
