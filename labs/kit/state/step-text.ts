/**
 * The one string in which a step's result crosses from the learner's realm: `S`, the length
 * of the reply in UTF-16 units, a colon, the reply, the memory; or `X` and why the node
 * cannot be written down. Anything else stands for a reply without memory. The reader trusts
 * nothing: it also reads what hostile code wrote.
 */
import type { StepResult } from '#core'

export function encodeStep(result: StepResult): string {
  if (result.kind === 'refused') return `X${result.why}`
  const { reply, state } = result
  return `S${reply.length}:${reply}${state}`
}

const WHY_LENGTH_MAX = 500

/** Reads a result, whoever wrote it; the reply in it is read by `decodeReply`. */
export function decodeStep(text: string): StepResult {
  if (text.startsWith('X')) return { kind: 'refused', why: text.slice(1, 1 + WHY_LENGTH_MAX) }
  const head = /^S([0-9]{1,9}):/.exec(text)
  const start = head?.[0].length ?? 0
  const end = start + Number(head?.[1] ?? text.length)
  if (end > text.length) return { kind: 'stepped', reply: '', state: '' }
  return { kind: 'stepped', reply: text.slice(start, end), state: text.slice(end) }
}
