/** Content that is wrong is refused with the file, the place and the reason. */
import { describe, expect, it } from 'vitest'
import { courseSchema } from '#content/schema/course.ts'
import { glossarySchema } from '#content/schema/glossary.ts'
import { lessonSchema } from '#content/schema/lesson.ts'
import { checkData, readYaml } from '#content/schema/read-data.ts'
import { checkText } from '../../scripts/build/content/check-text.ts'
import { compileText } from '../../scripts/build/content/compile-text.ts'

describe('course.yaml', () => {
  it('names the file and says that it is not YAML', () => {
    expect(() => readYaml('course.yaml', 'modules: [', courseSchema)).toThrow(
      /^course\.yaml: this is not YAML: /,
    )
  })

  it('names every place that is wrong', () => {
    const text = `
modules:
  - id: first
    title: One
    objective: Learn.
    lessons:
      - title: A
        objective: B
        slug: Not A Slug
`
    expect(() => readYaml('course.yaml', text, courseSchema)).toThrow(
      [
        'course.yaml: modules[0].id: must look like m3',
        'course.yaml: modules[0].lessons[0].slug: must be small letters, digits and single hyphens',
      ].join('\n'),
    )
  })

  it('refuses a lesson that needs a later one or none', () => {
    const lesson = (slug: string, needs: string) =>
      `{title: ${slug}, objective: O, slug: ${slug}, needs: [${needs}]}`
    const text = (needs: string) =>
      `modules: [{id: m1, title: T, objective: O, lessons: [${lesson('a', needs)}, ${lesson('b', 'a')}]}]`
    expect(() => readYaml('course.yaml', text(''), courseSchema)).not.toThrow()
    expect(() => readYaml('course.yaml', text('b'), courseSchema)).toThrow(
      'course.yaml: modules[0].lessons[0].needs: no lesson before it has the slug "b"',
    )
  })

  it('refuses keys that nobody reads', () => {
    const text = 'modules: [{id: m1, title: T, objective: O, lesson: []}]'
    expect(() => readYaml('course.yaml', text, courseSchema)).toThrow(/Unrecognized key: "lesson"/)
  })
})

describe('glossary.yaml', () => {
  it('refuses a term that stands twice and a reference to nothing', () => {
    const text = '[{id: a, term: A, meaning: M.}, {id: a, term: B, meaning: N., see: [zebra]}]'
    expect(() => readYaml('glossary.yaml', text, glossarySchema)).toThrow(
      'glossary.yaml: [1].id: "a" stands twice\nglossary.yaml: [1].see[0]: there is no term "zebra"',
    )
  })
})

describe('a lesson', () => {
  const source = { id: 'a', label: 'A', title: 'T', where: 'W', url: 'https://x.org', note: 'N' }
  const frontmatter = { title: 'T', objective: 'O', minutes: 5, sources: [source] }

  it('may have this frontmatter', () => {
    expect(checkData('l.mdx', frontmatter, lessonSchema)).toEqual(frontmatter)
  })

  it('must link its sources by https', () => {
    const wrong = { ...frontmatter, sources: [{ ...source, url: 'http://x.org' }] }
    expect(() => checkData('l.mdx', wrong, lessonSchema)).toThrow(
      'l.mdx: sources[0].url: must be an https address',
    )
  })

  it('may use terms of the glossary only', () => {
    const glossary = [{ id: 'node', term: 'node', meaning: 'M.', see: [] }]
    expect(() => checkText('l.mdx', 'A <Term id="node">node</Term>.', glossary)).not.toThrow()
    expect(() => checkText('l.mdx', 'A\n<Term id="nod">node</Term>.', glossary)).toThrow(
      'l.mdx:2: the glossary has no term "nod" (content/glossary.yaml)',
    )
  })

  it('has no imports and no links that are not https', () => {
    expect(() => checkText('l.mdx', 'import a from "b"', [])).toThrow(/^l\.mdx:1: a text has no/)
    expect(() => checkText('l.mdx', '[a](http://b.org)', [])).toThrow(/^l\.mdx:1: links to other/)
    expect(() => checkText('l.mdx', '```ts\nimport a from "b"\n```', [])).not.toThrow()
  })

  it('names the file when it is not MDX', async () => {
    await expect(compileText('l.mdx', '<Open>')).rejects.toThrow(/^l\.mdx: /)
  })

  it('gets headings with ids, each once', async () => {
    const { headings, code } = await compileText('l.mdx', '## What “A” means\n\n## What A means\n')
    expect(headings).toEqual([
      { id: 'what-a-means', text: 'What “A” means', depth: 2 },
      { id: 'what-a-means-2', text: 'What A means', depth: 2 },
    ])
    expect(code).toContain('what-a-means-2')
  })
})
