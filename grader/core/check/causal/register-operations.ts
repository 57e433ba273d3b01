/** The operations that checkers of registers know: reads and writes of one key each. */
import type { History, Operation } from '../../history/operation.ts'
import { validateHistory } from '../../history/validate-history.ts'

export function isRead({ f }: Operation): boolean {
  return f === 'read' || f === 'get'
}

export function isWrite({ f }: Operation): boolean {
  return f === 'write' || f === 'put'
}

/** Why a history cannot be judged as one of reads and writes, or undefined. */
export function problemWith(history: History): string | undefined {
  const [broken] = validateHistory(history)
  if (broken !== undefined) {
    return (
      `Operation ${broken.operation} cannot be part of a history: it has ${broken.found}; ` +
      `expected ${broken.expected}.`
    )
  }
  const other = history.operations.find(
    (each) => each.outcome !== 'fail' && !isRead(each) && !isWrite(each),
  )
  if (other === undefined) return undefined
  return (
    `Operation ${other.id} is a "${other.f}". This checker knows reads and writes only: use a ` +
    'workload of reads and writes, or check linearizability.'
  )
}
