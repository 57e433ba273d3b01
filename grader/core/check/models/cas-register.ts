/** A register with compare-and-set. */
import type { ModelFamily } from './model.ts'
import { singleValueModel } from './single-value.ts'

const ID = 'cas-register'
const OPERATIONS = ['read', 'write', 'cas']

/**
 * `cas([from, to])` sets the value to `to` if it is `from`, and answers whether it did. One
 * that answered false is an `ok` operation: it observed that the value was another.
 */
export const casRegister: ModelFamily = {
  id: ID,
  title: 'Register with compare-and-set',
  sentence: 'A value that is read, written, and changed only if it is what the caller expects.',
  operations: OPERATIONS,
  initDefault: null,
  problemWithInit: () => undefined,
  make: (init) => singleValueModel({ id: ID, operations: OPERATIONS, init }),
}
