/**
 * Whether a build step must run again. A step's stamp holds a hash of what it read (by
 * content) and a fingerprint of what it wrote (by size and time, which is much faster and
 * enough to notice a file that was removed or changed by hand).
 */
import { createHash, type Hash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BUILD_FOLDER, ROOT } from './state/paths.ts'

/** What each file of scripts/build exports. */
export interface BuildStep {
  /** Files and folders, relative to the root, whose content decides about a new build. */
  readonly inputs: readonly string[]
  /** Files and folders that it writes; the two below by default. */
  readonly outputs?: readonly string[]
  build(): Promise<void>
}

interface Stamp {
  readonly inputs: string
  readonly outputs: string
}

/** True when nothing that the step reads or wrote has changed since it last ran. */
export async function isFresh(name: string, step: BuildStep): Promise<boolean> {
  const text = await readFile(stampFile(name), 'utf8').catch(() => '')
  return text !== '' && text === JSON.stringify(await stampOf(name, step))
}

/** Remembers that the step has run on what is there now. */
export async function recordBuild(name: string, step: BuildStep): Promise<void> {
  await writeFile(stampFile(name), JSON.stringify(await stampOf(name, step)))
}

function stampFile(name: string): string {
  return join(BUILD_FOLDER, `${name}.stamp.json`)
}

async function stampOf(name: string, step: BuildStep): Promise<Stamp> {
  const outputs = step.outputs ?? [`.netsplit/build/${name}`, `public/${name}`]
  // Tools change with the lockfile, and native parts with Node and the platform.
  const inputs = [...step.inputs, `scripts/build/${name}.ts`, 'package-lock.json']
  const machine = `${process.version} ${process.platform}-${process.arch}\n`
  return {
    inputs: await hashOf([...new Set(inputs)], addContent, machine),
    outputs: await hashOf(outputs, addSizeAndTime, ''),
  }
}

type AddFile = (hash: Hash, path: string) => Promise<void>

async function hashOf(paths: readonly string[], add: AddFile, start: string): Promise<string> {
  const hash = createHash('sha256').update(start)
  for (const path of paths) await addPath(hash, path, add)
  return hash.digest('hex')
}

async function addPath(hash: Hash, path: string, add: AddFile): Promise<void> {
  const found = await stat(join(ROOT, path)).catch(() => undefined)
  if (found === undefined) {
    hash.update(`${path} missing\n`)
    return
  }
  if (!found.isDirectory()) {
    await add(hash, path)
    return
  }
  for (const name of (await readdir(join(ROOT, path))).sort()) {
    await addPath(hash, `${path}/${name}`, add)
  }
}

async function addContent(hash: Hash, path: string): Promise<void> {
  const content = await readFile(join(ROOT, path))
  hash.update(`${path} ${content.length}\n`).update(content)
}

async function addSizeAndTime(hash: Hash, path: string): Promise<void> {
  const { size, mtimeMs } = await stat(join(ROOT, path))
  hash.update(`${path} ${size} ${mtimeMs}\n`)
}
