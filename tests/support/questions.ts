/** All questions of the quizzes with what they refer to, read from their sources. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  cardsSchema,
  misconceptionsSchema,
  type Question,
  type QuestionKind,
  questionSourcesSchema,
  readQuestions,
} from '#content/schema/question.ts'
import { readYaml } from '#content/schema/read-data.ts'
import { ROOT } from '../../scripts/state/paths.ts'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const QUESTION_FILES = globSync('content/questions/**/*.yaml', { cwd: ROOT }).sort()

export const QUESTIONS: readonly Question[] = QUESTION_FILES.flatMap((file) =>
  readQuestions(file, read(file)),
)

export const MISCONCEPTIONS = readYaml(
  'content/misconceptions.yaml',
  read('content/misconceptions.yaml'),
  misconceptionsSchema,
)

export const QUESTION_SOURCES = readYaml(
  'content/question-sources.yaml',
  read('content/question-sources.yaml'),
  questionSourcesSchema,
)

export const CARDS = readYaml('content/cards.yaml', read('content/cards.yaml'), cardsSchema)

/** The questions of one kind. */
export function questionsOf<Kind extends QuestionKind>(
  kind: Kind,
): readonly Extract<Question, { readonly kind: Kind }>[] {
  return QUESTIONS.filter(
    (question): question is Extract<Question, { readonly kind: Kind }> => question.kind === kind,
  )
}
