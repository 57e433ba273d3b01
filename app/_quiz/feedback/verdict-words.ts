/** How an answer went, in a short sentence without praise or blame. */
import type { AnswerKey } from '#content/schema/compiled-question.ts'
import type { Graded } from '../grade.ts'

export function verdictWords(key: AnswerKey, { share }: Pick<Graded, 'share'>): string {
  if (key.kind === 'explain' || key.kind === 'design') {
    return `You found ${Math.round(share * 100)} % of the rubric in your answer.`
  }
  if (share === 1) return 'Right.'
  const parts =
    key.kind === 'choices' ? key.options.length : key.kind === 'claim' ? key.claims.length : 0
  const right = Math.round(share * parts)
  return right === 0 ? 'Not right.' : `Not all of it: ${right} of ${parts} are as they should be.`
}
