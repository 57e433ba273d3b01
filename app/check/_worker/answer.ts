/** What the judges of objects and of transactions answer. */
import type { Operation } from '#core'
import type { Judgement } from './judgement.ts'

export type Answer =
  | { readonly kind: 'judged'; readonly judgement: Judgement }
  /** An operation is none of those that the question is about; one sentence says why. */
  | { readonly kind: 'misfit'; readonly operation: Operation; readonly problem: string }
  /** The history as a whole cannot be judged. */
  | { readonly kind: 'refused'; readonly why: string }
