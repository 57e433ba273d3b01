/** A lock, with the process as its owner. */
import { assert } from '../../assert.ts'
import type { Operation, ProcessId } from '../../history/operation.ts'
import type { Json } from '../../trace/event.ts'
import type { Model, ModelFamily } from './model.ts'
import { unknownOperation, wrongInit, wrongOutput } from './problem.ts'

const ID = 'lock'
const OPERATIONS = ['acquire', 'try-acquire', 'release']

/** Who holds the lock, or null. */
type Owner = ProcessId | null

/**
 * `acquire` answers once the caller holds the lock; `try-acquire` may answer false when
 * somebody, the caller included, holds it; `release` gives it back, and answers false when
 * the caller did not hold it. Null counts as true.
 */
export const lock: ModelFamily = {
  id: ID,
  title: 'Lock',
  sentence: 'Held by one process at a time, and given back by its owner only.',
  operations: OPERATIONS,
  initDefault: null,
  problemWithInit: (init) =>
    isOwner(init) ? undefined : wrongInit(ID, 'null or the process that holds it', init),
  make(init) {
    assert(isOwner(init), 'problemWithInit lets only owners through')
    return lockModel(init)
  },
}

function isOwner(value: Json): value is Owner {
  return value === null || typeof value === 'string'
}

function lockModel(init: Owner): Model<Owner> {
  return {
    id: ID,
    initial: init,
    keysIndependent: true,
    processMatters: true,
    problemWith,
    init: () => init,
    step,
    key: (state) => state,
    preserves: ({ output, outcome }) => outcome === 'ok' && output === false,
    describeOperation,
    describeState: (state) => (state === null ? 'free' : `held by ${state}`),
    lookAhead: () => undefined,
  }
}

function step(state: Owner, { process, f, output, outcome }: Operation): Owner | undefined {
  const possible = f === 'release' ? state === process : state === null
  const next = f === 'release' ? null : process
  if (outcome === 'info') return possible ? next : state
  if (output === false) return possible ? undefined : state
  return possible ? next : undefined
}

function problemWith(operation: Operation): string | undefined {
  const { f, output, outcome } = operation
  if (!OPERATIONS.includes(f)) {
    return unknownOperation(operation, { model: ID, operations: OPERATIONS })
  }
  if (outcome !== 'ok' || output === null || output === true) return undefined
  if (f === 'acquire')
    return wrongOutput(operation, 'true or null (use try-acquire for one that may be refused)')
  return output === false ? undefined : wrongOutput(operation, 'true, false or null')
}

function describeOperation({ process, f, key, output, outcome }: Operation): string {
  const target = key === '' ? 'the lock' : `the lock ${key}`
  if (outcome === 'info') {
    return `${process} asked to ${f === 'release' ? 'release' : 'acquire'} ${target} (no answer)`
  }
  if (output === false) {
    return f === 'release'
      ? `${process} was told that it did not hold ${target}`
      : `${process} was told that ${target} was taken`
  }
  return `${process} ${f === 'release' ? 'released' : 'acquired'} ${target}`
}
