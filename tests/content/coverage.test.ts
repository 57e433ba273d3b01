/** What the course promises to teach: complete modules keep it, and what is left is printed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { courseSchema } from '#content/schema/course.ts'
import { lessonSchema } from '#content/schema/lesson.ts'
import { readYaml } from '#content/schema/read-data.ts'
import { topicsSchema } from '#content/schema/topics.ts'
import { ROOT } from '../../scripts/state/paths.ts'

/** How many widespread claims the course's list of corrections has. */
const CLAIMS = 112

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const topics = readYaml('content/topics.yaml', read('content/topics.yaml'), topicsSchema)
const { modules } = readYaml('content/course.yaml', read('content/course.yaml'), courseSchema)
const lessons = modules.flatMap(({ lessons: ofModule }) =>
  ofModule.flatMap(({ slug }) => (slug === undefined ? [] : [{ slug, ...frontmatter(slug) }])),
)
const covered = new Set(lessons.flatMap(({ covers = [] }) => covers))

function frontmatter(slug: string) {
  const text = read(`content/lessons/${slug}/lesson.mdx`)
  const [, yaml = ''] = /^---\n([^]*?)\n---\n/.exec(text) ?? []
  return lessonSchema.parse(parse(yaml))
}

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

describe.each(lessons)('the lesson $slug', ({ covers = [], corrects = [] }) => {
  it('names topics and claims that exist, each once', () => {
    const ids = new Set(topics.map(({ id }) => id))
    expect(covers.filter((id) => !ids.has(id))).toEqual([])
    const numbers = corrects.map((id) => Number(id.slice(2)))
    expect(numbers.filter((number) => number < 1 || number > CLAIMS)).toEqual([])
    expect(new Set(covers).size).toBe(covers.length)
    expect(new Set(corrects).size).toBe(corrects.length)
  })
})
