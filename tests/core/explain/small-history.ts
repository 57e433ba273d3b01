/**
 * Histories in a few lines, for stories:
 *
 *     c1 write x 1            one after the other: calls and returns are counted from 0
 *     c2 read x 1 [0,9]       or from call to return as given
 *     c2 write x 2 [3,?]      never returned
 *     c2 write x 2 [3,4]!     refused
 *     c1 txn [["w","x",1]]    a transaction
 *     ms 20                   from here on a unit is so many milliseconds
 */
import type { History, Json, Operation } from '#core'

export function historyOf(lines: readonly string[]): History {
  let millis: number | undefined
  const operations: Operation[] = []
  for (const line of lines) {
    const unit = /^ms (\d+)$/.exec(line)
    if (unit !== null) millis = Number(unit[1])
    else operations.push(operationOf(line, operations.length, millis))
  }
  return { operations }
}

function operationOf(line: string, id: number, millis: number | undefined): Operation {
  const match = /^(\S+) (\S+) (.*?)(?: \[(\d+),(\d+|\?)\](!)?)?$/.exec(line)
  if (match === null) throw new Error(`the script expects "c1 read x 1", not "${line}"`)
  const [, process = '', f = '', rest = '', from, to, refused] = match
  const call = from === undefined ? id * 2 : Number(from)
  const end = to === undefined ? call + 1 : Number(to)
  const isOver = to !== '?'
  const { key, value } = partsOf(f, rest)
  const micros =
    millis === undefined
      ? {}
      : { callMicros: call * millis * 1_000, returnMicros: (isOver ? end : call) * millis * 1_000 }
  return {
    id,
    process,
    f,
    key,
    input: f === 'read' ? null : value,
    output: isOver && refused === undefined && (f === 'read' || f === 'txn') ? value : null,
    call,
    return: isOver ? end : null,
    outcome: refused === undefined ? (isOver ? 'ok' : 'info') : 'fail',
    ...micros,
  }
}

function partsOf(f: string, rest: string): { readonly key: string; readonly value: Json } {
  if (f === 'txn') return { key: '', value: JSON.parse(rest) as Json }
  const at = rest.indexOf(' ')
  const [key, text] = at === -1 ? [rest, 'null'] : [rest.slice(0, at), rest.slice(at + 1)]
  return { key, value: JSON.parse(text) as Json }
}
