/**
 * What the statistics of a large class cost: 1,000 learners with 60 steps and 300,000 submissions, of
 * whom each handed in a quiz of ten questions, on a real PostgreSQL. The plans of the queries go to
 * tests/output/class-statistics-plans.txt, to be looked at.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { makeTestDatabase } from '../support/database.ts'
import { fillClass } from './class-grid/fill-class.ts'
import { measureClass } from './class-grid/measure-class.ts'
import { fillQuiz } from './class-statistics/fill-quiz.ts'
import type { Figure } from './figure.ts'

export const name = 'class-statistics'

export async function run(): Promise<readonly Figure[]> {
  const database = await makeTestDatabase()
  try {
    await migrate(database.url)
    const classId = await fillClass(database.url)
    await fillQuiz(database.url, classId)
    const file = join(import.meta.dirname, 'class-statistics', 'measure.ts')
    const { figures, plans } = measureClass(file, { databaseUrl: database.url, classId })
    const folder = join(ROOT, 'tests', 'output')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'class-statistics-plans.txt'), plans)
    return figures
  } finally {
    await database.remove()
  }
}
