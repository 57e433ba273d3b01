/** Answers that refuse a request with one plain sentence. */
import 'server-only'
import type { Refusal } from '../_run/submission-view.ts'

/** Nothing of a refusal may be kept: the next request may well be taken. */
export function refuse(status: number, error: string): Response {
  return Response.json({ error } satisfies Refusal, {
    status,
    headers: { 'cache-control': 'no-store' },
  })
}
