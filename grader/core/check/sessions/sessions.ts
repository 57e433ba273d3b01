/** The operations of a history session by session. */
import type { RegisterHistory } from '../causal/register-history.ts'

/** The nodes of each session in order of their calls, pending writes included. */
export function sessionsOf(registers: RegisterHistory): number[][] {
  const sessions: number[][] = Array.from({ length: registers.processCount }, () => [])
  for (let node = 0; node < registers.size; node++) {
    sessions[registers.process[node] as number]?.push(node)
  }
  return sessions
}
