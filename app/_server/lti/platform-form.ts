/** What the form of a platform may say, with the sentence for each thing that is wrong. */
import 'server-only'
import { z } from 'zod'
import { lineRule } from '../classes/form-rules.ts'

const DEPLOYMENTS_MAX = 100

function longLine(name: string) {
  return z.string().trim().min(1, `Give ${name}.`).max(1_000, `Use 1,000 characters for ${name}.`)
}

export const platformRule = z.object({
  name: lineRule('the name'),
  issuer: longLine('the issuer'),
  clientId: longLine('the client id'),
  authUrl: longLine('the address for the sign-in'),
  tokenUrl: longLine('the address for tokens'),
  jwksUrl: longLine('the address of the public keys'),
  /** A line each. */
  deploymentIds: z
    .string()
    .max(20_000, 'These are too many deployment ids.')
    .transform((text) => [...new Set(text.split(/\s+/).filter((id) => id !== ''))])
    .refine((ids) => ids.length <= DEPLOYMENTS_MAX, 'These are too many deployment ids.')
    .refine((ids) => ids.every((id) => id.length <= 255), 'A deployment id is too long.'),
  instructorsMakeClasses: z.boolean(),
})
