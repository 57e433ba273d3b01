/** Reads what a request brings: JSON, and no more of it than allowed. */
import 'server-only'

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-long' }

/** Stops reading as soon as the body is longer than `bytesMax`. */
export async function readJson(request: Request, bytesMax: number): Promise<JsonBody> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > bytesMax) return { kind: 'too-long' }
    chunks.push(chunk)
  }
  try {
    return { kind: 'json', value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { kind: 'not-json' }
  }
}
