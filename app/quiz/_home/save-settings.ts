/** Saves settings, and has the page made anew with them. */
import type { ReviewSettings } from '../../_review/settings.ts'

/** @throws Error with a sentence for the reader */
export async function saveSettings(
  ownerId: string | undefined,
  settings: ReviewSettings,
): Promise<void> {
  const response = await fetch('/api/quiz/settings', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ownerId, settings }),
  }).catch(() => {
    throw new Error('You are offline: settings can be changed when you are back.')
  })
  if (response.ok) return
  const body: unknown = await response.json().catch(() => ({}))
  const isTold = typeof body === 'object' && body !== null && 'error' in body
  throw new Error(isTold ? String(body.error) : 'The server could not save them. Try again.')
}
