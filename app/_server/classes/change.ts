/** What comes of a change of a class: done, or refused with one sentence. Stores know no routes. */
import 'server-only'

/** What came of a change. A value is told to the page that asked. */
export type Change =
  | { readonly kind: 'done'; readonly value?: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 409; readonly error: string }

export const DONE: Change = { kind: 'done' }

/** A change that was not made, and one sentence that says what to do. */
export function refused(status: 400 | 403 | 404 | 409, error: string): Change {
  return { kind: 'refused', status, error }
}
