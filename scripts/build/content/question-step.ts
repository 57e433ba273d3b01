/** The part of the content build that is about questions: reads, compiles, gives two files. */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { CompiledAnswers, CompiledQuestions } from '#content/schema/compiled-question.ts'
import {
  cardsSchema,
  misconceptionsSchema,
  questionSourcesSchema,
  readQuestions,
} from '#content/schema/question.ts'
import { ContentError, readYaml } from '#content/schema/read-data.ts'
import {
  type CompiledTopic,
  compileCards,
  compileQuestions,
  type QuestionWorld,
} from './compile-questions.ts'
import type { MakeHtml } from './markdown-html.ts'

export interface QuestionStep {
  readonly root: string
  readonly course: QuestionWorld['course']
  readonly headings: QuestionWorld['headings']
  /** Left out: every text is compiled. */
  readonly makeHtml?: MakeHtml
}

/** @throws ContentError that names file, question and field */
export async function compileAllQuestions(step: QuestionStep): Promise<{
  readonly questions: CompiledQuestions
  readonly answers: CompiledAnswers
}> {
  const { root, ...given } = step
  const read = async <T>(file: string, schema: z.ZodType<T>) =>
    readYaml(file, await readFile(join(root, file), 'utf8'), schema)
  const misconceptions = await read('content/misconceptions.yaml', misconceptionsSchema)
  const sources = await read('content/question-sources.yaml', questionSourcesSchema)
  const world: QuestionWorld = { ...given, misconceptions, sources }
  const topics: CompiledTopic[] = []
  for (const file of globSync('content/questions/**/*.yaml', { cwd: root }).sort()) {
    const questions = readQuestions(file, await readFile(join(root, file), 'utf8'))
    topics.push(await compileQuestions(file, questions, world))
  }
  const keys = topics.flatMap((topic) => topic.keys)
  checkIds(keys.map(({ id }) => id))
  const cardsFile = 'content/cards.yaml'
  const cards = await compileCards(cardsFile, await read(cardsFile, cardsSchema), world)
  return {
    questions: { questions: topics.flatMap(({ shown }) => shown) },
    answers: {
      answers: Object.fromEntries(keys.map((key) => [key.id, key])),
      misconceptions,
      cards,
    },
  }
}

function checkIds(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice === undefined) return
  throw new ContentError(
    `content/questions: two questions have the id "${twice}": rename the newer`,
  )
}
