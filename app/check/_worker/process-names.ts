/**
 * Names of processes for people. Jepsen numbers them, and "1 read 1" cannot be read; so a
 * number gets a letter before it wherever a history is shown or judged, but not in its export.
 */
import type { History } from '#core'

/** The same history with `p0` for process `0`; as it is when somebody is called so already. */
export function withProcessNames(history: History): History {
  const names = new Map(
    history.operations.map(({ process }) => [process, isNumber(process) ? `p${process}` : process]),
  )
  // Two processes must never become one.
  if (new Set(names.values()).size < names.size) return history
  return {
    operations: history.operations.map((operation) => ({
      ...operation,
      process: names.get(operation.process) ?? operation.process,
    })),
  }
}

function isNumber(process: string): boolean {
  return /^\d+$/.test(process)
}
