/**
 * What the pages of a large class cost: 1,000 learners with 60 steps and 300,000 submissions on
 * a real PostgreSQL. Needs the compiled content (`npm start` makes it). The plans of the two slow
 * queries go to tests/output/class-grid-plans.txt, to be looked at.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { makeTestDatabase } from '../support/database.ts'
import { fillClass } from './class-grid/fill-class.ts'
import { measureClass } from './class-grid/measure-class.ts'
import type { Figure } from './figure.ts'

export const name = 'class-grid'

export async function run(): Promise<readonly Figure[]> {
  const database = await makeTestDatabase()
  try {
    await migrate(database.url)
    const classId = await fillClass(database.url)
    const file = join(import.meta.dirname, 'class-grid', 'measure.ts')
    const { figures, plans } = measureClass(file, { databaseUrl: database.url, classId })
    const folder = join(ROOT, 'tests', 'output')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'class-grid-plans.txt'), plans)
    return figures
  } finally {
    await database.remove()
  }
}
