/** What keeps a history from being judged by a model. */
import type { History } from '../../history/operation.ts'
import { validateHistory } from '../../history/validate-history.ts'
import type { Model } from '../models/model.ts'

/** One sentence about the first thing that is wrong, or undefined. */
export function problemWith(history: History, model: Model): string | undefined {
  const [broken] = validateHistory(history)
  if (broken !== undefined) {
    return `Operation ${broken.operation} cannot be part of a history: it has ${broken.found}; expected ${broken.expected}.`
  }
  for (const operation of history.operations) {
    const problem = operation.outcome === 'fail' ? undefined : model.problemWith(operation)
    if (problem !== undefined) return problem
  }
  return undefined
}
