/**
 * A server that outlived the start which owned it. Only the holder of the data folder's
 * lock may look for one: then whatever still runs on the folder has lost its owner.
 */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLineOf, processIdentity } from '../process/process-identity.ts'

const STOP_MS_MAX = 10_000
const POLL_MS = 50

/** Stops a server that still runs on this cluster; returns true when there was one. */
export async function stopLeftover(cluster: string): Promise<boolean> {
  const pidFile = join(cluster, 'postmaster.pid')
  const text = await readFile(pidFile, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  if (!(pid > 0)) return false
  if (processIdentity(pid) === undefined || !commandLineOf(pid).includes(cluster)) {
    // The number is of another process by now; PostgreSQL would take that for itself.
    await rm(pidFile, { force: true })
    return false
  }
  process.kill(pid, 'SIGINT')
  if (!(await ended(pid))) {
    process.kill(pid, 'SIGQUIT')
    await ended(pid)
  }
  return true
}

/** Waits until the process has ended; false when it takes too long. */
async function ended(pid: number): Promise<boolean> {
  for (let waited = 0; waited < STOP_MS_MAX; waited += POLL_MS) {
    if (processIdentity(pid) === undefined) return true
    await sleep(POLL_MS)
  }
  return false
}
