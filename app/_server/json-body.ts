/** Reads what a request brings: JSON, and no more of it than allowed. */
import 'server-only'
import { readText } from './text-body.ts'

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-long' }

/** Stops reading as soon as the body is longer than `bytesMax`. */
export async function readJson(request: Request, bytesMax: number): Promise<JsonBody> {
  const text = await readText(request, bytesMax)
  if (text === undefined) return { kind: 'too-long' }
  try {
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'not-json' }
  }
}
