/** Runs of sets with a plan: an addition against a removal, and elements that come and go. */
import type { ClientOperation, Json } from '#core'
import { askAt, type ReplicasOptions, replicasScenario } from '../shared-scenarios/replicas.ts'
import { MS } from '../shared-scenarios/units.ts'

const CUT_MICROS = 300 * MS
const HEAL_MICROS = 700 * MS

function ask(at: number, node: string, body: Json): ClientOperation {
  return askAt(at * MS, { client: node.replace('n', 'c'), node, body })
}

/** Both sides of a cut know an element: one removes it, the other adds it again. */
export function addAgainstRemoval({ id, seed }: Pick<ReplicasOptions, 'id' | 'seed'>) {
  const element = 'milk'
  const [first, second] = seed % 2 === 0 ? [400, 500] : [500, 400]
  return replicasScenario({
    id,
    seed,
    nodeCount: 2,
    command: () => ({ op: 'read' }),
    isDrawn: false,
    operations: [
      ask(20 + (seed % 5), 'n1', { op: 'add', element }),
      ask(first, 'n1', { op: 'remove', element }),
      ask(second, 'n2', { op: 'add', element }),
      ...(seed % 3 === 0 ? [ask(550, 'n2', { op: 'remove', element: 'bread' })] : []),
      ask(600, 'n1', { op: 'add', element: 'bread' }),
      ask(950, 'n1', { op: 'read' }),
      ask(950, 'n2', { op: 'read' }),
    ],
    nemesis: [
      {
        at: CUT_MICROS,
        fault: { kind: 'partition', groups: [['n1'], ['n2']], name: 'sides' },
      },
      { at: HEAL_MICROS, fault: { kind: 'heal', name: 'sides' } },
    ],
    safetyMicros: 1_000 * MS,
  })
}
