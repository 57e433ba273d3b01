/** Runs dependency-cruiser with the rules of this repository on a tree. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/state/paths.ts'

export interface Cruise {
  readonly modulesCount: number
  readonly violations: readonly Violation[]
}

export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

interface Summary {
  readonly totalCruised: number
  readonly violations: readonly { from: string; to: string; rule: { name: string } }[]
}

const ROOMS = ['app', 'content', 'grader', 'labs', 'prisma', 'scripts', 'systems', 'tests']
const DEPCRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

/** All violations below `folder`, which is laid out as this repository is. */
export function cruise(folder: string): Cruise {
  const rooms = ROOMS.filter((room) => existsSync(join(folder, room)))
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [DEPCRUISE, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${stderr || stdout}`)
  const { summary } = JSON.parse(stdout) as { summary: Summary }
  return {
    modulesCount: summary.totalCruised,
    violations: summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
  }
}
