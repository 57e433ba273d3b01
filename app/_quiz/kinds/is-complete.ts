/** Whether something that can be judged was chosen, so that it may be sent. */
import type { PublicQuestion } from '#content/schema/compiled-question.ts'
import type { Answer } from '../answer.ts'

export function isComplete(question: PublicQuestion, answer: Answer | undefined): boolean {
  // A history may break none of the claims, and nothing that was moved is an order too.
  if (question.kind === 'claim') return true
  if (question.kind === 'order') return true
  if (answer === undefined || answer.kind === 'unsure') return false
  if (answer.kind === 'some') return answer.options.length > 0
  if (answer.kind === 'cut') return answer.links.length > 0
  if (answer.kind === 'words') return Object.values(answer.words).some((text) => text.trim() !== '')
  return true
}

/** The answer to send; what nobody touched stands as it was shown. */
export function answerToSend(question: PublicQuestion, answer: Answer | undefined): Answer {
  if (question.kind === 'claim' && answer?.kind !== 'some') return { kind: 'some', options: [] }
  if (question.kind === 'order' && answer?.kind !== 'order') {
    return { kind: 'order', order: question.items.map(({ id }) => id) }
  }
  return answer ?? { kind: 'unsure' }
}
