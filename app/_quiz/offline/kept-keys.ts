/**
 * What may be told after answers, fetched before them by whoever asks for it: to practise without a
 * network. It is for practice alone; the server gives no key of a quiz that is under way.
 */
import type { Feedback, Keys } from '../wire.ts'

interface KeptKeys {
  readonly day: string
  readonly keys: Keys
}

const KEY = 'netsplit:quiz-keys'

/** The key of this card, if it was taken along today. */
export function keptKey(cardId: string, day: string): Feedback | undefined {
  const kept = read()
  return kept?.day === day && Object.hasOwn(kept.keys, cardId) ? kept.keys[cardId] : undefined
}

export function hasKeptKeys(cardIds: readonly string[], day: string): boolean {
  return cardIds.every((id) => keptKey(id, day) !== undefined)
}

/** @throws Error with a sentence for the reader, when they could not be fetched or kept */
export async function takeKeysAlong(cardIds: readonly string[], day: string): Promise<void> {
  const keys = await fetchKeys(cardIds)
  try {
    localStorage.setItem(KEY, JSON.stringify({ day, keys } satisfies KeptKeys))
  } catch {
    throw new Error('Your browser did not keep them: its storage is full or switched off.')
  }
}

/** The key of a card that its learner judges: a rubric, or the back of a flash card. */
export async function keyOf(cardId: string, day: string): Promise<Feedback> {
  const kept = keptKey(cardId, day)
  if (kept !== undefined) return kept
  const feedback = (await fetchKeys([cardId]))[cardId]
  if (feedback !== undefined) return feedback
  throw new Error('This one is in a quiz that you have open: hand that in first.')
}

async function fetchKeys(cardIds: readonly string[]): Promise<Keys> {
  const response = await fetch('/api/quiz/keys', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cardIds }),
  }).catch(() => {
    throw new Error('You are offline. Go on with another one: this needs the network.')
  })
  if (response.ok) return (await response.json()) as Keys
  const body: unknown = await response.json().catch(() => ({}))
  const isTold = typeof body === 'object' && body !== null && 'error' in body
  throw new Error(isTold ? String(body.error) : 'The server could not answer. Try again.')
}

function read(): KeptKeys | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    const isKept = typeof kept === 'object' && kept !== null && 'day' in kept && 'keys' in kept
    return isKept ? (kept as KeptKeys) : undefined
  } catch {
    return undefined
  }
}
