/**
 * Makes text that learner code wrote safe to print: in a terminal, a log and a page.
 * What moves the cursor, hides text or turns its direction becomes a visible escape.
 */

/** Controls, and the marks that reorder or hide what follows them. */
const UNPRINTABLE = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** `\u{1b}` and the like in place of each unprintable character; line breaks become `⏎`. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r?\n/g, ' ⏎ ')
    .replace(UNPRINTABLE, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`)
}
