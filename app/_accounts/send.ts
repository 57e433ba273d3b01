/** Sends what a form or a button asks of the server; never throws. */

export type Sent =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly error: string }

export interface ServerRequest {
  readonly method: 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

const NO_ANSWER = 'The server cannot be reached. Check your connection, then try again.'
const NO_REASON = 'The server could not do this. Try again in a moment.'

/** The server's answer, or the sentence with which it refused. */
export async function send({ method, path, body = {} }: ServerRequest): Promise<Sent> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  if (response === undefined) return { kind: 'refused', error: NO_ANSWER }
  const value: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { kind: 'done', value }
  return { kind: 'refused', error: textIn(value, 'error') ?? NO_REASON }
}

/** A text of an answer, if it has one by this name. */
export function textIn(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined
  const text: unknown = (value as Readonly<Record<string, unknown>>)[name]
  return typeof text === 'string' && text !== '' ? text : undefined
}
