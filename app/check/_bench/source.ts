/** Where the text of a history came from. A large one is kept, but not put into the text field. */
import { READ_LIMITS } from '#core'

export type Source =
  | { readonly kind: 'typed'; readonly text: string }
  /** An example, a file or a large paste; `name` says which. */
  | { readonly kind: 'named'; readonly name: string; readonly text: string }

/** A text field with more than this makes the page slow. */
const FIELD_CHARACTERS_MAX = 100_000
const BYTES_MAX = 3
const MILLION = 1_000_000

/** A text from elsewhere: shown in the field where it is small enough. */
export function sourceOf(name: string, text: string): Source {
  return text.length <= FIELD_CHARACTERS_MAX
    ? { kind: 'typed', text }
    : { kind: 'named', name, text }
}

/**
 * What is wrong with a file, before it is read; undefined when nothing is. A UTF-16 unit of
 * the text takes at most three bytes, so only what is certainly too long is refused here.
 */
export function problemWithFile({
  name,
  size,
}: {
  name: string
  size: number
}): string | undefined {
  if (size <= READ_LIMITS.charactersMax * BYTES_MAX) return undefined
  return `${name} has ${sizeText(size)}; a history may have up to ${sizeText(READ_LIMITS.charactersMax)}. Keep a part of it, such as some keys.`
}

export function sizeText(bytes: number): string {
  return bytes < MILLION / 10
    ? `${(bytes / 1_000).toFixed(1)} kB`
    : `${(bytes / MILLION).toFixed(1)} MB`
}
