/** The outbox of this browser: kept in its storage, sent to this site. */
import { z } from 'zod'
import { answerSchema } from '../answer.ts'
import type { StoredReviews } from '../wire.ts'
import { Outbox, type Sending, type WaitingEntry } from './outbox.ts'

const KEY = 'netsplit:review-outbox'
const TRY_AGAIN_AFTER_MS = 20_000

/** Other versions of the site write here too: what is not as it should be is left out. */
const base = { id: z.uuid(), cardId: z.string(), at: z.iso.datetime(), timeZone: z.string() }
const waitingSchema = z.object({
  ownerId: z.string().nullable(),
  entry: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('answer'),
      ...base,
      answer: answerSchema,
      confidence: z.literal([25, 50, 75, 95]).optional(),
      after: z.string().nullable(),
    }),
    z.object({ kind: z.literal('undo'), ...base, undoes: z.string() }),
    z.object({ kind: z.literal('suspend'), ...base }),
    z.object({ kind: z.literal('resume'), ...base }),
  ]),
})

/** Without storage, what waits lasts as long as the page. */
let unkept: readonly WaitingEntry[] = []

/** The one of this page. */
export const outbox = new Outbox({
  read() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
      return Array.isArray(kept)
        ? kept.flatMap((each) => waitingSchema.safeParse(each).data ?? [])
        : []
    } catch {
      return unkept
    }
  },
  write(waiting) {
    unkept = waiting
    try {
      localStorage.setItem(KEY, JSON.stringify(waiting))
    } catch {
      // The browser refuses it, or is full.
    }
  },
  async send(reviews): Promise<Sending> {
    let response: Response
    try {
      response = await fetch('/api/quiz/reviews', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(reviews),
      })
    } catch {
      return { kind: 'away' }
    }
    if (response.ok) return { kind: 'stored', stored: (await response.json()) as StoredReviews }
    const body: unknown = await response.json().catch(() => ({}))
    const error =
      typeof body === 'object' && body !== null && 'error' in body
        ? String(body.error)
        : 'The server could not take your answers: they are kept here and sent again.'
    return { kind: 'refused', status: response.status, error }
  },
  later: (run) => {
    setTimeout(run, TRY_AGAIN_AFTER_MS)
  },
})
