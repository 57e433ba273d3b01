/** The kit's declaration files: fetched once, and found by what a learner imports. */
import type { KitTypesFile } from './assets.ts'

const PACKAGE = 'file:///node_modules/netsplit'

const fetched = new Map<string, Promise<readonly KitTypesFile[]>>()

/** All declaration files. Rejects when they cannot be loaded; the next call tries again. */
export function fetchKitTypes(url: string): Promise<readonly KitTypesFile[]> {
  const known = fetched.get(url)
  if (known !== undefined) return known
  const files = load(url)
  fetched.set(url, files)
  files.catch(() => fetched.delete(url))
  return files
}

async function load(url: string): Promise<readonly KitTypesFile[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the kit's types could not be loaded (${response.status})`)
  return (await response.json()) as readonly KitTypesFile[]
}

/**
 * The file in which the kit of this specifier is declared. Entries such as `netsplit/raft`
 * only pass on what other files declare, so this follows them.
 */
export function findKitFile(
  files: readonly KitTypesFile[],
  specifier: string,
): KitTypesFile | undefined {
  const entry = specifier === 'netsplit' ? '/index' : specifier.replace(/^netsplit/, '')
  let path = `${PACKAGE}${entry}.d.ts`
  // No chain of entries is longer than there are files.
  for (const _ of files) {
    const file = files.find((one) => one.path === path)
    const target = file === undefined ? undefined : passedOn(file.text)
    if (target === undefined) return file
    path = `${new URL(target, file?.path).href}.d.ts`
  }
  return undefined
}

/** Where a file without declarations of its own takes its last names from. */
function passedOn(text: string): string | undefined {
  const code = text.replaceAll(/\/\*[^]*?\*\/|\/\/[^\n]*/g, '').trim()
  const lines = code.split(/[\n;]+/).filter((line) => line.trim() !== '')
  if (!lines.every((line) => /^\s*export (?:type )?(?:\*|\{[^}]*\}) from '/.test(line))) {
    return undefined
  }
  return /from '([^']+)'\s*$/.exec(lines.at(-1) ?? '')?.[1]
}
