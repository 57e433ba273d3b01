/** Reads out of a stack trace where in the learner's compiled code it passed. */
import type { Place } from '#core'

/** The name under which compiled code appears in stack traces. */
export const SOURCE_NAME = 'solution.js'

/** `new Function` puts two lines of its own before the text that it is given. */
const LINES_BEFORE_CODE = 2

const UNKNOWN: Place = { line: 0, column: 0 }

/** The innermost place in the learner's code, or zeros when the stack does not pass through it. */
export function positionInStack(stack: string): Place {
  const found = /solution\.js:(\d+):(\d+)/.exec(stack)
  if (found === null) return UNKNOWN
  return { line: Math.max(0, Number(found[1]) - LINES_BEFORE_CODE), column: Number(found[2]) }
}

/** Where `part` begins in `code`, or zeros when it is not there. */
export function positionOfText(code: string, part: string): Place {
  const offset = code.indexOf(part)
  if (part === '' || offset === -1) return UNKNOWN
  const before = code.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}
