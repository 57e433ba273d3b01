/** What can be asked about a history, as the form of the page holds it. */
import { MODELS } from '#core'
import type { Choice } from '../../_ui/select-field.tsx'
import { parseInitial } from './initial-value.ts'

export interface QuestionChoice {
  readonly model: string
  /** As typed; JSON when it is right. */
  readonly initial: string
  /** Steps of search, as text, because it comes from a list. */
  readonly effort: string
}

/** The choice that is no model of core: its operations act on many objects at once. */
export const TRANSACTIONS = 'transactions'

export const MODEL_CHOICES: readonly Choice[] = [
  ...MODELS.map(({ id, title }) => ({ id, title })),
  { id: TRANSACTIONS, title: 'Transactions' },
]

export const EFFORT_USUAL = '20000000'

export const EFFORT_CHOICES: readonly Choice[] = [
  { id: '2000000', title: 'Short: 2 million steps for each level' },
  { id: EFFORT_USUAL, title: 'Usual: 20 million steps' },
  { id: '500000000', title: 'Long: 500 million steps' },
]

/** What is wrong with the initial value; undefined when it is right, or not asked for. */
export function problemWithInitial({ model, initial }: QuestionChoice): string | undefined {
  if (model === TRANSACTIONS) return undefined
  const parsed = parseInitial(initial)
  if (parsed.kind === 'wrong') return parsed.problem
  return MODELS.find(({ id }) => id === model)?.problemWithInit(parsed.value)
}

/** What a model is, and what its operations are called. */
export function modelHint(model: string): string {
  if (model === TRANSACTIONS) {
    return 'Each operation reads and writes several keys: ["r", key, value], ["w", key, value], ["append", key, value].'
  }
  const family = MODELS.find(({ id }) => id === model)
  return family === undefined
    ? ''
    : `${family.sentence} Operations: ${family.operations.join(', ')}.`
}
