/**
 * Lost updates that need no order of the writes: two transactions read the same version of a
 * key and both wrote the key, so the later one overwrote the other without having seen it.
 */
import { type Dependencies, readersAt } from './dependencies.ts'
import type { KindedAnomaly } from './observations.ts'
import { lostUpdate } from './read-anomalies.ts'
import { INITIAL, type Transactions } from './transactions.ts'

/** The first one, in order of the keys. */
export function findLostUpdate(dependencies: Dependencies): KindedAnomaly | undefined {
  const { history, orders } = dependencies
  for (const { key, chain, loose } of orders) {
    for (const version of [INITIAL, ...chain, ...loose]) {
      const readers = readersAt(dependencies, key, version)
      if (readers.length < 2) continue
      const [one, other] = readers.filter((reader) => writes(history, reader, key))
      if (one !== undefined && other !== undefined) {
        return lostUpdate(history, [one, other], { key, version })
      }
    }
  }
  return undefined
}

function writes({ transactions }: Transactions, index: number, key: number): boolean {
  const steps = transactions[index]?.steps ?? []
  return steps.some((step) => step.kind === 'write' && step.key === key)
}
