/** Which misconceptions the answers of a class show, and how sure their holders were. */
import { type GivenAnswer, isSure } from './quiz-items.ts'

export interface HeldMisconception {
  readonly id: string
  /** Learners of whom an answer shows it, in the order of their first such answer. */
  readonly holders: readonly string[]
  /** Learners who were asked a question that can show it. */
  readonly met: number
  /** Holders who were at least fairly sure of such an answer. */
  readonly sure: number
  /** The question by which most learners show it. */
  readonly questionId: string
}

/**
 * Those that most learners hold come first.
 * @param shownBy ids of the misconceptions that each question can show
 */
export function heldMisconceptions(
  answers: readonly GivenAnswer<unknown>[],
  shownBy: ReadonlyMap<string, readonly string[]>,
): readonly HeldMisconception[] {
  const showing = answers.flatMap((given) =>
    given.misconceptions.map((misconception) => ({ ...given, misconception })),
  )
  return [...Map.groupBy(showing, ({ misconception }) => misconception)]
    .map(([id, shown]): HeldMisconception => {
      const questions = [...Map.groupBy(shown, ({ questionId }) => questionId)].toSorted(
        ([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1),
      )
      const canShow = (questionId: string) => shownBy.get(questionId)?.includes(id) === true
      const askers = new Set(shown.map(({ questionId }) => questionId))
      return {
        id,
        holders: learnersOf(shown),
        met: learnersOf(
          answers.filter(({ questionId }) => askers.has(questionId) || canShow(questionId)),
        ).length,
        sure: learnersOf(shown.filter(isSure)).length,
        questionId: questions[0]?.[0] ?? '',
      }
    })
    .toSorted((a, b) => b.holders.length - a.holders.length || (a.id < b.id ? -1 : 1))
}

function learnersOf(answers: readonly { readonly userId: string }[]): readonly string[] {
  return [...new Set(answers.map(({ userId }) => userId))]
}
