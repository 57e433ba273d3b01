/**
 * Runs one seed and tells its events as they happen: when a handler never returns, the
 * last event told is the call of that handler.
 */
import {
  ByHand,
  type Check,
  encodeEvent,
  encodeHeader,
  headerOf,
  type NodeHost,
  Simulator,
  type TraceEvent,
} from '#core'
import type { SeedScript } from './messages.ts'
import type { RunStepParts } from './run-step.ts'
import { readSeedScript } from './seed-script.ts'

/** Tells `recorded` before each handler call, and once more at the end. */
export function recordSeed(
  check: Check,
  ref: SeedScript,
  { newHost, tell }: Pick<RunStepParts, 'newHost' | 'tell'>,
): void {
  const read = readSeedScript(check, ref)
  if (read.kind === 'problems') return
  const { scenario, steps } = read
  const { seed } = ref
  const inner = newHost()
  let unsent = encodeHeader(headerOf(scenario, seed))
  const flush = () => {
    tell({ kind: 'recorded', text: unsent })
    unsent = ''
  }
  const host: NodeHost = {
    call(node, call) {
      flush()
      return inner.call(node, call)
    },
  }
  const onEvent = (event: TraceEvent) => {
    unsent += encodeEvent(event)
    return 'continue' as const
  }
  if (steps.length === 0) {
    new Simulator({ scenario, seed, host, onEvent }).run()
  } else {
    const run = new ByHand({ scenario, seed, claims: [], host, onEvent })
    steps.every((step) => run.take(step))
  }
  flush()
}
