/** Transactions, their reads and their dependencies in plain words. */
import { showValue } from '../models/value.ts'
import { type Edge, PROCESS, REALTIME, WR, WW } from './graph.ts'
import { INITIAL, type Transactions } from './transactions.ts'

/** `T3 (c1)`: the transaction by the place of its operation, and who called it. */
export function fullName({ transactions }: Transactions, index: number): string {
  const operation = transactions[index]?.operation
  return `T${operation?.id} (${operation?.process})`
}

export function shortName({ transactions }: Transactions, index: number): string {
  return `T${transactions[index]?.operation.id}`
}

/** `x = 3`; of a list `3 in x`. */
export function versionText(history: Transactions, version: number): string {
  const { key, value } = history.versions[version] ?? { key: -1, value: null }
  const [name, text] = [history.keys[key], showValue(value)]
  return history.workload === 'list-append' ? `${text} in ${name}` : `${name} = ${text}`
}

/** `wrote`, or `appended` to a list. */
export function wroteTo({ workload }: Transactions): string {
  return workload === 'list-append' ? 'appended' : 'wrote'
}

/** Says transactions in full when they first come up, and short from then on. */
export function namer(history: Transactions): (index: number) => string {
  const known = new Set<number>()
  return (index) => {
    if (known.has(index)) return shortName(history, index)
    known.add(index)
    return fullName(history, index)
  }
}

/** One dependency as a clause: `T2 read x = 1, which T1 wrote`. */
export function clauseOf(
  history: Transactions,
  edge: Edge,
  name: (index: number) => string,
): string {
  const { from, to, kind } = edge
  if (kind === PROCESS) return `${name(from)} came before ${name(to)} in its session`
  if (kind === REALTIME) return `${name(from)} returned before ${name(to)} was called`
  return history.workload === 'list-append'
    ? listClause(history, edge, name)
    : registerClause(history, edge, name)
}

function registerClause(
  history: Transactions,
  { from, to, kind, left, right }: Edge,
  name: (index: number) => string,
): string {
  const { keys, versions } = history
  const written = versions[right]
  const [key, value] = [keys[written?.key ?? -1], showValue(written?.value ?? null)]
  const former = left === INITIAL ? `${key} = null` : versionText(history, left)
  if (kind === WW) return `${name(from)} wrote ${former}, which ${name(to)} overwrote with ${value}`
  if (kind === WR) return `${name(from)} wrote ${key} = ${value}, which ${name(to)} read`
  return `${name(from)} read ${former}, which ${name(to)} overwrote with ${value}`
}

function listClause(
  { keys, versions }: Transactions,
  { from, to, kind, left, right }: Edge,
  name: (index: number) => string,
): string {
  const last = versions[right]
  const [key, value] = [keys[last?.key ?? -1], showValue(last?.value ?? null)]
  const former = showValue(versions[left]?.value ?? null)
  if (kind === WW) {
    return `${name(from)} appended ${former} to ${key} before ${name(to)} appended ${value}`
  }
  if (kind === WR) return `${name(from)} appended ${value} to ${key}, which ${name(to)} read`
  return `${name(from)} read ${key} without ${value}, which ${name(to)} appended`
}
