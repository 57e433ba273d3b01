/** How old the answers of reads were, for registers whose values grow with each write. */
import type { Json, Trace } from '#core'
import { operationsOf, type RunOperation } from './operations.ts'

export interface StaleRead {
  readonly operation: number
  /** Milliseconds, rounded, from the end of the first write that it missed to its own start. */
  readonly ageMs: number
  /** How many finished writes it missed. */
  readonly missed: number
}

/**
 * The reads that returned a value older than that of a write which had been told `ok` before they
 * began. Every value is written once, and values grow.
 */
export function staleReads(trace: Trace): readonly StaleRead[] {
  const operations = operationsOf(trace)
  const writes = operations.filter(({ command, outcome }) => isWrite(command) && outcome === 'ok')
  return operations.filter(isAnsweredRead).flatMap((read) => {
    const missed = writes.filter(
      ({ command, endedAt }) =>
        endedAt !== undefined && endedAt < read.startedAt && valueOf(command) > Number(read.answer),
    )
    const [first] = missed
    if (first?.endedAt === undefined) return []
    const ageMs = Math.round((read.startedAt - first.endedAt) / 1_000)
    return [{ operation: read.operation, ageMs, missed: missed.length }]
  })
}

function isAnsweredRead({ command, outcome }: RunOperation): boolean {
  return outcome === 'ok' && !isWrite(command)
}

function isWrite(command: Json): boolean {
  return (command as { readonly kind: string }).kind === 'write'
}

function valueOf(command: Json): number {
  return (command as { readonly value: number }).value
}
