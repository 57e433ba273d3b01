/** The shape of glossary.yaml. */
import { z } from 'zod'

const entry = z.strictObject({
  /** What `<Term id="…">` and links to /glossary#… use. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'must be small letters, digits and hyphens'),
  term: z.string().min(1),
  /** One to three plain sentences. */
  meaning: z.string().min(1),
  see: z.array(z.string()).default([]),
  /** What it explains, by the ids of the course's inventory: `A1-G6`. */
  covers: z.array(z.string().regex(/^A[0-9]-G[0-9]+$/, 'must look like A1-G6')).optional(),
})

export const glossarySchema = z.array(entry).superRefine((entries, context) => {
  const ids = new Set<string>()
  for (const [index, { id }] of entries.entries()) {
    if (ids.has(id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: `"${id}" stands twice` })
    }
    ids.add(id)
  }
  for (const [index, { see }] of entries.entries()) {
    for (const [position, other] of see.entries()) {
      if (ids.has(other)) continue
      const message = `there is no term "${other}"`
      context.addIssue({ code: 'custom', path: [index, 'see', position], message })
    }
  }
})

export type Glossary = z.infer<typeof glossarySchema>
export type GlossaryEntry = Glossary[number]
