/**
 * `npm run migration -- <name>`: writes the migration from the newest snapshot to the
 * schema.prisma of now. Read its SQL before it is committed: a renamed column, for one,
 * comes out as a dropped one and a new one.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { MIGRATIONS_FOLDER, readMigrations, SCHEMA_FILE } from './migrate/migration-files.ts'
import { schemaDiff } from './migrate/schema-diff.ts'
import { ROOT } from './state/paths.ts'
import { runCommand, say, UserError } from './terminal.ts'

/** Every database has this schema, and a user with few rights could not create it. */
const CREATE_PUBLIC = '-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n'

await runCommand(async () => {
  const name = (process.argv[2] ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  if (!/[a-z0-9]/.test(name)) {
    throw new UserError('a migration needs a name: npm run migration -- add_course_notes')
  }
  const newest = (await readMigrations()).at(-1)
  const schema = await readFile(SCHEMA_FILE, 'utf8')
  const sql = await schemaDiff(newest?.snapshot, schema)
  if (sql === undefined) {
    if (newest?.snapshot !== schema) await followComments(newest?.name, schema)
    say('prisma/schema.prisma asks for no change of the database.')
    return 0
  }
  const folder = join(MIGRATIONS_FOLDER, `${timestamp()}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql.replace(CREATE_PUBLIC, ''))
  await writeFile(join(folder, 'schema.snapshot'), schema)
  say(`Wrote ${relative(ROOT, folder)}: read its migration.sql, then \`npm start\` applies it.`)
  return 0
})

/** A change of words alone needs no migration, but the newest snapshot must not lag behind. */
async function followComments(newest: string | undefined, schema: string): Promise<void> {
  if (newest === undefined) return
  await writeFile(join(MIGRATIONS_FOLDER, newest, 'schema.snapshot'), schema)
  say(`Updated the snapshot of ${newest}: only comments had changed.`)
}

/** Now in UTC as fourteen digits, which sort by time. */
function timestamp(): string {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
}
