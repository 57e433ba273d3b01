/** One mock interview as it is kept in the browser and on the server. */
import { z } from 'zod'
import { WORDS_MAX } from '../../_quiz/answer.ts'

const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)
const time = z.iso.datetime()

export const notesSchema = z.strictObject({
  /** Chosen by the browser, so that saving twice is saving once. */
  id: z.uuid(),
  /** The id of a question of kind `design`. */
  scenarioId: slug,
  minutes: z.union([z.literal(20), z.literal(45)]),
  isTimed: z.boolean(),
  /** What was written, by the id of the part. */
  pad: z.record(slug, z.string().max(WORDS_MAX)),
  /** Points of the rubric that were found in it, as `part/index`. */
  points: z.array(z.string().regex(/^[a-z0-9-]+\/\d+$/)).max(60),
  startedAt: time,
  savedAt: time,
  /** When it was ended, by the learner or the clock. */
  endedAt: time.optional(),
})

export type InterviewNotes = z.infer<typeof notesSchema>
