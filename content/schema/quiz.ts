/** Named sets of questions that are judged as a whole: content/quizzes/<id>.yaml. */
import { z } from 'zod'
import { listOf, slug, text } from './question-parts.ts'

export const quizSchema = z.strictObject({
  title: text('the name of the quiz'),
  about: text('what it asks about and whom it is for, in a sentence'),
  /** Ids of questions, in the order in which they are asked. */
  questions: listOf(slug, { min: 3, what: 'ids of questions' }).refine(
    (ids) => new Set(ids).size === ids.length,
    { error: 'must not name a question twice' },
  ),
})

export type QuizSet = z.infer<typeof quizSchema> & { readonly id: string }

interface AskedQuestion {
  readonly id: string
  readonly kind: string
}

/** What is wrong with the questions of a set, in sentences; nothing when all is well. */
export function quizProblems(
  { questions }: Pick<QuizSet, 'questions'>,
  all: readonly AskedQuestion[],
): readonly string[] {
  return questions.flatMap((id) => {
    const found = all.find((question) => question.id === id)
    if (found === undefined) return [`there is no question "${id}" in content/questions`]
    return found.kind === 'explain' || found.kind === 'design'
      ? [`question "${id}" is of kind ${found.kind}, which its learner judges: leave it out`]
      : []
  })
}
