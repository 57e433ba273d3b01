/**
 * The secrets of an installation: made once, kept in one file that only its owner may
 * read. A value in the environment wins, so that many hosts can share theirs.
 */
import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../terminal.ts'

export interface Secrets {
  /** Signs sessions. */
  readonly auth: string
  /** The seeds of hidden checks follow from it, so nobody outside can know them. */
  readonly seed: string
  /** The password of the embedded PostgreSQL. */
  readonly postgres: string
}

const FILE = 'secrets.json'
const LENGTH_MIN = 32

/** The secrets in this data folder, made now where they are missing. */
export async function loadSecrets(
  dataFolder: string,
  environment: NodeJS.ProcessEnv,
): Promise<Secrets> {
  const file = join(dataFolder, FILE)
  const stored = await readStored(file)
  const secrets: Secrets = {
    auth: stored.auth ?? newSecret(),
    seed: stored.seed ?? newSecret(),
    postgres: stored.postgres ?? newSecret(),
  }
  const isComplete = stored.auth && stored.seed && stored.postgres
  if (!isComplete) await store(file, secrets)
  return {
    ...secrets,
    auth: fromEnvironment(environment, 'NETSPLIT_AUTH_SECRET') ?? secrets.auth,
    seed: fromEnvironment(environment, 'NETSPLIT_SEED_SECRET') ?? secrets.seed,
  }
}

/** A secret from the environment, or undefined; a short one is refused. */
export function fromEnvironment(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = environment[name]
  if (value === undefined || value === '') return undefined
  if (value.length >= LENGTH_MIN) return value
  throw new UserError(
    `${name} is too short: give it at least ${LENGTH_MIN} random characters, ` +
      'or leave it out and `npm start` makes one.',
  )
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

async function readStored(file: string): Promise<Partial<Secrets>> {
  const text = await readFile(file, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return '{}'
    throw new UserError(`cannot read ${file} (${thrown.code}): it must belong to this user.`)
  })
  try {
    return JSON.parse(text) as Partial<Secrets>
  } catch {
    throw new UserError(
      `${file} is damaged: restore it from a backup. Without it the embedded database ` +
        'cannot be opened, and everybody has to sign in again.',
    )
  }
}

/** Written beside and renamed, so that a crash never leaves half a file. */
async function store(file: string, secrets: Secrets): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  await chmod(draft, 0o600)
  await rename(draft, file)
}
