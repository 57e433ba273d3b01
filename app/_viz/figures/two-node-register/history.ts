/** The history of a run on one register, and whether it is linearizable. */
import type { TraceEvent } from '#core'
import type { RegisterCommand } from '#systems/two-node-register/two-node-register.ts'

export interface RegisterOperation {
  readonly operation: number
  readonly client: string
  readonly node: string
  readonly command: RegisterCommand
  readonly invokedAt: number
  /** When it ended; undefined while it runs. */
  readonly endedAt: number | undefined
  readonly outcome: 'ok' | 'fail' | 'info'
  /** What a read that is `ok` returned. */
  readonly value: number | undefined
}

/** The operations of a run, in order of their start. */
export function historyOf(events: readonly TraceEvent[]): readonly RegisterOperation[] {
  const operations = new Map<number, RegisterOperation>()
  for (const event of events) {
    if (event.kind === 'invoke') {
      const { operation, client, node, at: invokedAt } = event
      const command = JSON.parse(event.body) as RegisterCommand
      const open = { endedAt: undefined, outcome: 'info', value: undefined } as const
      operations.set(operation, { operation, client, node, command, invokedAt, ...open })
    }
    if (event.kind === 'complete') {
      const started = operations.get(event.operation)
      if (started === undefined) continue
      const { outcome, at: endedAt } = event
      const result = JSON.parse(event.body) as unknown
      const value = outcome === 'ok' && started.command.kind === 'read' ? Number(result) : undefined
      operations.set(event.operation, { ...started, outcome, endedAt, value })
    }
  }
  return [...operations.values()]
}

/**
 * True when the operations fit into one order that keeps real time and in which every read
 * returns the latest write before it (Herlihy & Wing 1990). Operations that failed did not
 * happen; those without an answer may have. Tries every order, so it is for a handful of
 * operations.
 */
export function isLinearizable(history: readonly RegisterOperation[], initial: number): boolean {
  return fits(
    history.filter(({ outcome }) => outcome !== 'fail'),
    initial,
  )
}

function fits(left: readonly RegisterOperation[], value: number): boolean {
  // What never ended need not have happened.
  if (left.every(({ outcome }) => outcome === 'info')) return true
  return left.some((next) => {
    const rest = left.filter((other) => other !== next)
    if (rest.some((other) => endedBefore(other, next))) return false
    if (next.command.kind === 'write') return fits(rest, next.command.value)
    return (next.outcome === 'info' || next.value === value) && fits(rest, value)
  })
}

function endedBefore(a: RegisterOperation, b: RegisterOperation): boolean {
  return a.outcome === 'ok' && a.endedAt !== undefined && a.endedAt < b.invokedAt
}
