/** The part of the content build that is about named quizzes: content/quizzes/<id>.yaml. */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PublicQuestion } from '#content/schema/compiled-question.ts'
import { type QuizSet, quizProblems, quizSchema } from '#content/schema/quiz.ts'
import { ContentError, readYaml } from '#content/schema/read-data.ts'

/** @throws ContentError that names the file and what is wrong with it */
export async function readQuizzes(
  root: string,
  questions: readonly PublicQuestion[],
): Promise<readonly QuizSet[]> {
  const sets: QuizSet[] = []
  for (const file of globSync('content/quizzes/*.yaml', { cwd: root }).sort()) {
    const set = readYaml(file, await readFile(join(root, file), 'utf8'), quizSchema)
    const problems = quizProblems(set, questions)
    if (problems.length > 0) throw new ContentError(`${file}: ${problems.join('; ')}`)
    sets.push({ ...set, id: basename(file, '.yaml') })
  }
  return sets
}
