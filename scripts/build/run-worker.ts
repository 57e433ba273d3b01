/**
 * Bundles the two workers of a browser run: the one that runs a learner's code, and the
 * one that compiles it where the editor is not loaded. Both are classic scripts.
 */
import { build as esbuild } from 'esbuild'
import { contentHash, writeManifest, writePublic } from './hashed-output.ts'

export const inputs: readonly string[] = [
  'app/_run',
  'grader/core',
  'labs',
  'package.json',
  'scripts/build/hashed-output.ts',
  'scripts/build/run-worker.ts',
]

/** Writes `public/run-worker/` and its manifest. */
export async function build(): Promise<void> {
  const [run, compile] = await Promise.all([
    bundle('app/_run/run.worker.ts'),
    bundle('app/_run/compile.worker.ts'),
  ])
  const runPath = `${contentHash(run)}.js`
  const compilePath = `compile-${contentHash(compile)}.js`
  await writePublic('run-worker', [
    { path: runPath, content: run },
    { path: compilePath, content: compile },
  ])
  await writeManifest('run-worker', {
    run: `/run-worker/${runPath}`,
    compile: `/run-worker/${compilePath}`,
  })
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await esbuild({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    // TypeScript asks for these only where it runs under Node.
    external: ['fs', 'path', 'os', 'crypto', 'inspector', 'perf_hooks', 'source-map-support'],
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`run-worker: ${entry} gave no output`)
  return file.contents
}
