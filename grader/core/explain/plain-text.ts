/**
 * Makes what a node sent, stored or noted fit to stand in a sentence: it may be of any
 * length, and hold marks that move the cursor or turn the direction of the text.
 */

/** Controls, halves of characters, and the marks that reorder or hide what follows them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** The text on one line, with what cannot be seen left out, and cut short beyond `lengthMax`. */
export function plain(text: string, lengthMax: number): string {
  const line = text.replace(/\s+/g, ' ')
  const short = line.length <= lengthMax ? line : `${line.slice(0, lengthMax - 1)}…`
  return short.replace(UNPRINTABLE, '')
}
