/** The files that people write, for the tests about tidiness. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/state/paths.ts'

export interface SourceFile {
  /** Relative to the root, with slashes. */
  readonly path: string
  readonly text: string
}

export const ROOMS = [
  'app',
  'content',
  'grader/core',
  'grader/host',
  'labs',
  'prisma',
  'scripts',
  'systems',
  'tests',
]

const GENERATED = ['prisma/generated', 'prisma/migrations', 'tests/output']
const TEXT = /\.(ts|tsx|cjs|mjs|css|mdx|md|yaml|json|jsonc|prisma)$/

/** All text files of the rooms, and those at the root. */
export function sourceFiles(): readonly SourceFile[] {
  const top = readdirSync(ROOT).filter(
    (name) => TEXT.test(name) && !/^(package-lock|next-env)\b|tsbuildinfo/.test(name),
  )
  const rooms = [...new Set(ROOMS.map((room) => room.split('/')[0] ?? room)), 'docs']
  return [...top, ...rooms.flatMap(filesBelow)].map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  }))
}

/** Names of the folders directly below this one. */
export function foldersIn(path: string): readonly string[] {
  return readdirSync(join(ROOT, path)).filter((name) =>
    statSync(join(ROOT, path, name)).isDirectory(),
  )
}

function filesBelow(path: string): readonly string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) => {
    const child = `${path}/${entry.name}`
    if (GENERATED.includes(child)) return []
    if (entry.isDirectory()) return filesBelow(child)
    return TEXT.test(entry.name) ? [child] : []
  })
}
