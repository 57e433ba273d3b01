/** Finds the embedded PostgreSQL of a `npm start` that runs now. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSecrets } from '../state/secrets.ts'
import { UserError } from '../terminal.ts'
import { serverAccount } from './account.ts'
import { OWNER } from './cluster.ts'
import { databaseFolder } from './place.ts'

/** Lines of postmaster.pid, from 0 (PostgreSQL manual, `pidfile.h`): the port is the fourth. */
const PORT_LINE = 3

/**
 * The address of the database of this data folder.
 * @throws UserError when nothing runs there
 */
export async function runningDatabase(dataFolder: string): Promise<string> {
  const folder = await databaseFolder(dataFolder, serverAccount())
  const text = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number(text.split('\n')[PORT_LINE])
  if (!(port > 0)) {
    throw new UserError(
      `no Netsplit runs on the data folder ${dataFolder}: start it with \`npm start\`, or set ` +
        'DATABASE_URL or NETSPLIT_DATA_DIR to those of the one you mean.',
    )
  }
  const { postgres } = await loadSecrets(dataFolder, process.env)
  return `postgresql://${OWNER}:${encodeURIComponent(postgres)}@127.0.0.1:${port}/${OWNER}`
}
