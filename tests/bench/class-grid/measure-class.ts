/** Runs a script that measures stores of a class, in a process that may load them. */
import { spawnSync } from 'node:child_process'
import { ROOT } from '../../../scripts/state/paths.ts'
import type { Figure } from '../figure.ts'

export interface Measured {
  readonly figures: readonly Figure[]
  readonly plans: string
}

/** The stores are for servers of pages only, which this condition says we are. */
export function measureClass(
  file: string,
  { databaseUrl, classId }: { readonly databaseUrl: string; readonly classId: string },
): Measured {
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
