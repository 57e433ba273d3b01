/** Named quizzes: each can be judged as a whole, and a wrong one is told what is wrong. */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { quizProblems, quizSchema } from '#content/schema/quiz.ts'
import { ContentError, readYaml } from '#content/schema/read-data.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { QUESTIONS } from '../support/questions.ts'

const FILES = globSync('content/quizzes/*.yaml', { cwd: ROOT })
const read = async (file: string) =>
  readYaml(file, await readFile(join(ROOT, file), 'utf8'), quizSchema)

describe('a named quiz', () => {
  it.each(FILES)('%s asks questions that there are and that are judged', async (file) => {
    expect(quizProblems(await read(file), QUESTIONS)).toEqual([])
  })

  it('is there', () => {
    expect(FILES.length).toBeGreaterThan(0)
  })

  it('names what it cannot ask', () => {
    const all = [
      { id: 'a', kind: 'choice' },
      { id: 'b', kind: 'explain' },
    ]
    expect(quizProblems({ questions: ['a', 'b', 'c'] }, all)).toEqual([
      'question "b" is of kind explain, which its learner judges: leave it out',
      'there is no question "c" in content/questions',
    ])
  })

  it('is refused with the file and the field', () => {
    const refused = (questions: string) =>
      readYaml('q.yaml', `title: T\nabout: A\nquestions: ${questions}`, quizSchema)
    expect(() => refused('[a, b]')).toThrow(ContentError)
    expect(() => refused('[a, b, a]')).toThrow(/q\.yaml: questions.*must not name a question twice/)
    expect(() => refused('[a, B c, d]')).toThrow(/q\.yaml: questions\[1\].*small letters/)
  })
})
