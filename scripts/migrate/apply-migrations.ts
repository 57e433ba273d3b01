/**
 * Brings a database up to date: each new migration in one transaction, recorded in the
 * table that Prisma's own tools use. Any number of processes may call it at once; an
 * advisory lock lets one work while the others wait.
 */
import { randomUUID } from 'node:crypto'
import { Logger, runMigrations as migrateQueue } from 'graphile-worker'
import pg from 'pg'
import { messageOf, UserError } from '../terminal.ts'
import { type Migration, readMigrations } from './migration-files.ts'

/** The key that Prisma's own tools lock while they migrate. */
const LOCK_KEY = 72_707_369

const CREATE_TABLE = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

/** Applies what is missing, and the queue's own schema; returns the names applied now. */
export async function migrate(
  databaseUrl: string,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const known = migrations ?? (await readMigrations())
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY])
    const applied = await applyMissing(client, known)
    await migrateQueue({ connectionString: databaseUrl, logger: quiet() })
    return applied
  } finally {
    // Ends the session, and with it the lock.
    await client.end()
  }
}

async function applyMissing(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  await client.query(CREATE_TABLE)
  const done = await recorded(client)
  refuseStrangeHistory(done, migrations)
  const missing = migrations.filter(({ name }) => !done.has(name))
  for (const migration of missing) await applyOne(client, migration)
  return missing.map(({ name }) => name)
}

/** Checksums of the migrations that this database has, by name. */
async function recorded(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `select migration_name, checksum from "_prisma_migrations"
     where finished_at is not null and rolled_back_at is null`,
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

function refuseStrangeHistory(
  done: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const [name, checksum] of done) {
    if (!known.has(name)) {
      throw new UserError(
        `the database has the migration ${name}, which this version does not know: ` +
          'it was used by a newer Netsplit. Update the code, or set DATABASE_URL to another database.',
      )
    }
    if (known.get(name) !== checksum) {
      throw new UserError(
        `the migration ${name} was changed after it had been applied to this database: ` +
          'restore its migration.sql, and make a new migration for the change.',
      )
    }
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query(
      `insert into "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback')
    throw new UserError(
      `the migration ${migration.name} failed and was undone: ${messageOf(thrown)}`,
    )
  }
}

/** The queue reports each of its own migrations; only trouble is worth a line here. */
function quiet(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') process.stderr.write(`queue: ${message}\n`)
  })
}
