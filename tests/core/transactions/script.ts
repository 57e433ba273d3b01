/**
 * Histories of transactions as text, one a line: `c1 @0-3 ok: r x nil, w x 1, a y 2, r y [1 2]`.
 * Without times all transactions overlap; without an outcome they committed.
 */
import type { History, Operation, Outcome } from '../../../grader/core/history/operation.ts'
import type { Json } from '../../../grader/core/trace/event.ts'

const LINE = /^(\S+)(?: @(\d+)-(\d+)?)?(?: (ok|fail|info))?: (.*)$/
const STEP = /^(r|w|a) (\S+) (.+)$/
const NAMES = { r: 'r', w: 'w', a: 'append' } as const

export function historyOf(...lines: readonly string[]): History {
  return { operations: lines.map(operationOf) }
}

function operationOf(line: string, id: number): Operation {
  const match = LINE.exec(line)
  if (match === null) throw new Error(`not a transaction: ${line}`)
  const [, process = '', call, end, outcome = 'ok', steps = ''] = match
  const all = steps.split(', ').map(stepOf)
  return {
    id,
    process,
    f: 'txn',
    key: '',
    input: all.map(([f, key, value]) => [f, key, f === 'r' ? null : value]),
    output: outcome === 'ok' ? all : null,
    call: call === undefined ? id : Number(call),
    return: outcome === 'info' ? null : end === undefined ? 1_000 + id : Number(end),
    outcome: outcome as Outcome,
  }
}

function stepOf(text: string): readonly [string, string, Json] {
  const match = STEP.exec(text)
  if (match === null) throw new Error(`not a step: ${text}`)
  const [, f, key = '', value = ''] = match
  return [NAMES[f as 'r' | 'w' | 'a'], key, valueOf(value)]
}

function valueOf(text: string): Json {
  if (text === 'nil') return null
  if (!text.startsWith('[')) return Number(text)
  return text.slice(1, -1).split(' ').filter(Boolean).map(Number)
}

/** The other way, for messages of failing tests. */
export function printHistory({ operations }: History): string {
  return operations
    .map(({ id, process, call, return: end, outcome, input, output }) => {
      const steps = (output ?? input) as readonly (readonly Json[])[]
      const text = steps.map((step) => step.map((one) => JSON.stringify(one)).join(' ')).join(', ')
      return `${id}: ${process} @${call}-${end ?? ''} ${outcome}: ${text}`
    })
    .join('\n')
}
