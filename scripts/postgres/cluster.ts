/** Makes the files of a new database. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../terminal.ts'
import { type Account, initAccount, SERVER_ENVIRONMENT, serverAccount } from './account.ts'
import type { Binaries } from './binaries.ts'

/** The one role of the database, and the database's name. */
export const OWNER = 'netsplit'

export interface ClusterOptions {
  readonly folder: string
  readonly binaries: Binaries
  readonly password: string
  /** Files need not have reached the disk when this returns. */
  readonly isThrowaway: boolean
}

/**
 * The folder of the database's files, made now when it is missing. It is made aside and
 * renamed, so that an interrupted first start leaves nothing that looks whole.
 */
export async function readyCluster({
  folder,
  binaries,
  password,
  isThrowaway,
}: ClusterOptions): Promise<string> {
  const cluster = join(folder, 'data')
  if (existsSync(cluster)) {
    await refuseOtherVersion(cluster, binaries.major)
    return cluster
  }
  const draft = join(folder, 'data.new')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const maker = initAccount()
  if (maker !== undefined) await chown(draft, maker.uid, maker.gid)
  await initialise({ draft, initdb: binaries.initdb, maker, password, folder, isThrowaway })
  const server = serverAccount()
  if (server !== undefined) await handOver(draft, server)
  await rename(draft, cluster)
  return cluster
}

async function refuseOtherVersion(cluster: string, major: string): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (found === major) return
  throw new UserError(
    `the database in ${cluster} is of PostgreSQL ${found || '?'}, this is ${major}: dump it with ` +
      `the old version and load it into a new one, or move the folder away to begin anew.`,
  )
}

interface Initialise {
  readonly draft: string
  readonly initdb: string
  readonly maker: Account | undefined
  readonly password: string
  readonly folder: string
  readonly isThrowaway: boolean
}

async function initialise(order: Initialise): Promise<void> {
  const passwordFile = join(order.folder, 'password.new')
  await writeFile(passwordFile, order.password, { mode: 0o600 })
  await chmod(passwordFile, 0o600)
  if (order.maker !== undefined) await chown(passwordFile, order.maker.uid, order.maker.gid)
  try {
    await runInitdb(order, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function runInitdb(
  { draft, initdb, maker, isThrowaway }: Initialise,
  passwordFile: string,
): Promise<void> {
  const options = [
    `--pgdata=${draft}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorts alike on every machine, whatever languages are installed there.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(isThrowaway ? ['--no-sync'] : []),
  ]
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(initdb, options, {
      ...maker,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    // A maker that is left behind would go on writing into a folder that is made anew.
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    child.on('error', (error) => reject(new UserError(`cannot run initdb: ${error.message}`)))
    child.on('close', (code, signal) => {
      process.off('exit', kill)
      if (code === 0) resolve()
      else
        reject(new UserError(`cannot make the database (${signal ?? code}): ${lastLine(output)}`))
    })
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

async function handOver(folder: string, { uid, gid }: Account): Promise<void> {
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await chown(join(entry.parentPath, entry.name), uid, gid)
  }
}
