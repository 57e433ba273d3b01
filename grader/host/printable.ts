/**
 * Makes text that learner code wrote safe to print: in a terminal, a log and a page.
 * What moves the cursor, hides text or turns its direction becomes a visible escape.
 */

/**
 * Controls, separators of lines, and all marks that reorder, hide or join what is around
 * them (Unicode's category Cf, in which each mark of direction and of no width is).
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** `\u{1b}` and the like in place of each unprintable character; line breaks become `⏎`. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r?\n/g, ' ⏎ ')
    .replace(UNPRINTABLE, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`)
}
