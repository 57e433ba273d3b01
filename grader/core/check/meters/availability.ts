/**
 * Availability: which requests were answered, on which side of a cut, and how fast. A
 * measure, not a claim: what is enough is for the reader to say.
 *
 * Four outcomes are told apart, because `fail` (it did not happen), `info` (nobody knows)
 * and no answer yet are different things for a client.
 */

import { jsonFields } from '../../json.ts'
import type { Json, Micros, NodeId, OperationId, Trace, TraceEvent } from '../../trace/event.ts'
import { type CutWindow, cutWindows, sideOf, windowAt } from './cut-windows.ts'
import { type Quantiles, quantiles } from './quantiles.ts'

/** The operations of one kind that were sent to one side in one window. */
export interface AvailabilityRow {
  readonly window: CutWindow
  readonly side: readonly NodeId[]
  readonly kind: string
  readonly asked: number
  readonly ok: number
  /** Those of `ok` whose answer came before the window ended. */
  readonly okInWindow: number
  readonly fail: number
  readonly info: number
  /** Still without an outcome when the run ended. */
  readonly pending: number
  /** Requests that reached a node which did not crash before the operation ended. */
  readonly received: number
  /** Those of `received` that were not answered with `ok`. */
  readonly unanswered: number
  /** Times from call to answer of those that ended with `ok`, in microseconds. */
  readonly latencyMicros: Quantiles | undefined
}

export interface AvailabilityOptions {
  /** The kind of an operation, to tell reads from writes; by default its field `kind`. */
  readonly kindOf?: (body: Json) => string
  /** Fixed sides, where those of the cuts do not say what is asked: sites, regions. */
  readonly sides?: readonly (readonly NodeId[])[]
}

interface Call {
  readonly node: NodeId
  readonly kind: string
  readonly at: Micros
  outcome: 'ok' | 'fail' | 'info' | 'pending'
  endedAt: Micros
  isReceived: boolean
  /** True once its node crashed while the operation was under way. */
  hasFailed: boolean
}

/** Measures a run; rows in order of window, side and kind, for sides that were asked anything. */
export function measureAvailability(
  trace: Trace,
  options: AvailabilityOptions = {},
): readonly AvailabilityRow[] {
  const { sides } = options
  const windows = cutWindows(trace).map((window) => (sides ? { ...window, sides } : window))
  const rows = new Map<string, { window: CutWindow; side: readonly NodeId[]; calls: Call[] }>()
  for (const call of callsOf(trace, options.kindOf ?? kindOf)) {
    const window = windowAt(windows, call.at)
    if (window === undefined) continue
    const side = sideOf(window, call.node)
    const key = `${window.fromMicros} ${side.join(' ')} ${call.kind}`
    const row = rows.get(key) ?? { window, side, calls: [] }
    rows.set(key, row)
    row.calls.push(call)
  }
  return [...rows.values()].map(rowOf).sort(byPlace)
}

/**
 * CAP's availability: "every request received by a non-failing node in the system must
 * result in a response" (Gilbert & Lynch 2002, section 2.2), here a response that is no
 * error. Meant for runs whose cuts never heal: otherwise whoever waits for the end of the
 * cut looks available.
 */
export function isCapAvailable(rows: readonly AvailabilityRow[]): boolean {
  return rows.every(({ unanswered }) => unanswered === 0)
}

function kindOf(body: Json): string {
  const kind = jsonFields(body)?.kind
  return typeof kind === 'string' ? kind : ''
}

function callsOf({ events }: Trace, kindOf: (body: Json) => string): Iterable<Call> {
  const calls = new Map<OperationId, Call>()
  const open = new Map<NodeId, Set<Call>>()
  for (const event of events) look(event)
  return calls.values()

  function look(event: TraceEvent): void {
    switch (event.kind) {
      case 'invoke': {
        const call: Call = {
          node: event.node,
          kind: kindOf(JSON.parse(event.body) as Json),
          at: event.at,
          outcome: 'pending',
          endedAt: 0,
          isReceived: false,
          hasFailed: false,
        }
        calls.set(event.operation, call)
        const waiting = open.get(event.node) ?? new Set<Call>()
        open.set(event.node, waiting.add(call))
        return
      }
      case 'request': {
        const call = calls.get(event.operation)
        if (call !== undefined) call.isReceived = true
        return
      }
      case 'complete': {
        const call = calls.get(event.operation)
        if (call === undefined) return
        call.outcome = event.outcome
        call.endedAt = event.at
        open.get(call.node)?.delete(call)
        return
      }
      case 'crash':
        for (const call of open.get(event.node) ?? []) call.hasFailed = true
        return
      default:
    }
  }
}

function rowOf(row: {
  readonly window: CutWindow
  readonly side: readonly NodeId[]
  readonly calls: readonly Call[]
}): AvailabilityRow {
  const { window, side, calls } = row
  const ended = (outcome: Call['outcome']) => calls.filter((call) => call.outcome === outcome)
  const ok = ended('ok')
  const received = calls.filter(({ isReceived, hasFailed }) => isReceived && !hasFailed)
  return {
    window,
    side,
    kind: calls[0]?.kind ?? '',
    asked: calls.length,
    ok: ok.length,
    okInWindow: ok.filter(({ endedAt }) => endedAt <= window.toMicros).length,
    fail: ended('fail').length,
    info: ended('info').length,
    pending: ended('pending').length,
    received: received.length,
    unanswered: received.filter(({ outcome }) => outcome !== 'ok').length,
    latencyMicros: quantiles(ok.map(({ at, endedAt }) => endedAt - at)),
  }
}

function byPlace(a: AvailabilityRow, b: AvailabilityRow): number {
  if (a.window.fromMicros !== b.window.fromMicros) return a.window.fromMicros - b.window.fromMicros
  const [left, right] = [a.window.sides.indexOf(a.side), b.window.sides.indexOf(b.side)]
  if (left !== right) return left - right
  if (a.kind === b.kind) return 0
  return a.kind < b.kind ? -1 : 1
}
