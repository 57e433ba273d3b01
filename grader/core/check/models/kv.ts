/** A key-value store. */
import type { ModelFamily } from './model.ts'
import { singleValueModel } from './single-value.ts'

const ID = 'kv'
const OPERATIONS = ['get', 'put', 'append', 'cas', 'read', 'write']

/** `get` and `put`, or `read` and `write`; `append(text)` and `cas([from, to])` for each key. */
export const kv: ModelFamily = {
  id: ID,
  title: 'Key-value store',
  sentence: 'Values under keys: got, put, appended to, and compared and set.',
  operations: OPERATIONS,
  initDefault: null,
  problemWithInit: () => undefined,
  make: (init) => singleValueModel({ id: ID, operations: OPERATIONS, init }),
}
