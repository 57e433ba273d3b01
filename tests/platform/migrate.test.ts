/** From an empty database to the schema, once, whoever else tries at the same time. */
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import {
  type Migration,
  readMigrations,
  SCHEMA_FILE,
} from '../../scripts/migrate/migration-files.ts'
import { schemaDiff } from '../../scripts/migrate/schema-diff.ts'
import { databaseOn, makeTestDatabase, type TestDatabase } from '../support/database.ts'

let server: TestDatabase
let database: TestDatabase

beforeAll(async () => {
  server = await makeTestDatabase()
})
afterAll(() => server.remove())
beforeEach(async () => {
  database = await databaseOn(server.url)
})
afterEach(() => database.remove())

async function select(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: `checksum of ${sql}`, snapshot: '' }
}

/** All that Prisma makes: columns with types and defaults, indexes, constraints, enums. */
const SHAPE = `
  select 'column' as kind, table_name as of, column_name || ' ' || udt_name || ' ' || is_nullable
    || ' ' || coalesce(column_default, '-') || ' ' || coalesce(datetime_precision, 0) as what
  from information_schema.columns where table_schema = 'public'
  union all select 'index', tablename, indexdef from pg_indexes where schemaname = 'public'
  union all select 'constraint', conrelid::regclass::text, pg_get_constraintdef(oid)
  from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'enum', enumtypid::regtype::text, enumlabel from pg_enum
  order by 1, 2, 3`

describe('the migrations', () => {
  test('in order give what schema.prisma says', async () => {
    const names = await migrate(database.url)
    expect(names).toEqual((await readMigrations()).map(({ name }) => name))
    const fresh = await databaseOn(server.url)
    try {
      const sql = await schemaDiff(undefined, await readFile(SCHEMA_FILE, 'utf8'))
      await select(fresh.url, sql ?? '')
      const wanted = await select(fresh.url, SHAPE)
      const found = (await select(database.url, SHAPE)) as readonly { of: string }[]
      expect(wanted.length).toBeGreaterThan(40)
      expect(found.filter(({ of }) => !of.includes('_prisma_migrations'))).toEqual(wanted)
    } finally {
      await fresh.remove()
    }
  })

  test('are applied once, and bring the queue', async () => {
    await migrate(database.url)
    expect(await migrate(database.url)).toEqual([])
    expect(await select(database.url, 'select * from graphile_worker.jobs')).toEqual([])
  })

  test('are applied by one of several that start at once', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url)))
    expect(applied.map((names) => names.length).toSorted()).toEqual([
      0,
      0,
      (await readMigrations()).length,
    ])
  })

  test('leave the record that Prisma itself would leave', async () => {
    await migrate(database.url)
    const rows = await select(
      database.url,
      `select migration_name, checksum, applied_steps_count, finished_at >= started_at as done,
         rolled_back_at from "_prisma_migrations" order by migration_name`,
    )
    const known = await readMigrations()
    expect(rows).toEqual(
      known.map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        applied_steps_count: 1,
        done: true,
        rolled_back_at: null,
      })),
    )
    for (const { checksum } of known) expect(checksum).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a migration', () => {
  const first = migration('20260101000000_first', 'create table first (id int)')

  test('that fails is undone, and those before it stay', async () => {
    const bad = migration('20260102000000_bad', 'create table second (id int); select nonsense')
    await expect(migrate(database.url, [first, bad])).rejects.toThrow(
      /the migration 20260102000000_bad failed and was undone: .*nonsense/,
    )
    const tables = await select(
      database.url,
      `select to_regclass('first')::text as first, to_regclass('second')::text as second`,
    )
    expect(tables).toEqual([{ first: 'first', second: null }])
  })

  test('that was changed after it was applied is refused', async () => {
    await migrate(database.url, [first])
    const changed = migration(first.name, 'create table first (id bigint)')
    await expect(migrate(database.url, [changed])).rejects.toThrow(/first was changed after it/)
  })

  test('that only a newer version knows is refused', async () => {
    await migrate(database.url, [first])
    await expect(migrate(database.url, [])).rejects.toThrow(/used by a newer Netsplit/)
  })
})

describe('the difference of two schemas', () => {
  test('is nothing for the same, and SQL for a new field', async () => {
    const schema = await readFile(SCHEMA_FILE, 'utf8')
    expect(await schemaDiff(schema, schema)).toBeUndefined()
    const longer = schema.replace('model Session {', 'model Session {\n  note String?')
    expect(await schemaDiff(schema, longer)).toContain('ALTER TABLE "Session" ADD COLUMN')
  })

  test('of a schema that is not valid says where', async () => {
    await expect(schemaDiff(undefined, 'model X { id Foo }')).rejects.toThrow(/schema\.prisma:1/)
  })
})
