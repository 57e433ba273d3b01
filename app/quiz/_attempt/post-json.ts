/** Sends JSON to a route of the site. */

/**
 * @returns what came back, if anything
 * @throws Error with a sentence for the reader
 */
export async function postJson(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error('You are offline: this needs the network. Try again when you are back.')
  })
  const text = await response.text()
  const answer: unknown = text === '' ? undefined : JSON.parse(text)
  if (response.ok) return answer
  const isTold = typeof answer === 'object' && answer !== null && 'error' in answer
  throw new Error(isTold ? String(answer.error) : 'The server could not answer. Try again.')
}
