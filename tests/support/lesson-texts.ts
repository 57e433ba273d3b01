/** All that is written for the course, read from its sources, for the tests of content. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { cheatSheetSchema } from '#content/schema/cheat-sheet.ts'
import { courseSchema } from '#content/schema/course.ts'
import { glossarySchema } from '#content/schema/glossary.ts'
import { type LessonFrontmatter, lessonSchema } from '#content/schema/lesson.ts'
import { checkData, readYaml } from '#content/schema/read-data.ts'
import { ROOT } from '../../scripts/state/paths.ts'

export interface LessonText {
  readonly slug: string
  readonly frontmatter: LessonFrontmatter
  /** What stands below the frontmatter, without its blocks of code. */
  readonly text: string
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

export const COURSE = readYaml('content/course.yaml', read('content/course.yaml'), courseSchema)

export const GLOSSARY = readYaml(
  'content/glossary.yaml',
  read('content/glossary.yaml'),
  glossarySchema,
)

export const CHEAT_SHEET = readYaml(
  'content/cheat-sheet.yaml',
  read('content/cheat-sheet.yaml'),
  cheatSheetSchema,
)

export const LESSONS: readonly LessonText[] = globSync('content/lessons/*/lesson.mdx', {
  cwd: ROOT,
})
  .sort()
  .map((file) => {
    const [, head = '', ...rest] = read(file).split(/^---$/m)
    return {
      slug: file.split('/').at(-2) ?? '',
      frontmatter: checkData(file, parse(head), lessonSchema),
      text: rest.join('---').replaceAll(/^```[\s\S]*?^```$/gm, ''),
    }
  })

/** The texts of lessons and of labs' instructions, by file, without their blocks of code. */
export function allTexts(): ReadonlyMap<string, string> {
  const files = globSync(['content/lessons/*/lesson.mdx', 'labs/*/steps/*/instructions.mdx'], {
    cwd: ROOT,
  })
  return new Map(files.map((file) => [file, read(file).replaceAll(/^```[\s\S]*?^```$/gm, '')]))
}
