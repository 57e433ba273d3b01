/**
 * Writes the types of the kit for the editor: declaration files of what a learner may
 * import, laid out as the package `netsplit` below `file:///node_modules`. What is marked
 * `@internal` is left out, so that completion shows only what is meant to be used.
 */
import { basename, join, normalize, relative } from 'node:path'
import ts from 'typescript'
import { contentHash, writeManifest, writePublic } from './hashed-output.ts'

export const inputs: readonly string[] = ['labs', 'scripts/build/hashed-output.ts', 'tsconfig.json']

/** One declaration file as the editor gets it. */
interface TypesFile {
  readonly path: string
  readonly text: string
}

const PACKAGE = 'file:///node_modules/netsplit'

/**
 * What the realm of a node has beside the language itself. There are no timers, no
 * network and no DOM in it, so the editor must not offer them.
 */
const REALM = `
interface Console {
  /** Writes a line beside this event in the trace. */
  log(...values: unknown[]): void
  /** Writes a line beside this event in the trace. */
  info(...values: unknown[]): void
  /** Writes a line beside this event in the trace. */
  warn(...values: unknown[]): void
  /** Writes a line beside this event in the trace. */
  error(...values: unknown[]): void
  /** Writes a line beside this event in the trace. */
  debug(...values: unknown[]): void
}
declare const console: Console
`

/** Writes `public/kit-types/<hash>.json` and its manifest. */
export async function build(): Promise<void> {
  const entries = kitEntries()
  const emitted = emitDeclarations(entries.map(({ file }) => file))
  const files: TypesFile[] = [
    ...emitted,
    ...entries.map(({ specifier, file }) => ({
      path: `${PACKAGE}/${specifier}.d.ts`,
      text: `export * from './${relative('labs', file).replace(/\.ts$/, '')}'\n`,
    })),
    { path: `${PACKAGE}-realm/index.d.ts`, text: REALM },
  ]
  const json = JSON.stringify(files)
  const hash = contentHash(json)
  await writePublic('kit-types', [{ path: `${hash}.json`, content: json }])
  await writeManifest('kit-types', { types: `/kit-types/${hash}.json` })
}

/** What `tsconfig.json` maps: one list for the editor, the compiler and the sandbox. */
function kitEntries(): readonly { specifier: string; file: string }[] {
  return Object.entries(tsconfigOptions().paths ?? {}).flatMap(([name, [file]]) => {
    const [kit, specifier = 'index', ...more] = name.split('/')
    if (kit !== 'netsplit' || file === undefined || more.length > 0) return []
    return [{ specifier, file: normalize(file) }]
  })
}

/** Emits the declarations of these files and of all that they mention. */
function emitDeclarations(roots: readonly string[]): readonly TypesFile[] {
  const options: ts.CompilerOptions = {
    ...tsconfigOptions(),
    noEmit: false,
    incremental: false,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    rootDir: process.cwd(),
    outDir: '/types',
  }
  const program = ts.createProgram([...roots], options)
  const byPath = new Map<string, string>()
  program.emit(undefined, (name, text) => {
    byPath.set(relative(join('/types', 'labs'), name), withoutExtensions(text))
  })
  return reachable(
    roots.map((root) => relative('labs', root).replace(/\.ts$/, '.d.ts')),
    byPath,
  )
}

function tsconfigOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile) as { config: object }
  return ts.parseJsonConfigFileContent(config, ts.sys, process.cwd()).options
}

/** The editor's resolution wants `./node`, our sources say `./node.ts`. */
function withoutExtensions(text: string): string {
  return text.replace(/(from ')([^']+)\.ts'/g, "$1$2'")
}

/** Follows relative imports, and insists that nothing else is imported. */
function reachable(
  roots: readonly string[],
  byPath: ReadonlyMap<string, string>,
): readonly TypesFile[] {
  const found = new Map<string, TypesFile>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    const text = byPath.get(path)
    if (text === undefined) throw new Error(`kit-types: no declarations were emitted for ${path}`)
    found.set(path, { path: `${PACKAGE}/${path}`, text })
    for (const { fileName: specifier } of ts.preProcessFile(text).importedFiles) {
      if (!specifier.startsWith('.')) {
        throw new Error(
          `kit-types: labs/${basename(path, '.d.ts')}.ts shows a type of "${specifier}" to ` +
            'learners; declare it in labs/kit or mark what uses it @internal',
        )
      }
      visit(`${join(path, '..', specifier)}.d.ts`)
    }
  }
  for (const root of roots) visit(root)
  return [...found.values()]
}
