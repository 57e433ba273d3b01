/** A register: a value that is read and written. */
import type { ModelFamily } from './model.ts'
import { singleValueModel } from './single-value.ts'

const ID = 'register'
const OPERATIONS = ['read', 'write']

/** `write(v)` sets the value, `read → v` returns it. */
export const register: ModelFamily = {
  id: ID,
  title: 'Register',
  sentence: 'A value that is read and written.',
  operations: OPERATIONS,
  initDefault: null,
  problemWithInit: () => undefined,
  make: (init) => singleValueModel({ id: ID, operations: OPERATIONS, init }),
}
