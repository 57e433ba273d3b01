/** What one client of a run got, for the `tell` of figures. */
import { present, type Trace } from '#core'
import { latencyMs, operationsOf, type RunOperation, whatItGot } from './operations.ts'

/** The first operation of a client; a figure that asks for it has given the client one. */
export function answerTo(trace: Trace, client: string): RunOperation {
  const first = operationsOf(trace).find((operation) => operation.client === client)
  return present(first, `${client} starts an operation in this figure`)
}

/** `c2 got 42 after 31 ms`, `c2 got an error after 90 ms`, `c2 got no answer`; a write gets `ok`. */
export function inWords(operation: RunOperation): string {
  const { client, outcome, command } = operation
  if (outcome === 'info') return `${client} got no answer`
  const isWrite = (command as { readonly kind?: string }).kind === 'write'
  const answer = isWrite ? 'ok' : whatItGot(operation)
  return `${client} got ${outcome === 'fail' ? 'an error' : answer} after ${latencyMs(operation) ?? 0} ms`
}
