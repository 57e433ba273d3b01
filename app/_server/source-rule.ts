/** Which code is taken from a learner: short enough, and text that the database can keep. */
import 'server-only'
import { SOURCE_BYTES_MAX } from '../_run/submission-view.ts'

/** The source in JSON may be longer than itself: escapes, and the other fields. */
export const SOURCE_BODY_BYTES_MAX = 2 * SOURCE_BYTES_MAX + 4_096

export const SOURCE_TOO_LONG = `The code is longer than ${SOURCE_BYTES_MAX / 1_024} kB. Nothing in this lab needs that much: remove what is not used.`

export type TakenSource =
  | { readonly kind: 'taken'; readonly source: string }
  | { readonly kind: 'refused'; readonly status: 400 | 413; readonly error: string }

/** The source as it may be stored, or the sentence that says what is wrong with it. */
export function takeSource(source: string): TakenSource {
  if (Buffer.byteLength(source) > SOURCE_BYTES_MAX) {
    return { kind: 'refused', status: 413, error: SOURCE_TOO_LONG }
  }
  // PostgreSQL has no place for it in text.
  if (source.includes('\0')) {
    return {
      kind: 'refused',
      status: 400,
      error: 'The code has a NUL character in it: remove it.',
    }
  }
  return { kind: 'taken', source: source.toWellFormed() }
}
