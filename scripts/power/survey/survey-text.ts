/** What a survey found, as lines of text. */
import type { Tried } from './survey-step.ts'

/** Longer pieces of code are cut: the line number says where to look. */
const CODE_LENGTH_MAX = 80

/** `line 147, the second operand alone: this.copies[key] ?? null → (null)` */
export function unnoticedLine(solution: string, { change, line, byLuck }: Tried): string {
  const { from, to, replacement, rule } = change
  const code = `${onOneLine(solution.slice(from, to))} → ${onOneLine(replacement)}`
  const luck = byLuck === null ? '' : ` (another submission: ${byLuck})`
  return `  line ${line}, ${rule}: ${code}${luck}`
}

function onOneLine(code: string): string {
  const text = code.replaceAll(/\s+/g, ' ')
  return text.length <= CODE_LENGTH_MAX ? text : `${text.slice(0, CODE_LENGTH_MAX)}…`
}
