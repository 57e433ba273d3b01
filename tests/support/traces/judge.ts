/** Judges traces by claims, without a simulator. */
import { type Claim, type Trace, type Violation, WorldView } from '#core'
import { traceOf } from './trace-script.ts'

/** The first violation of `claim` in `trace`, or undefined when it holds. */
export function firstViolation(claim: Claim, trace: Trace): Violation | undefined {
  const view = new WorldView(trace.header)
  const monitor = claim.monitor(trace.header)
  for (const event of trace.events) {
    view.fold(event)
    const violation = monitor.onEvent(event, view)
    if (violation !== undefined) return violation
  }
  return undefined
}

/** A violation in the words of the script. */
export interface Finding {
  /** The line at which the claim broke. */
  readonly at: string
  readonly message: string
  readonly related: readonly string[]
  readonly nodes: readonly string[]
}

/** What `claim` says of a script (see trace-script.ts); undefined when it holds. */
export function judge(claim: Claim, script: string): Finding | undefined {
  const trace = traceOf(script)
  const violation = firstViolation(claim, trace)
  if (violation === undefined) return undefined
  const { event, message, related, nodes } = violation
  const line = (id: number) => trace.lines[id] ?? `no event ${id}`
  return { at: line(event), message, related: related.map(line), nodes }
}
