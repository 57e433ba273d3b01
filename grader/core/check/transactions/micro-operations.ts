/**
 * The reads and writes inside a transaction, as Jepsen writes them: `["r", key, null]`,
 * `["w", key, value]`, `["append", key, value]`. In the answer, reads hold what they saw.
 */
import type { Operation } from '../../history/operation.ts'
import { sameJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import { isList, showValue } from '../models/value.ts'

export interface MicroOperation {
  readonly kind: 'read' | 'write' | 'append'
  readonly key: Json
  /** What was written; of a read, what it saw, or null as long as that is not known. */
  readonly value: Json
}

const KINDS: ReadonlyMap<Json, MicroOperation['kind']> = new Map([
  ['r', 'read'],
  ['w', 'write'],
  ['append', 'append'],
])

const FORM = 'a list of ["r", key, null], ["w", key, value] or ["append", key, value]'

/**
 * What a transaction did, in order: its answer when it has one, else what it asked for. A string
 * instead says, in one sentence, what is wrong with the operation.
 */
export function microOperations(operation: Operation): readonly MicroOperation[] | string {
  if (operation.f !== 'txn') {
    return `Operation ${operation.id} is a "${operation.f}": give transactions ("txn") only.`
  }
  const asked = parsed(operation.input)
  if (asked === undefined) return wrong(operation, 'as its input', FORM, operation.input)
  if (operation.outcome !== 'ok') return asked
  const mustAnswer = asked.some(({ kind }) => kind === 'read')
  if (operation.output === null && !mustAnswer) return asked
  const answered = parsed(operation.output)
  if (answered === undefined) return wrong(operation, 'as its output', FORM, operation.output)
  if (!matches(asked, answered)) {
    return wrong(
      operation,
      'as its output',
      'the list of its input with only the reads filled in',
      operation.output,
    )
  }
  return answered
}

function parsed(value: Json): readonly MicroOperation[] | undefined {
  if (!isList(value)) return undefined
  const result: MicroOperation[] = []
  for (const item of value) {
    if (!isList(item) || item.length < 2 || item.length > 3) return undefined
    const kind = KINDS.get(item[0] as Json)
    if (kind === undefined || (kind !== 'read' && item.length < 3)) return undefined
    result.push({ kind, key: item[1] as Json, value: item[2] ?? null })
  }
  return result
}

function matches(asked: readonly MicroOperation[], answered: readonly MicroOperation[]): boolean {
  if (asked.length !== answered.length) return false
  return asked.every((one, index) => {
    const other = answered[index]
    return (
      other !== undefined &&
      one.kind === other.kind &&
      sameJson(one.key, other.key) &&
      (one.kind === 'read' || sameJson(one.value, other.value))
    )
  })
}

function wrong(operation: Operation, place: string, needed: string, found: Json): string {
  const who = `Operation ${operation.id} of ${operation.process}`
  return `${who} needs ${needed} ${place}, not ${showValue(found)}.`
}
