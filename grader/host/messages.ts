/** The sentences that a verdict says when it is not about a check. */
import type { HandlerCall } from '#core'
import type { CompileResult } from './compile.ts'
import type { PlannedCheck } from './planned-check.ts'
import { printable } from './printable.ts'
import { type LastCall, lastCallOf, type RecordedRun } from './replay.ts'
import type { SandboxEnd } from './sandbox/sandbox-process.ts'
import { LIMITS } from './sandbox/watchdog.ts'

/** Why a solution does not compile, and where. */
export function describeMistake(
  mistake: CompileResult & { readonly kind: 'does-not-compile' },
): string {
  const { line, column, message } = mistake
  const where = line === 0 ? '' : `Line ${line}, column ${column}: `
  return `${where}${printable(message)}`
}

type Limit = SandboxEnd & { readonly kind: 'time-limit' | 'memory-limit' }
type OpenRun = RecordedRun & { readonly planned: PlannedCheck }

/**
 * Which limit was reached, and where: check, seed, and the call when the tape tells it.
 * @param where whether the tape of `run` ends at the very call that did it
 */
export function describeLimit(
  limit: Limit,
  run: OpenRun,
  where: 'in the last call' | 'somewhere',
): string {
  const last = where === 'in the last call' ? lastCallOf(run) : undefined
  const place = last === undefined ? '' : ` ${describeCall(last)} was running.`
  const title = run.planned.visible ? `“${run.check.title}”` : 'a hidden check'
  return `${whatHappened(limit)}, in ${title} with seed ${run.seed}.${place}`
}

function whatHappened(limit: Limit): string {
  if (limit.kind === 'memory-limit') {
    return limit.of === 'tape'
      ? 'The nodes sent, stored and noted too much in one run'
      : 'The code used more memory than it may'
  }
  return limit.of === 'job'
    ? `The code computed for more than ${LIMITS.cpuSeconds} seconds in all`
    : `A handler did not return within ${LIMITS.silenceMs / 1_000} seconds`
}

function describeCall({ node, call, at }: LastCall): string {
  const time = `${(at / 1_000).toFixed(3)} ms of simulated time`
  return `${handlerOf(call)} of ${node} at ${time}`
}

function handlerOf(call: HandlerCall): string {
  switch (call.kind) {
    case 'start':
      return 'onStart (or the code around the class)'
    case 'message':
      return `onMessage from ${call.from}`
    case 'timer':
      return `onTimer(${JSON.stringify(printable(call.name))})`
    case 'request':
      return `onRequest from ${call.client}`
  }
}
