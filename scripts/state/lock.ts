/**
 * A lock that a process holds by a file. A lock whose holder is gone (killed, or the
 * machine restarted) is taken over in silence.
 */
import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { processIdentity } from '../process/process-identity.ts'

export interface Lock {
  /** Gives the lock back. Does nothing when it is not ours any more. */
  release(): Promise<void>
}

/** The number of the process that holds the lock, when it could not be had. */
export interface HeldBy {
  readonly pid: number
}

const RETRY_MS = 10

/** Takes the lock, or says who has it. */
export async function takeLock(file: string): Promise<Lock | HeldBy> {
  const identity = processIdentity(process.pid) ?? String(process.pid)
  const own = `${file}.${randomUUID()}`
  await writeFile(own, identity)
  try {
    for (;;) {
      if (await placeAt(file, own)) return { release: () => release(file, identity) }
      const holder = await holderOf(file)
      if (holder !== undefined) return { pid: holder }
      await removeStale(file, own)
    }
  } finally {
    await rm(own, { force: true })
  }
}

/** A link either appears with all its content or not at all, unlike a file being written. */
async function placeAt(file: string, own: string): Promise<boolean> {
  try {
    await link(own, file)
    return true
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false
    throw thrown
  }
}

/** The process that holds the lock now; undefined when it is gone, or there is no lock. */
async function holderOf(file: string): Promise<number | undefined> {
  return holderIn(await readFile(file, 'utf8').catch(() => ''))
}

function holderIn(identity: string): number | undefined {
  const pid = Number.parseInt(identity, 10)
  return pid > 0 && processIdentity(pid) === identity ? pid : undefined
}

/**
 * Several processes may find the same stale lock, and one of them may be so slow that it
 * would remove the lock which another has taken since. So whoever wants to remove it must
 * be alone, and look again.
 */
async function removeStale(file: string, own: string): Promise<void> {
  const broom = `${file}.broom`
  if (!(await placeAt(broom, own))) {
    // Who held it was killed within these few lines.
    if ((await holderOf(broom)) === undefined) await rm(broom, { force: true })
    await sleep(RETRY_MS)
    return
  }
  try {
    const found = await readFile(file, 'utf8').catch(() => undefined)
    // Where there is none by now, the next may appear at any time: nothing to remove.
    if (found !== undefined && holderIn(found) === undefined) await rm(file, { force: true })
  } finally {
    await rm(broom, { force: true })
  }
}

async function release(file: string, identity: string): Promise<void> {
  const holder = await readFile(file, 'utf8').catch(() => '')
  if (holder === identity) await rm(file, { force: true })
}
