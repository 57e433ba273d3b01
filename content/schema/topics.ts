/** The shape of topics.yaml: what the course promises to teach or to set right, and where. */
import { z } from 'zod'

const topic = z.strictObject({
  /** What `covers` of a lesson names. */
  id: z.string().regex(/^A[0-9]-[DGRT]?[0-9]+$/, 'must look like A1-14'),
  /** Modules that take it up; the first of them that is complete owes it. */
  modules: z.array(z.string().regex(/^m[0-9]{1,2}$/, 'must look like m3')).min(1),
  topic: z.string().min(1),
})

export const topicsSchema = z.array(topic)
