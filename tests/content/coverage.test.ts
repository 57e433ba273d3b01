/** What the course promises to teach: complete modules keep it, and what is left is printed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readYaml } from '#content/schema/read-data.ts'
import { topicsSchema } from '#content/schema/topics.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { COURSE, LESSONS } from '../support/lesson-texts.ts'

/** How many widespread claims the course's list of corrections has. */
const CLAIMS = 112

const topics = readYaml(
  'content/topics.yaml',
  readFileSync(join(ROOT, 'content/topics.yaml'), 'utf8'),
  topicsSchema,
)
const { modules } = COURSE
const covered = new Set(LESSONS.flatMap(({ frontmatter }) => frontmatter.covers ?? []))

describe('topics', () => {
  it('stand once each, in modules that the course has', () => {
    const ids = topics.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(200)
    const known = modules.map(({ id }) => id)
    expect(topics.flatMap((topic) => topic.modules).filter((id) => !known.includes(id))).toEqual([])
  })

  it('of complete modules are all covered', () => {
    const complete = new Set(
      modules
        .filter((module) => module.lessons.every(({ slug }) => slug !== undefined))
        .map(({ id }) => id),
    )
    const owed = topics.filter((topic) => topic.modules.some((id) => complete.has(id)))
    expect(owed.filter(({ id }) => !covered.has(id)).map(nameOf)).toEqual([])
    expect(owed.length).toBeGreaterThan(0)
  })

  it('that no lesson covers yet are printed', () => {
    const left = topics.filter(({ id }) => !covered.has(id))
    if (left.length > 0) console.info(['Not covered yet:', ...left.map(nameOf)].join('\n  '))
    expect(left.length + covered.size).toBe(topics.length)
  })
})

function nameOf({ id, modules: places, topic }: (typeof topics)[number]): string {
  return `${id} (${places.join(', ')}): ${topic}`
}

describe.each(LESSONS)('the lesson $slug', ({ frontmatter }) => {
  const { covers = [], corrects = [] } = frontmatter

  it('names topics and claims that exist, each once', () => {
    const ids = new Set(topics.map(({ id }) => id))
    expect(covers.filter((id) => !ids.has(id))).toEqual([])
    const numbers = corrects.map((id) => Number(id.slice(2)))
    expect(numbers.filter((number) => number < 1 || number > CLAIMS)).toEqual([])
    expect(new Set(covers).size).toBe(covers.length)
    expect(new Set(corrects).size).toBe(corrects.length)
  })
})
