/**
 * What the first goes of a class at a quiz say about its questions. Later goes say how well the
 * explanations were read, and are left out.
 */
import type { Confidence } from '../../_review/entry.ts'
import { type Discrimination, discriminationOf, itemAndRest } from './discrimination.ts'
import { type Range, wilson } from './share.ts'

/** What one learner gave to one question, in the first go that was handed in. */
export interface GivenAnswer<Answer> {
  readonly userId: string
  readonly questionId: string
  /** Undefined where nothing was answered, which counts as not right. */
  readonly answer: Answer | undefined
  /** How sure they were, in per cent. */
  readonly confidence: Confidence | undefined
  /** How much was right, from 0 to 1. */
  readonly share: number
  /** Ids of the misconceptions that the answer shows. */
  readonly misconceptions: readonly string[]
}

/** With fewer answers, counts are shown and no shares. */
export const ANSWERS_MIN = 10

export interface ItemStatistics {
  readonly questionId: string
  /** Learners who were asked. */
  readonly asked: number
  /** Those who had all of it right. */
  readonly right: number
  readonly leftOut: number
  /** Those who said how sure they are, and those of them who were sure and had it wrong. */
  readonly stated: number
  readonly surelyWrong: number
  /** The share that has it right; undefined with too few answers. */
  readonly difficulty: { readonly share: number; readonly range: Range } | undefined
  readonly discrimination: Discrimination | undefined
}

/** In the order of `questionIds`; a question that nobody was asked is in it too. */
export function quizItems<Answer>(
  answers: readonly GivenAnswer<Answer>[],
  questionIds: readonly string[],
): readonly ItemStatistics[] {
  const byQuestion = Map.groupBy(answers, ({ questionId }) => questionId)
  const results = [...Map.groupBy(answers, ({ userId }) => userId).values()].map(
    (own) => new Map(own.map(({ questionId, share }) => [questionId, share])),
  )
  return questionIds.map((questionId) => {
    const given = byQuestion.get(questionId) ?? []
    const asked = given.length
    const right = given.filter(isRight).length
    return {
      questionId,
      asked,
      right,
      leftOut: given.filter(({ answer }) => answer === undefined).length,
      stated: given.filter(({ confidence }) => confidence !== undefined).length,
      surelyWrong: given.filter((one) => isSure(one) && !isRight(one)).length,
      difficulty:
        asked < ANSWERS_MIN ? undefined : { share: right / asked, range: wilson(right, asked) },
      discrimination: discriminationOf(itemAndRest(results, questionId)),
    }
  })
}

/** Half an answer is not the right one. */
function isRight({ share }: { readonly share: number }): boolean {
  return share === 1
}

/** From here on an answer is called sure: “fairly sure” and “sure”. */
export const SURE_PERCENT = 75

export function isSure({ confidence }: Pick<GivenAnswer<unknown>, 'confidence'>): boolean {
  return confidence !== undefined && confidence >= SURE_PERCENT
}
