/**
 * Build outputs for the browser: files whose path carries a hash of their content, so
 * that they can be cached for ever, and a manifest which tells the server these paths.
 */
import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The root of the repository; scripts are always run from it. */
const ROOT = process.cwd()

/** Sixteen hexadecimal digits that name this content. */
export function contentHash(...contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex').slice(0, 16)
}

export interface PublicFile {
  /** Path below `public/<name>/`. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** Replaces all of `public/<name>/` by these files. */
export async function writePublic(name: string, files: readonly PublicFile[]): Promise<void> {
  const folder = join(ROOT, 'public', name)
  await rm(folder, { recursive: true, force: true })
  for (const { path, content } of files) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
  }
}

/** Writes `.netsplit/build/<name>/manifest.json`, which the pages read. */
export async function writeManifest(name: string, manifest: object): Promise<void> {
  const folder = join(ROOT, '.netsplit', 'build', name)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
