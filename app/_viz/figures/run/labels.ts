/** What operations are called in drawing, table and comparison. */

import { commandText, type RunOperation, textOf } from '#content/figures/operations.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { Json } from '#core'

export type OperationWords = Pick<RunFigure, 'commandLabel' | 'answerLabel'>

/** What a client asks: `write 42`. */
export function askedOf(command: Json, { commandLabel }: OperationWords): string {
  return commandLabel?.(JSON.stringify(command)) ?? commandText(command)
}

/** What came back: a value, `ok`, `error`, `no answer`. */
export function answerOf(operation: RunOperation, words: OperationWords): string {
  const { outcome, answer, command } = operation
  if (outcome === 'fail') return 'error'
  if (outcome === 'info') return 'no answer'
  return okAnswer(answer, command, words)
}

/** An `ok` answer. A write says nothing new, so it is only `ok`. */
export function okAnswer(answer: Json, command: Json, { answerLabel }: OperationWords): string {
  const said = answerLabel?.(JSON.stringify(answer), JSON.stringify(command))
  if (said !== undefined) return said
  return (command as { readonly kind?: string } | null)?.kind === 'write' ? 'ok' : textOf(answer)
}
