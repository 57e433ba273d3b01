/**
 * Says what keeps a list of operations from being a history. Checkers rely on these rules,
 * so whatever comes from outside is held against them first.
 */
import type { History, Operation, ProcessId } from './operation.ts'

export interface HistoryProblem {
  /** Id of the operation. */
  readonly operation: number
  readonly found: string
  readonly expected: string
}

/**
 * Every rule that an operation breaks, in order of the operations; none for a history.
 * @param lines the line of each operation, for the messages; else they say its id
 */
export function validateHistory(
  { operations }: History,
  lines?: readonly number[],
): readonly HistoryProblem[] {
  const problems: HistoryProblem[] = []
  const lastOf = new Map<ProcessId, { readonly operation: Operation; readonly place: string }>()
  let previousCall = Number.NEGATIVE_INFINITY
  for (const [index, operation] of operations.entries()) {
    const tell = (found: string, expected: string) =>
      problems.push({ operation: index, found, expected })
    if (operation.id !== index) {
      tell(`the id ${operation.id} at place ${index}`, 'ids that count operations from 0')
    }
    if (operation.call < previousCall) {
      tell(
        `a call at ${operation.call} after one at ${previousCall}`,
        'operations in order of their calls',
      )
    }
    previousCall = Math.max(previousCall, operation.call)
    checkTimes(operation, tell)
    const last = lastOf.get(operation.process)
    if (last !== undefined && isOpenAt(last.operation, operation.call)) {
      tell(
        `a call at ${operation.call} by process ${operation.process}, whose ${last.operation.f} of ${last.place} returns at ${last.operation.return}`,
        'a process to call only after its last return; where clocks are too coarse, count the entries instead',
      )
    }
    const line = lines?.[index]
    const place = line === undefined ? `operation ${index}` : `line ${line}`
    lastOf.set(operation.process, { operation, place })
  }
  return problems
}

function checkTimes(
  { call, return: end, outcome, output }: Operation,
  tell: (found: string, expected: string) => void,
): void {
  if (!Number.isSafeInteger(call)) tell(`the call ${call}`, 'a whole number')
  if (end !== null && !Number.isSafeInteger(end)) tell(`the return ${end}`, 'a whole number')
  if (outcome === 'info' && end !== null) {
    tell(`"info" with the return ${end}`, 'null as its return: nobody knows whether it happened')
  }
  if (outcome !== 'info' && end === null) {
    tell(`"${outcome}" without a return`, 'the time of its return, or "info"')
  }
  if (end !== null && end < call) {
    tell(`a return at ${end} before the call at ${call}`, 'a return at or after the call')
  }
  if (outcome !== 'ok' && output !== null) {
    tell(`"${outcome}" with an output`, 'null as its output, which only "ok" has')
  }
}

/**
 * Intervals are closed, so an operation is still open at its return. A process may go on
 * after one that never returned: it gave up waiting.
 */
function isOpenAt({ return: end }: Operation, call: number): boolean {
  return end !== null && end >= call
}
