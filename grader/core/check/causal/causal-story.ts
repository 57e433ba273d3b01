/** Tells what is wrong with a causal history: a sentence, its operations, and their ties. */
import { present } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import type { Anomaly, Relation } from '../history-verdict.ts'
import { causalEdges, type Edge, pathBetween } from './edges.ts'
import { INITIAL, type RegisterHistory } from './register-history.ts'
import { deed, doneDeed, valueOf, what } from './wording.ts'

/** The operation behind a node. */
export function operationAt(registers: RegisterHistory, node: number): Operation {
  const index = registers.operationOf[node]
  return present(registers.operations[index ?? -1], 'each node stands for an operation')
}

/** Edges as ties between operations; what one read shows of two writes is tied to it too. */
export function relationsOf(registers: RegisterHistory, edges: readonly Edge[]): Relation[] {
  const idOf = (node: number) => operationAt(registers, node).id
  const relations: Relation[] = []
  for (const { from, to, kind, because } of edges) {
    relations.push({ from: idOf(from), to: idOf(to), kind })
    if (because >= 0) relations.push({ from: idOf(to), to: idOf(because), kind: 'reads-from' })
  }
  return relations
}

/** The ids of the operations of `edges`, each once, in order. */
export function operationsOf(registers: RegisterHistory, edges: readonly Edge[]): number[] {
  const nodes = edges.flatMap(({ from, to, because }) =>
    because >= 0 ? [from, to, because] : [from, to],
  )
  return [...new Set(nodes)].map((node) => operationAt(registers, node).id)
}

/**
 * A read of something that was overwritten in its causal past.
 * @param newer writes before the read that overwrote what it returned; the one that is told in
 * the fewest words is taken
 */
export function staleRead(
  registers: RegisterHistory,
  observer: number,
  { read, newer }: { read: number; newer: readonly number[] },
): Anomaly {
  const incoming = causalEdges(registers, observer)
  const write = registers.source[read] as number
  const told = newer.map((other) => {
    const known = present(pathBetween(other, read, incoming), 'it comes before the read')
    const over =
      write === INITIAL ? [] : present(pathBetween(write, other, incoming), 'it is newer')
    return { read, known, over }
  })
  const cost = (each: (typeof told)[number]) => each.known.length + each.over.length
  const best = told.reduce((a, b) => (cost(b) < cost(a) ? b : a))
  return staleStory(registers, write === INITIAL ? 'stale-initial-read' : 'stale-read', best)
}

/**
 * A read that returned what it should have known to be overwritten.
 * @param known the way from the newer write to the read, the last step in the reader's session
 * @param over the way from the write that was read to the newer one; empty for the initial value
 */
export function staleStory(
  registers: RegisterHistory,
  kind: string,
  { read, known, over }: { read: number; known: readonly Edge[]; over: readonly Edge[] },
): Anomaly {
  const reader = operationAt(registers, read)
  const edges = [...over, ...known]
  const reached = howKnown(registers, known)
  const source = over[0]
  return {
    kind,
    message:
      source === undefined
        ? `${what(reader)}, the initial value, after ${reached}.`
        : `${what(reader)} after ${reached}; ${howNewer(registers, over)}.`,
    operations: [...new Set([...operationsOf(registers, edges), reader.id])],
    relations: [
      ...relationsOf(registers, edges),
      ...(source === undefined
        ? []
        : [
            {
              from: operationAt(registers, source.from).id,
              to: reader.id,
              kind: 'reads-from' as const,
            },
          ]),
    ],
  }
}

/**
 * How a session came to know of a write, before its read: `it had read x = 2`.
 * @param known the way from the write to the read; its last step lies in the reader's session
 */
function howKnown(registers: RegisterHistory, known: readonly Edge[]): string {
  const last = present(known.at(-1), 'a path between two operations has an edge')
  const direct = `it had ${doneDeed(operationAt(registers, last.from))}`
  // What it had read says by itself who wrote it; what lies further back is told step by step.
  const further = stepsText(registers, known.slice(0, -2))
  return further === '' ? direct : `${direct} (${further})`
}

/** Why one write overwrote another: `c1 wrote x = 2 after x = 1`. */
function howNewer(registers: RegisterHistory, over: readonly Edge[]): string {
  const [first, second] = over
  const last = present(over.at(-1), 'a path between two operations has an edge')
  const old = operationAt(registers, present(first, 'and so it has a first one').from)
  const newer = operationAt(registers, last.to)
  if (over.length === 1 && last.kind === 'process-order') {
    return `${what(newer)} after ${valueOf(old)}`
  }
  if (over.length === 2 && first?.kind === 'reads-from' && second?.kind === 'process-order') {
    return `${what(newer)} after it had read ${valueOf(old)}`
  }
  return `${valueOf(newer)} came after ${valueOf(old)}: ${stepsText(registers, over)}`
}

/** `c1 read y = 2 and then wrote x = 1; c2 …`: the steps inside sessions; values tell the rest. */
export function stepsText(registers: RegisterHistory, edges: readonly Edge[]): string {
  const steps = edges.flatMap(({ from, to, kind, because }) => {
    const first = operationAt(registers, from)
    if (kind === 'process-order') {
      return [`${what(first)} and then ${deed(operationAt(registers, to))}`]
    }
    if (kind === 'reads-from') return []
    const reader = operationAt(registers, because)
    return [`${reader.process} knew of ${valueOf(first)} and ${deed(reader)}, so that came later`]
  })
  return steps.join('; ')
}

/** Operations that would have to come before themselves. */
export function circle(
  registers: RegisterHistory,
  kind: string,
  { opening, edges }: { opening: string; edges: readonly Edge[] },
): Anomaly {
  return {
    kind,
    message: `${opening}: ${stepsText(registers, edges)}.`,
    operations: operationsOf(registers, edges),
    relations: relationsOf(registers, edges),
  }
}
