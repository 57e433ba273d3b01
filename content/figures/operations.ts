/**
 * What the clients of a run did and got, read out of its trace: the first thing that the `tell`
 * of a figure needs. Knows no protocol.
 */
import type { Json, Trace } from '#core'

/** One operation of a client. Times in microseconds since the run began. */
export interface RunOperation {
  /** Its number in the run, from 1. */
  readonly operation: number
  readonly client: string
  /** The node that it was sent to. */
  readonly node: string
  readonly command: Json
  readonly startedAt: number
  /** When it ended; undefined while it ran to the end of the trace. */
  readonly endedAt: number | undefined
  readonly outcome: 'ok' | 'fail' | 'info'
  /** What came back when it is `ok`, the reason when it `fail`ed; else null. */
  readonly answer: Json
}

/** All operations of a run, in order of their starts. */
export function operationsOf({ events }: Trace): readonly RunOperation[] {
  const operations = new Map<number, RunOperation>()
  for (const event of events) {
    if (event.kind === 'invoke') {
      const { operation, client, node, at: startedAt } = event
      const command = JSON.parse(event.body) as Json
      const open = { endedAt: undefined, outcome: 'info', answer: null } as const
      operations.set(operation, { operation, client, node, command, startedAt, ...open })
    }
    if (event.kind === 'complete') {
      const started = operations.get(event.operation)
      if (started === undefined) continue
      const { outcome, at: endedAt } = event
      const answer = outcome === 'info' ? null : (JSON.parse(event.body) as Json)
      operations.set(event.operation, { ...started, outcome, endedAt, answer })
    }
  }
  return [...operations.values()]
}

/** Milliseconds from start to end; undefined when it never ended. */
export function latencyMs({ startedAt, endedAt }: RunOperation): number | undefined {
  return endedAt === undefined ? undefined : Math.round((endedAt - startedAt) / 1_000)
}

/** What a client got, as an id for predictions: the answer, `error`, or `no answer`. */
export function whatItGot({ outcome, answer }: RunOperation): string {
  if (outcome === 'ok') return textOf(answer)
  return outcome === 'fail' ? 'error' : 'no answer'
}

/** A sentence without its full stop: `c2 asked n2 to read: 7, after 101 ms`. */
export function describeRunOperation(operation: RunOperation): string {
  const { client, node, command } = operation
  const took = latencyMs(operation)
  const after = took === undefined ? '' : ` after ${took} ms`
  const got =
    operation.outcome === 'info' ? `no answer${after && `; it gave up${after}`}` : undefined
  return `${client} asked ${node} to ${commandText(command)}: ${got ?? whatItGot(operation) + after}`
}

/** `{kind: 'write', key: 'x', value: 1}` in words: `write x = 1`. */
export function commandText(command: Json): string {
  if (command === null || typeof command !== 'object' || Array.isArray(command)) {
    return textOf(command)
  }
  const { kind, key, value } = command as { readonly [name: string]: Json | undefined }
  const named = [kind, key].filter((part) => part !== undefined).map((part) => textOf(part ?? null))
  if (value === undefined) return named.join(' ')
  return `${named.join(' ')}${key === undefined ? ' ' : ' = '}${textOf(value)}`
}

/** Text without quotes; nothing is `nothing`. */
export function textOf(value: Json): string {
  if (value === null) return 'nothing'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** How many of the operations through these nodes were answered without an error. */
export function answeredThrough(
  operations: readonly RunOperation[],
  nodes: readonly string[],
): { readonly answered: number; readonly asked: number } {
  const asked = operations.filter(({ node }) => nodes.includes(node))
  return { answered: asked.filter(({ outcome }) => outcome === 'ok').length, asked: asked.length }
}

/** Available in CAP's sense as far as this run shows: everybody was answered, and without an error. */
export function allAnswered(operations: readonly RunOperation[]): boolean {
  return operations.every(({ outcome }) => outcome === 'ok')
}
