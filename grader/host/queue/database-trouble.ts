/**
 * Tells a database that is away, full or restarting from a mistake of ours: what failed
 * because of the former is no submission's fault, and is done again later.
 */
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * SQLSTATE classes 08 connection, 40 rollback, 53 resources, 57 operator, 58 system (of
 * the PostgreSQL manual, appendix A), Prisma's codes for an unreachable server, Node's.
 */
const CODE =
  /^((08|40|53|57|58)[0-9A-Z]{3}|P1001|P1002|P1008|P1017|P2024|P2028|P2034|P2037|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/
/** What the driver and its adapter call a connection that is gone. */
const WORDS =
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TransactionWriteConflict)$|Connection terminated|Connection ended|connection timeout|the database system is|not queryable/

const DEPTH_MAX = 6
const PAUSE_MS = 300

/** True when `error`, or what caused it, speaks of the database's state or the way to it. */
export function isDatabaseTrouble(error: unknown, depth = 0): boolean {
  if (depth > DEPTH_MAX || typeof error !== 'object' || error === null) return false
  return Object.getOwnPropertyNames(error).some((name) => {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === 'object') return isDatabaseTrouble(value, depth + 1)
    if (typeof value !== 'string') return false
    return /code$/i.test(name)
      ? CODE.test(value)
      : (name === 'message' || name === 'kind') && WORDS.test(value)
  })
}

/**
 * Does it again while the database is in trouble, for at most `patienceMs`; other errors,
 * and the last one, are thrown. `act` must be harmless when it is done twice.
 */
export async function persist<T>(
  act: () => Promise<T>,
  { patienceMs, signal }: { readonly patienceMs: number; readonly signal: AbortSignal },
): Promise<T> {
  const startMs = performance.now()
  for (;;) {
    try {
      return await act()
    } catch (error) {
      const isLate = performance.now() - startMs > patienceMs
      if (isLate || signal.aborted || !isDatabaseTrouble(error)) throw error
      await sleep(PAUSE_MS)
    }
  }
}
