/** The line at which a text is wrong, short enough to be shown with a caret below it. */

export interface Excerpt {
  readonly text: string
  /** From 0. */
  readonly caret: number
}

/** Shown before and after the place. */
const BEFORE_MAX = 40
const AFTER_MAX = 40

/** @param line from 1 @param column from 1 */
export function excerptOf(text: string, line: number, column: number): Excerpt {
  const whole = lineAt(text, line)
  const at = Math.min(column - 1, whole.length)
  const start = at > BEFORE_MAX ? at - BEFORE_MAX : 0
  const end = Math.min(whole.length, at + AFTER_MAX)
  const head = start > 0 ? '…' : ''
  const tail = end < whole.length ? '…' : ''
  // Of one width, so that the caret stands where it should.
  const shown = whole.slice(start, end).replaceAll('\t', ' ')
  return { text: head + shown + tail, caret: head.length + at - start }
}

function lineAt(text: string, line: number): string {
  let start = 0
  for (let number = 1; number < line; number += 1) {
    const end = text.indexOf('\n', start)
    if (end < 0) return ''
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '')
}
