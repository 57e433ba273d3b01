/** Takes a form that a page of this site sends as JSON, or says what is wrong with it. */
import 'server-only'
import type { z } from 'zod'
import { readJson } from './json-body.ts'
import { refuse } from './refuse.ts'
import { isSameOrigin } from './same-origin.ts'

/** Forms are short. */
const FORM_BYTES_MAX = 16_000

export type Taken<Value> =
  | { readonly kind: 'taken'; readonly value: Value }
  | { readonly kind: 'refused'; readonly response: Response }

/** Reads the body by this schema, whose messages are told to the sender. */
export async function takeJson<Value>(
  request: Request,
  schema: z.ZodType<Value>,
  bytesMax = FORM_BYTES_MAX,
): Promise<Taken<Value>> {
  const foreign = refuseForeign(request)
  if (foreign !== undefined) return { kind: 'refused', response: foreign }
  const read = await readJson(request, bytesMax)
  if (read.kind === 'too-long') {
    return { kind: 'refused', response: refuse(413, 'This is too long for a form.') }
  }
  const body = schema.safeParse(read.kind === 'json' ? read.value : undefined)
  if (body.success) return { kind: 'taken', value: body.data }
  const message = body.error.issues[0]?.message ?? 'The form is not as it should be.'
  return { kind: 'refused', response: refuse(400, message) }
}

/** The answer for a request that another site sends; undefined for one of ours. */
export function refuseForeign(request: Request): Response | undefined {
  return isSameOrigin(request.headers)
    ? undefined
    : refuse(403, 'Use the forms of this site itself: this request came from elsewhere.')
}
