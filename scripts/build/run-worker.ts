/**
 * Bundles the two workers of a browser run: the one that runs a learner's code, and the
 * one that compiles it where the editor is not loaded. Both are classic scripts.
 */
import { bundleForBrowser } from './bundle-for-browser.ts'
import { contentHash, writeManifest, writePublic } from './hashed-output.ts'

export const inputs: readonly string[] = [
  'app/_run',
  'grader/core',
  'labs',
  'package.json',
  'scripts/build/bundle-for-browser.ts',
  'scripts/build/hashed-output.ts',
  'scripts/build/run-worker.ts',
]

/** Writes `public/run-worker/` and its manifest. */
export async function build(): Promise<void> {
  const [run, compile] = await Promise.all([
    bundleForBrowser('app/_run/run.worker.ts'),
    bundleForBrowser('app/_run/compile.worker.ts'),
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
