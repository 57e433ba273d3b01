/**
 * Bundles the sandbox worker: the program of the process, and the script that sets up
 * each realm in it. Both are single files, so that a sandbox holds nothing else.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as esbuild from 'esbuild'
import { syscallFilter } from '#host/sandbox/syscall-filter.ts'

export const inputs: readonly string[] = [
  'grader/core',
  'grader/host/sandbox',
  'labs',
  'package.json',
  'scripts/build/sandbox.ts',
  'tsconfig.json',
]

const OUTPUT = '.netsplit/build/sandbox'

/** Makes `realm.js`, `worker.cjs` and, where there is one for the processor, `seccomp.bpf`. */
export async function build(): Promise<void> {
  const [realm, worker] = await Promise.all([bundleRealm(), bundleWorker()])
  await mkdir(OUTPUT, { recursive: true })
  await Promise.all([
    replaceFile('realm.js', realm),
    replaceFile('worker.cjs', worker),
    writeFilter(),
  ])
}

async function writeFilter(): Promise<void> {
  const filter = syscallFilter(process.arch)
  if (filter === undefined) await rm(`${OUTPUT}/seccomp.bpf`, { force: true })
  else await replaceFile('seccomp.bpf', filter)
}

/** In one step: a grader may be starting a worker at this moment. */
async function replaceFile(name: string, content: string | Uint8Array): Promise<void> {
  const draft = `${OUTPUT}/${name}.${randomUUID()}`
  await writeFile(draft, content)
  await rename(draft, `${OUTPUT}/${name}`)
}

const SHARED = {
  bundle: true,
  write: false,
  target: 'es2023',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const

/** The script's value is an object with the closures that the host calls; no global is left. */
async function bundleRealm(): Promise<string> {
  const text = await bundle({
    ...SHARED,
    entryPoints: ['grader/host/sandbox/realm-entry.ts'],
    format: 'iife',
    globalName: 'realm',
    platform: 'neutral',
    plugins: [await kitModules(), withoutSideEffects],
  })
  // A plain object, because the host reads no getters.
  return `(function(){${text}\nreturn {load: realm.load, call: realm.call, lines: realm.lines}})()`
}

function bundleWorker(): Promise<string> {
  return bundle({
    ...SHARED,
    entryPoints: ['grader/host/sandbox/worker-main.ts'],
    format: 'cjs',
    platform: 'node',
    external: ['isolated-vm'],
    plugins: [withoutSideEffects],
    define: { 'import.meta.url': '__filename' },
  })
}

async function bundle(options: esbuild.BuildOptions): Promise<string> {
  const { outputFiles = [] } = await esbuild.build(options)
  const [file] = outputFiles
  if (file === undefined) throw new Error('esbuild made no file')
  return file.text
}

/**
 * None of our modules does anything but define what it exports, so what nobody uses can be
 * left out whole: no claim, wording or check gets into a bundle because it is next to
 * something else behind the front door of core. `tests/host/sandbox-bundle.test.ts` looks.
 */
const withoutSideEffects: esbuild.Plugin = {
  name: 'without-side-effects',
  setup(builder) {
    builder.onResolve({ filter: /^(#|\.)/ }, async ({ path, pluginData, ...from }) => {
      // The resolution that is asked for here comes by once more.
      if (pluginData === ASKED) return undefined
      const found = await builder.resolve(path, { ...from, pluginData: ASKED })
      return { ...found, sideEffects: false }
    })
  },
}

const ASKED = 'asked'

const MODULES = 'netsplit:modules'

/**
 * Provides the table of modules that learners import. The specifiers are those that
 * `tsconfig.json` maps to files: one list for the editor, the compiler and the sandbox.
 */
async function kitModules(): Promise<esbuild.Plugin> {
  const config = JSON.parse(await readFile('tsconfig.json', 'utf8')) as TsConfig
  const specifiers = Object.keys(config.compilerOptions.paths).filter((specifier) =>
    /^netsplit(\/|$)/.test(specifier),
  )
  const names = specifiers.map((specifier, index) => ({ specifier, name: `m${index}` }))
  const contents = [
    ...names.map(({ specifier, name }) => `import * as ${name} from '${specifier}'`),
    `export const modules = {${names.map(({ specifier, name }) => `'${specifier}': ${name}`).join(', ')}}`,
  ].join('\n')
  return {
    name: 'kit-modules',
    setup(builder) {
      builder.onResolve({ filter: new RegExp(`^${MODULES}$`) }, ({ path }) => ({
        path,
        namespace: MODULES,
      }))
      builder.onLoad({ filter: /.*/, namespace: MODULES }, () => ({
        contents,
        resolveDir: resolve('.'),
      }))
    },
  }
}

interface TsConfig {
  readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly string[]>> }
}
