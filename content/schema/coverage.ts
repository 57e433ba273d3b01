/** The shape of coverage.yaml: what the course is to teach and to set right. */
import { z } from 'zod'

const moduleId = z.string().regex(/^m[0-9]{1,2}$/, 'must look like m3')

export const coverageSchema = z.strictObject({
  /** By module: what is to be taught, in a few words, by its id. */
  taught: z.record(
    moduleId,
    z.record(z.string().regex(/^A[0-4]-[DRT]?[0-9]+$/, 'must look like A1-D3'), z.string().min(1)),
  ),
  /** The number of the last `A1-G…`. */
  words: z.int().positive(),
  /** The number of the last `C-…`. */
  claims: z.int().positive(),
  /** The module to come that sets a claim right. */
  later: z.record(
    z.string().regex(/^C-[0-9]+$/, 'must look like C-12'),
    z.union([moduleId, z.literal('nowhere')]),
  ),
})
