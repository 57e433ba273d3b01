/** What the field of a question gets, whatever its kind. */
import type { AnswerKey, PublicQuestion } from '#content/schema/compiled-question.ts'
import type { QuestionKind } from '#content/schema/question.ts'
import type { Answer } from '../answer.ts'

export type KindOf<Kind extends QuestionKind> = Extract<PublicQuestion, { readonly kind: Kind }>
export type KeyOf<Kind extends QuestionKind> = Extract<AnswerKey, { readonly kind: Kind }>

export interface FieldProps<Kind extends QuestionKind> {
  readonly question: KindOf<Kind>
  /** What is chosen so far. */
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer) => void
  /** Given once the answer was judged: nothing can be changed then, and each part says why. */
  readonly answerKey?: KeyOf<Kind> | undefined
}
