/** The text of a roster, as a form sends it. */
import 'server-only'
import { z } from 'zod'

const LENGTH_MAX = 500_000

export const rosterRule = z.object({
  text: z
    .string()
    .max(LENGTH_MAX, 'The roster is too long: import it in parts.')
    // A lone half of a pair is no character, and the database keeps none.
    .transform((text) => text.toWellFormed()),
})
