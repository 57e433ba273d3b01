/**
 * The migrations on disk: `prisma/migrations/<time>_<name>/` holds `migration.sql` and
 * `schema.snapshot`, the schema that the database has after it. The next migration is the
 * difference between the newest snapshot and schema.prisma.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../state/paths.ts'

export const MIGRATIONS_FOLDER = join(ROOT, 'prisma', 'migrations')
export const SCHEMA_FILE = join(ROOT, 'prisma', 'schema.prisma')

export interface Migration {
  /** The folder's name: a UTC time and a few words. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the SQL in hexadecimal, as Prisma records it. */
  readonly checksum: string
  /** The Prisma schema after this migration. */
  readonly snapshot: string
}

const NAME = /^\d{14}_[a-z0-9_]+$/

/** All migrations, oldest first. */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const wrong = names.find((name) => !NAME.test(name))
  if (wrong !== undefined) {
    throw new Error(`${folder}/${wrong} is no migration: names are <14 digits>_<lower_case_words>`)
  }
  return Promise.all(names.sort().map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
  const snapshot = await readFile(join(folder, name, 'schema.snapshot'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex'), snapshot }
}
