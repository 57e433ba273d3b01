/** Laws that all written content keeps. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { courseSchema } from '#content/schema/course.ts'
import { glossarySchema } from '#content/schema/glossary.ts'
import { lessonSchema } from '#content/schema/lesson.ts'
import { checkData, readYaml } from '#content/schema/read-data.ts'
import { findStep } from '#labs/index.ts'
import { checkText } from '../../scripts/build/content/check-text.ts'
import { compileText } from '../../scripts/build/content/compile-text.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const course = readYaml('content/course.yaml', read('content/course.yaml'), courseSchema)
const glossary = readYaml('content/glossary.yaml', read('content/glossary.yaml'), glossarySchema)
const lessons = globSync('content/lessons/*/lesson.mdx', { cwd: ROOT })
const instructions = globSync('labs/*/steps/*/instructions.mdx', { cwd: ROOT })

describe('the course map', () => {
  it('has thirteen modules, and no title twice in a module', () => {
    expect(course.modules.map(({ id }) => id)).toEqual(
      Array.from({ length: 13 }, (_, number) => `m${number}`),
    )
    for (const { lessons: inModule } of course.modules) {
      expect(new Set(inModule.map(({ title }) => title)).size).toBe(inModule.length)
    }
  })

  it('links labs and lessons that exist', () => {
    for (const { labs, lessons: inModule } of course.modules) {
      for (const { lab, step } of labs) expect(findStep(lab, step), `${lab}/${step}`).toBeDefined()
      for (const { slug } of inModule) {
        if (slug !== undefined) expect(existsSync(join(ROOT, 'content/lessons', slug))).toBe(true)
      }
    }
  })
})

describe('the glossary', () => {
  it('is in the order of the alphabet', () => {
    const terms = glossary.map(({ term }) => term.toLowerCase())
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')))
  })

  it('has whole sentences', () => {
    for (const { id, meaning } of glossary) expect(meaning, id).toMatch(/^[A-Z].*[.]$/s)
  })
})

describe.each([...lessons, ...instructions])('%s', (file) => {
  it('uses known terms and safe links, and compiles', async () => {
    checkText(file, read(file), glossary)
    const { headings } = await compileText(file, read(file))
    expect(headings.length).toBeGreaterThan(0)
  })
})

describe.each(lessons)('%s', (file) => {
  const text = read(file)

  it('cites its sources, and each of them', async () => {
    const { frontmatter } = await compileText(file, text)
    const { sources } = checkData(file, frontmatter, lessonSchema)
    const cited = new Set([...text.matchAll(/<Cite id="([^"]*)"/g)].map(([, id]) => id))
    expect([...cited].sort()).toEqual(sources.map(({ id }) => id).sort())
  })

  it('asks before it tells, has a figure, and three recall questions with one right answer', () => {
    const firstFigure = text.indexOf('<Figure')
    expect(text.indexOf('<ThinkFirst')).toBeGreaterThan(-1)
    expect(firstFigure).toBeGreaterThan(text.indexOf('<ThinkFirst'))
    const questions = text.split('<Recall').slice(1)
    expect(questions.length).toBeGreaterThanOrEqual(3)
    for (const question of questions) {
      const options = question.match(/<Option [^>]*why="[^"]+"/g) ?? []
      expect(options.length).toBeGreaterThanOrEqual(3)
      expect(options.filter((option) => option.includes('isRight'))).toHaveLength(1)
      expect(question.match(/<Option/g)).toHaveLength(options.length)
    }
  })
})
