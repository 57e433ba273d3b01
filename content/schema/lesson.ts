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
  /** What the lesson teaches, by the ids of the course's inventory: `A1-14`, `A1-D3`. */
  covers: z
    .array(z.string().regex(/^[A-Z][A-Z0-9.]*-[A-Z]?[0-9]+$/, 'must look like A1-14'))
    .optional(),
  /** The widespread claims that it sets right, by number: `C-69`. */
  corrects: z.array(z.string().regex(/^C-[0-9]+$/, 'must look like C-12')).optional(),
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
