/** The migrations lead to the schema that the code is written for. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readMigrations, SCHEMA_FILE } from '../../scripts/migrate/migration-files.ts'

test('the newest snapshot is schema.prisma (npm run migration -- <name> makes it so)', async () => {
  const migrations = await readMigrations()
  expect(migrations.length).toBeGreaterThan(0)
  expect(migrations.at(-1)?.snapshot).toBe(await readFile(SCHEMA_FILE, 'utf8'))
})
