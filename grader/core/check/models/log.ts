/**
 * An append-only log.
 *
 * A state is the last cell of a list that hangs together backwards. Each cell keeps the
 * cells that follow it, so that equal logs are one object: appending and comparing take
 * the same time however long the log is.
 */
import { assert } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import { sameJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { Model, ModelFamily, StateKey } from './model.ts'
import { unknownOperation, wrongInit, wrongInput, wrongOutput } from './problem.ts'
import { isList, showValue, valueKey } from './value.ts'

const ID = 'log'
const OPERATIONS = ['append', 'read']
/** How many of the last entries are shown. */
const SHOWN_ENTRIES_MAX = 8

interface Cell {
  readonly before: Cell | null
  readonly entry: Json
  readonly length: number
  readonly following: Map<StateKey, Cell>
}

/**
 * `append(v)` answers nothing or the index of the new entry, from 0; `read` returns all
 * entries as a list, or those from an index on when one is asked for.
 */
export const log: ModelFamily = {
  id: ID,
  title: 'Append-only log',
  sentence: 'Entries are added at the end and never change.',
  operations: OPERATIONS,
  initDefault: [],
  problemWithInit: (init) => (isList(init) ? undefined : wrongInit(ID, 'a list of entries', init)),
  make(init) {
    assert(isList(init), 'problemWithInit lets only lists through')
    return logModel(init)
  },
}

function logModel(entries: readonly Json[]): Model<Cell> {
  return {
    id: ID,
    initial: entries,
    keysIndependent: true,
    processMatters: false,
    problemWith,
    init() {
      let cell: Cell = { before: null, entry: null, length: 0, following: new Map() }
      for (const entry of entries) cell = followedBy(cell, entry)
      return cell
    },
    step,
    key: (state) => state,
    preserves: ({ f }) => f === 'read',
    describeOperation,
    describeState,
    lookAhead: () => ({ reaches: mayGrowInto, startsAnew: () => false }),
  }
}

function step(state: Cell, { f, input, output, outcome }: Operation): Cell | undefined {
  if (f === 'read') {
    return outcome === 'info' || returns(state, input, output) ? state : undefined
  }
  if (outcome === 'ok' && output !== null && output !== state.length) return undefined
  return followedBy(state, input)
}

function followedBy(cell: Cell, entry: Json): Cell {
  const key = valueKey(entry)
  const known = cell.following.get(key)
  if (known !== undefined) return known
  const next = { before: cell, entry, length: cell.length + 1, following: new Map() }
  cell.following.set(key, next)
  return next
}

/** True when a read from index `from` on returns `output`. */
function returns(state: Cell, from: Json, output: Json): boolean {
  const start = typeof from === 'number' ? from : 0
  if (!isList(output) || output.length !== Math.max(0, state.length - start)) return false
  let cell = state
  for (let index = output.length - 1; index >= 0; index--) {
    if (!sameJson(cell.entry, output[index] ?? null)) return false
    assert(cell.before !== null, 'a log has as many cells as its length says')
    cell = cell.before
  }
  return true
}

/** The log must not be longer than the next read found it, nor end in another entry. */
function mayGrowInto(state: Cell, next: Operation | undefined): boolean {
  if (next?.f !== 'read' || !isList(next.output) || state.length === 0) return true
  const from = typeof next.input === 'number' ? next.input : 0
  // A read from behind the end says only that the log was not longer.
  if (next.output.length === 0) return state.length <= from
  if (state.length <= from) return true
  const found = next.output[state.length - 1 - from]
  return found !== undefined && sameJson(found, state.entry)
}

function describeState(state: Cell): string {
  const shown: Json[] = []
  let cell = state
  while (cell.before !== null && shown.length < SHOWN_ENTRIES_MAX) {
    shown.unshift(cell.entry)
    cell = cell.before
  }
  const list = showValue(shown)
  return cell.before === null ? list : `${state.length} entries, the last ${list}`
}

function problemWith(operation: Operation): string | undefined {
  const { f, input, output, outcome } = operation
  if (!OPERATIONS.includes(f)) {
    return unknownOperation(operation, { model: ID, operations: OPERATIONS })
  }
  if (f === 'read') {
    if (input !== null && !isIndex(input)) return wrongInput(operation, 'null or an index from 0')
    return outcome !== 'ok' || isList(output) ? undefined : wrongOutput(operation, 'a list')
  }
  if (outcome !== 'ok' || output === null || isIndex(output)) return undefined
  return wrongOutput(operation, 'null or an index from 0')
}

function isIndex(value: Json): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function describeOperation({ process, f, key, input, output, outcome }: Operation): string {
  const target = key === '' ? 'the log' : key
  const unknown = outcome === 'info' ? ' (no answer)' : ''
  if (f === 'append') {
    const where = outcome === 'ok' && output !== null ? ` at index ${showValue(output)}` : ''
    return `${process} appended ${showValue(input)} to ${target}${where}${unknown}`
  }
  const from = input === null ? '' : ` from index ${showValue(input)}`
  if (outcome === 'info') return `${process} read ${target}${from}${unknown}`
  return `${process} read ${target}${from} and got ${showValue(output)}`
}
