/**
 * Where the embedded database lives: in the data folder, or, when its account cannot reach
 * that (root's private home), in a folder of /var/tmp that is the same at every start.
 */
import { createHash } from 'node:crypto'
import { lstat, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../terminal.ts'
import { type Account, canReach } from './account.ts'

/** The folder for the cluster and, if need be, for a copy of the programs. */
export async function databaseFolder(
  dataFolder: string,
  account: Account | undefined,
): Promise<string> {
  const inside = join(dataFolder, 'postgres')
  await mkdir(inside, { recursive: true, mode: 0o711 })
  if (canReach(account, inside)) return inside
  await rm(inside, { recursive: true, force: true })
  return outsideFolder(dataFolder)
}

/** /var/tmp outlives a reboot; its folders are named after the data folder. */
async function outsideFolder(dataFolder: string): Promise<string> {
  const id = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const folder = `/var/tmp/netsplit-${id}`
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const { uid } = await lstat(folder).then((stat) =>
    stat.isDirectory() ? stat : { uid: undefined },
  )
  // Anybody may make folders in /var/tmp, also one of this name before us.
  if (uid === process.getuid?.()) return folder
  throw new UserError(
    `${folder} is not ours: remove it, or choose a data folder that other users can pass ` +
      'through: NETSPLIT_DATA_DIR=/var/lib/netsplit npm start',
  )
}
