/** The text of a lesson with all that it may name: on its own page, and beside a lab's code. */
import type { CompiledLesson } from '#content/schema/compiled.ts'
import { citeFor } from './cite.tsx'
import { figureFor } from './figure.tsx'
import { Mdx } from './mdx.tsx'

interface LessonProseProps {
  readonly slug: string
  readonly lesson: CompiledLesson
}

export function LessonProse({ slug, lesson: { code, frontmatter } }: LessonProseProps) {
  return (
    <Mdx code={code} components={{ Cite: citeFor(frontmatter.sources), Figure: figureFor(slug) }} />
  )
}
