/** Reads the text that a request brings, and no more of it than allowed. */
import 'server-only'

/** Stops reading as soon as the body is longer than `bytesMax`, and returns undefined. */
export async function readText(request: Request, bytesMax: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > bytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
