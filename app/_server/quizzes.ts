/** Named quizzes, as the content build wrote them. */
import 'server-only'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { QuizSet } from '#content/schema/quiz.ts'

const FILE = join(
  /* turbopackIgnore: true */ process.cwd(),
  '.netsplit',
  'build',
  'content',
  'quizzes.json',
)

let kept: { readonly writtenAt: number; readonly sets: readonly QuizSet[] } | undefined

/** In the order of their names. */
export async function readQuizSets(): Promise<readonly QuizSet[]> {
  const writtenAt = (await stat(FILE)).mtimeMs
  if (kept?.writtenAt !== writtenAt) {
    const sets = JSON.parse(await readFile(FILE, 'utf8')) as readonly QuizSet[]
    kept = { writtenAt, sets }
  }
  return kept.sets
}

export async function readQuizSet(id: string): Promise<QuizSet | undefined> {
  return (await readQuizSets()).find((set) => set.id === id)
}
