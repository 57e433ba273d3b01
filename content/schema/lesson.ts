/** The shape of a lesson's frontmatter. */
import { z } from 'zod'

const source = z.strictObject({
  /** What `<Cite id="…" />` in the text refers to. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'must be small letters, digits and hyphens'),
  /** What the reader sees in the text: `Gilbert & Lynch 2002`. */
  label: z.string().min(1),
  title: z.string().min(1),
  /** Journal, conference or site. */
  where: z.string().min(1),
  url: z.url({ protocol: /^https$/, error: 'must be an https address' }),
  /** What it is cited for, or what to know before trusting it. */
  note: z.string().min(1),
})

export const lessonSchema = z.strictObject({
  title: z.string().min(1),
  objective: z.string().min(1),
  /** Reading time, exercises included. */
  minutes: z.int().positive(),
  sources: z.array(source).min(1),
})

export type LessonFrontmatter = z.infer<typeof lessonSchema>
export type Source = LessonFrontmatter['sources'][number]

/** The frontmatter of the instructions of a lab's step. */
export const instructionsSchema = z.strictObject({
  title: z.string().min(1),
  /** One line. */
  summary: z.string().min(1),
})

export type InstructionsFrontmatter = z.infer<typeof instructionsSchema>
