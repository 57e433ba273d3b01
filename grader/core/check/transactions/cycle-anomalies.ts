/** A cycle of dependencies as an anomaly: its name, its sentence, its transactions in order. */
import type { Relation, RelationKind } from '../history-verdict.ts'
import { ANOMALY_KINDS, type CycleKind } from './anomaly-kinds.ts'
import type { Cycle } from './cycles.ts'
import { type Edge, ORDER, PROCESS, REALTIME, RW, WR, WW } from './graph.ts'
import type { KindedAnomaly } from './observations.ts'
import type { Transactions } from './transactions.ts'
import { clauseOf, namer } from './wording.ts'

/** Longer circles are cut in the sentence; the relations hold them whole. */
const CLAUSES_MAX = 6

export function cycleAnomaly(history: Transactions, cycle: Cycle): KindedAnomaly {
  const kind = isLostUpdate(history, cycle) ? 'lost-update' : cycleKind(cycle)
  const name = namer(history)
  const edges = kind === 'lost-update' ? cycle.edges : inOrderOfTelling(cycle)
  const told = edges.slice(0, CLAUSES_MAX)
  const clauses = told.map((edge) => clauseOf(history, edge, name))
  const rest = edges.length - told.length
  if (rest > 0) clauses.push(`and so on for ${rest} more, back to ${name(edges[0]?.from ?? -1)}`)
  const title = isStaleRead(cycle) ? 'Stale read' : ANOMALY_KINDS.get(kind)?.title
  return {
    kind,
    message: `${title}: ${clauses.join('; ')}.`,
    operations: edges.map(({ from }) => from),
    relations: edges.map(relationOf),
  }
}

/** What a transaction saw comes first, what it missed comes last. */
function inOrderOfTelling({ class: name, edges }: Cycle): readonly Edge[] {
  const [missed, ...seen] = edges
  return name === 'G-single' && missed?.kind === RW ? [...seen, missed] : edges
}

/** It missed what had been written before, and nothing else shows it. */
function isStaleRead({ class: name, edges }: Cycle): boolean {
  return name === 'G-single' && edges.every(({ kind }) => (kind & (RW | ORDER)) !== 0)
}

function cycleKind({ class: name, edges }: Cycle): CycleKind {
  if (edges.some(({ kind }) => kind === REALTIME)) return `${name}-realtime`
  if (edges.some(({ kind }) => kind === PROCESS)) return `${name}-process`
  return name
}

/** Read skew of a single key: it read, another overwrote, it wrote (P4 of Berenson et al.). */
function isLostUpdate({ versions }: Transactions, { class: name, edges }: Cycle): boolean {
  if (name !== 'G-single') return false
  const key = versions[edges[0]?.right ?? -1]?.key
  return edges.every(
    ({ kind, right }) => (kind === RW || kind === WW) && versions[right]?.key === key,
  )
}

const RELATIONS: ReadonlyMap<number, RelationKind> = new Map([
  [WW, 'overwrites'],
  [WR, 'reads-from'],
  [RW, 'read-before'],
  [PROCESS, 'process-order'],
  [REALTIME, 'real-time'],
])

function relationOf({ from, to, kind }: Edge): Relation {
  return { from, to, kind: RELATIONS.get(kind) ?? 'causal' }
}
