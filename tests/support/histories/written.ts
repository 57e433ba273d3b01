/**
 * Histories written by hand, one operation a line:
 *
 *     c1 write x 1 -> null @ 1..3
 *     c2 read x -> 1 @ 2..4
 *     c3 write x 2 -> ? @ 5          (nobody knows whether it happened)
 *
 * Inputs and outputs are JSON without blanks; the input may be left out.
 */
import type { History, Json, Operation } from '#core'

const LINE = /^(\S+) (\S+) (\S+)(?: (\S+))? -> (\S+) @ (\d+)(?:\.\.(\d+))?$/

/** @throws Error that shows the line which is not of this form */
export function writtenHistory(text: string): History {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return { operations: lines.map(readLine) }
}

function readLine(line: string, id: number): Operation {
  const [, process, f, key, input, output, call, end] = LINE.exec(line) ?? []
  if (process === undefined || f === undefined || key === undefined) {
    throw new Error(`"${line}" is not "process f key input -> output @ call..return"`)
  }
  const isInfo = output === '?'
  return {
    id,
    process,
    f,
    key,
    input: valueOf(input),
    output: isInfo ? null : valueOf(output),
    call: Number(call),
    return: isInfo ? null : Number(end),
    outcome: isInfo ? 'info' : 'ok',
  }
}

function valueOf(text: string | undefined): Json {
  return text === undefined ? null : (JSON.parse(text) as Json)
}
