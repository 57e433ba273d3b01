/**
 * What the pages of a large class cost: 1,000 learners with 60 steps and 300,000 submissions on
 * a real PostgreSQL. Needs the compiled content (`npm start` makes it). The plans of the two slow
 * queries go to tests/output/class-grid-plans.txt, to be looked at.
 */
import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { makeTestDatabase } from '../support/database.ts'
import { fillClass } from './class-grid/fill-class.ts'
import type { Figure } from './figure.ts'

export const name = 'class-grid'

interface Measured {
  readonly figures: readonly Figure[]
  readonly plans: string
}

export async function run(): Promise<readonly Figure[]> {
  const database = await makeTestDatabase()
  try {
    await migrate(database.url)
    const classId = await fillClass(database.url)
    const { figures, plans } = measure(database.url, classId)
    const folder = join(ROOT, 'tests', 'output')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'class-grid-plans.txt'), plans)
    return figures
  } finally {
    await database.remove()
  }
}

/** The stores are for servers of pages only, which this condition says we are. */
function measure(databaseUrl: string, classId: string): Measured {
  const file = join(import.meta.dirname, 'class-grid', 'measure.ts')
  const args = ['--conditions=react-server', file, classId]
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env,
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e7,
  })
  if (status !== 0) throw new Error(`the pages could not be measured: ${stderr}`)
  return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Measured
}
