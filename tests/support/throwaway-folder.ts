/** A folder for one test. PostgreSQL, which never runs as root, must be able to enter it. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ThrowawayFolder {
  readonly path: string
  remove(): Promise<void>
}

export async function throwawayFolder(): Promise<ThrowawayFolder> {
  const path = await mkdtemp(join(tmpdir(), 'netsplit-test-'))
  await chmod(path, 0o711)
  // A database that was told to stop may write its last files meanwhile.
  const patience = { maxRetries: 20, retryDelay: 250 }
  return { path, remove: () => rm(path, { recursive: true, force: true, ...patience }) }
}
